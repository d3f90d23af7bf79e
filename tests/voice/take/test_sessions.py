"""A recording in many files, and in another language."""

from __future__ import annotations

import numpy as np
import pytest

from segment.model.sound import Sound
from segment.model.voice import VoiceProfile
from segment.voice.take.editing import edited
from segment.voice.take.taking import recording
from segment.voice.takes import HEARD_HZ
from tests.voice.take import recordings
from tests.voice.take.conftest import TEXTS
from tests.voice.take.readers import RATE, lines
from tests.voice.take.scoring import score

FRENCH = (
    "Le gardien du phare compte tous les navires qui ne viennent pas.",
    "Personne ne lui a dit que la guerre est finie.",
    "La musique appartient au vent, presque toujours.",
    "Deux frères partagent un seul parapluie pendant toute la seconde heure.",
    "On dirait un tableau que quelqu'un a laissé sous la pluie.",
    "Je le reverrais pour la lumière seule, et pour le chien.",
)
FRENCH_ASIDES = ("Pardon, encore une fois.", "Non, je recommence.", "Zut, encore.", "Excusez-moi.")


def test_a_file_for_each_sentence_in_any_order(listener: str, reader: VoiceProfile) -> None:
    """Every sentence is found in its own file, at any level, and its time lies in it."""
    order = (3, 0, 5, 1, 4, 2)
    sounds = []
    for n in order:
        made = recordings.noisy(recordings.straight(TEXTS[n : n + 1], reader), 45)
        samples = made.samples * np.float32(1.0 if n % 2 else 0.25)
        sounds.append((f"line-{n + 1}.wav", Sound(samples=samples.reshape(-1, 1), rate=RATE, fingerprint=str(n))))
    script = lines(TEXTS)
    made = recording("critic", sounds, script)
    edit = edited(script, made.heard, HEARD_HZ, made.ends, by=listener)
    assert edit.found == 1.0
    for n, choice in enumerate(edit.choices):
        assert choice.reading is not None
        part = made.parts[order.index(n)]
        assert part.start_s <= choice.reading.start_s < choice.reading.end_s <= part.start_s + part.seconds


def test_a_later_session_goes_before_an_earlier_one(listener: str, reader: VoiceProfile) -> None:
    """Of two sessions with one sentence the second is heard, and the rest is the first's."""
    first = recordings.noisy(recordings.straight(TEXTS, reader), 45)
    second = recordings.noisy(recordings.straight(TEXTS[2:3], reader, seed=4), 45)
    script = lines(TEXTS)
    sounds = [
        (name, Sound(samples=one.samples.reshape(-1, 1), rate=RATE, fingerprint=name))
        for name, one in (("monday.wav", first), ("friday.wav", second))
    ]
    made = recording("critic", sounds, script)
    edit = edited(script, made.heard, HEARD_HZ, made.ends, by=listener)
    starts = [choice.reading.start_s if choice.reading else -1.0 for choice in edit.choices]
    assert [start >= made.parts[1].start_s for start in starts] == [n == 2 for n in range(len(TEXTS))]
    assert len(edit.choices[2].readings) == 2


@pytest.mark.parametrize("voice", ["fr+f3", "fr-be+m3"])
def test_french_is_held_against_the_french_voice(monkeypatch: pytest.MonkeyPatch, voice: str) -> None:
    """A flubbed French reading in another voice: every flub is gone, no word is lost, and words have their times."""
    monkeypatch.setattr(recordings, "ASIDES", FRENCH_ASIDES)
    monkeypatch.setattr(recordings, "BEFORE", ("On y est? D'accord. Prise une.", "Un deux trois, vous m'entendez?"))
    monkeypatch.setattr(recordings, "AFTER", ("Voilà, merci.", "C'est bon, merci beaucoup."))
    reader = VoiceProfile(voice=voice, rate=160.0, language="fr")
    made = recordings.noisy(recordings.flubbed(FRENCH, reader, seed=2, every=1), 40)
    edit = edited(lines(FRENCH), made.samples, RATE, language="fr-FR")
    assert edit.manner == "voice"
    result = score(edit, made)
    assert (result.removed, result.lost) == (result.flubs, 0)
    assert np.median(result.errors_ms) < 40
