"""A later session made to sound like the first, and a synthetic voice laid into a recording."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from msgspec.structs import replace
from numpy.typing import NDArray

from segment.model.sound import Sound, Spoken, Word
from segment.voice.take.cutting import cut
from segment.voice.take.editing import edited
from segment.voice.take.matching import OCTAVES_HZ, matched, octaves_db
from segment.voice.take.standing_in import with_stand_ins
from segment.voice.take.taking import recording
from tests.voice.take import recordings
from tests.voice.take.conftest import TEXTS
from tests.voice.take.readers import EMBEDDED, OTHER_EMBEDDED, RATE, lines, read
from tests.voice.take.recordings import Recording, noisy

F32 = NDArray[np.float32]


def speech(seed: int) -> F32:
    """Bursts of noise with a spectrum of speech, four a second, and a quiet room."""
    rng = np.random.default_rng(seed)
    size = 12 * RATE
    spectrum = np.fft.rfft(rng.normal(size=size))
    hz = np.fft.rfftfreq(size, 1 / RATE)
    spectrum *= np.where(hz < 100, 0.1, 1 / np.sqrt(1 + (hz / 500) ** 2))
    t = np.arange(size) / RATE
    sound = np.fft.irfft(spectrum, size) * np.clip(np.sin(2 * np.pi * 4 * t), 0, None) * (t % 3 < 2.4)
    return (0.1 * sound / np.abs(sound).max() * 5 + rng.normal(size=size) * 1e-4).astype(np.float32)


def coloured(samples: F32, gains_db: dict[float, float]) -> F32:
    """Another microphone: so much more or less around each frequency."""
    hz = np.maximum(np.fft.rfftfreq(samples.size, 1 / RATE), 1.0)
    known = sorted(gains_db.items())
    gain = np.interp(np.log2(hz), np.log2([f for f, _ in known]), [db for _, db in known])
    return np.fft.irfft(np.fft.rfft(samples) * 10 ** (gain / 20), samples.size).astype(np.float32)


def test_the_same_microphone_stays_as_it_is() -> None:
    """Nothing is filtered where two sessions differ no more than two readings do."""
    first, second = speech(1), speech(2)
    alike = matched(second, RATE, first, -20.0, -20.0)
    assert alike.tone_db == 0.0
    assert np.array_equal(alike.samples, second)


def test_another_microphone_is_brought_near() -> None:
    """A dull, low recording comes up in level and treble, each octave nearer to the first, without delay."""
    first, second = speech(1), speech(2)
    dull = coloured(second, {125: 4, 1000: 0, 2000: -2, 4000: -7, 8000: -9}) * np.float32(0.5)
    alike = matched(dull, RATE, first, -26.0, -20.0)
    assert alike.level_db == pytest.approx(6.0)
    assert abs(alike.tone_db) > 2
    before, after = (np.abs(octaves_db(first, RATE) - octaves_db(s, RATE))[:6] for s in (dull, alike.samples))
    assert after.max() < 0.67 * before.max()
    assert (after <= before + 0.5).all()
    lag = np.correlate(alike.samples[RATE : 2 * RATE], dull[RATE : 2 * RATE], "same").argmax() - RATE // 2
    assert abs(int(lag)) <= 1


def test_no_more_is_done_than_is_gentle() -> None:
    """A telephone is not made a studio: at most 6 dB in an octave and 12 dB in level."""
    alike = matched(coloured(speech(2), {125: -30, 500: 0, 2000: 0, 8000: -30}), RATE, speech(1), -50.0, -20.0)
    assert abs(alike.tone_db) <= 6.0
    assert alike.level_db == 12.0
    assert len(OCTAVES_HZ) == 7


def test_a_pick_up_is_told_and_heard_at_the_level_of_the_rest() -> None:
    """A sentence that is only in a second, lower and duller recording stands in its line as loud as its neighbours."""
    made = noisy(recordings.straight(TEXTS[:2], EMBEDDED), 45)
    later = noisy(recordings.straight(TEXTS[2:3], EMBEDDED), 45)
    low = coloured(later.samples, {125: 3, 1000: 0, 4000: -6}) * np.float32(0.3)
    script = lines(TEXTS[:3])
    sounds = [("friday.wav", _sound(made.samples)), ("pick-up.wav", _sound(low))]
    both = recording("critic", sounds, script)
    note = next(one for one in both.notes if one.code == "TK018")
    assert "dB in level" in note.message
    edit = edited(script, both.samples, both.rate, both.ends, by="voice")
    assert all(choice.reading for choice in edit.choices)
    line = cut(script, edit, both.samples, both.rate, edit.heard).lines[0]
    counts = [len(text.split()) for text in TEXTS[:3]]
    edges = np.cumsum([0, *counts])
    levels = [_rms(line.sound.samples[line.words[a].start : line.words[b - 1].end, 0]) for a, b in itertools.pairwise(edges)]
    assert max(levels) - min(levels) < 3.5


def test_a_synthetic_voice_stands_in_at_the_level_of_the_rest() -> None:
    """What it says has the times of its words, lies in the line's place, and the line says that it is not all the person's."""
    made = noisy(recordings.straight(TEXTS[:2], EMBEDDED), 45)
    script = lines(TEXTS[:3])
    alone = recording("critic", [("friday.wav", _sound(made.samples))], script)
    edit = edited(script, alone.samples, alone.rate, by="voice")
    assert edit.choices[2].reading is None or edit.choices[2].reading.confidence < 0.5
    said = read(TEXTS[2:3], OTHER_EMBEDDED)[0]
    spoken = Spoken(
        id="x",
        role="critic",
        voice="other",
        sound=_sound(said.samples),
        words=tuple(
            Word(text=text, start=round(a * RATE), end=round(b * RATE))
            for text, (a, b) in zip(TEXTS[2].split(), said.words, strict=True)
        ),
    )
    wanted = replace(edit, choices=(*edit.choices[:2], replace(edit.choices[2], stand_in=True, used=-1)))
    whole, filled = with_stand_ins(alone, wanted, {2: spoken})
    lines_ = cut(script, filled, whole.samples, whole.rate, filled.heard).lines
    assert lines_[0].stood_in
    assert not lines_[0].synthetic
    words = lines_[0].words[-len(TEXTS[2].split()) :]
    assert [word.text for word in words] == TEXTS[2].split()
    assert all(a.start <= b.start for a, b in itertools.pairwise(words))
    level = _rms(lines_[0].sound.samples[words[0].start : words[-1].end, 0])
    first = lines_[0].words[: len(TEXTS[0].split())]
    assert abs(level - _rms(lines_[0].sound.samples[first[0].start : first[-1].end, 0])) < 4


def _rms(samples: F32) -> float:
    return float(10 * np.log10(np.mean(samples.astype(np.float64) ** 2) + 1e-12))


def _sound(samples: F32) -> Sound:
    return Sound(samples=samples.reshape(-1, 1), rate=RATE, fingerprint=str(samples.size))


def test_recordings_of_one_kind_are_used_as_they_are(straight: Recording) -> None:
    """A single recording is not matched to anything."""
    alone = recording("critic", [("friday.wav", _sound(straight.samples))], lines(TEXTS))
    assert "TK018" not in {note.code for note in alone.notes}
