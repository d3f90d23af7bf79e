"""Speaking lines: order, word times, pauses, the same bytes always, and nothing of the text obeyed."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

from segment.errors import Cause, VoiceError
from segment.model.utterance import Phrase, SayWord, Utterance
from segment.model.voice import Pauses, VoiceProfile
from segment.voice import Speaker, speak
from segment.voice.espeak.worker import EspeakWorker

Line = Callable[..., Utterance]
Words = Callable[..., tuple[SayWord, ...]]
Profiles = Callable[[str], VoiceProfile]

RATE = 22050


@pytest.fixture(scope="module")
def script(utterance: Line, copy: list[str]) -> list[Utterance]:
    """Eight lines, host and critic in turn."""
    lines = []
    for number in range(8):
        text = " | ".join(copy[3 * number : 3 * number + 3])
        lines.append(utterance(text, role=("host", "critic")[number % 2], number=number))
    return lines


def test_lines_come_in_order_with_a_time_for_every_word(script: list[Utterance], profile: Profiles) -> None:
    """Lines arrive in script order, 16-bit mono, and each written word has a time inside its line, in order."""
    casting = {"host": profile("host"), "critic": profile("critic")}
    steps = []
    speaking = speak(script, casting, report=steps.append)
    lines = list(speaking)
    assert [line.id for line in lines] == [u.id for u in script]
    assert [line.voice for line in lines] == ["host", "critic"] * 4
    for line, wanted in zip(lines, script, strict=True):
        assert line.sound.rate == RATE
        assert line.sound.samples.shape[1] == 1
        assert np.array_equal(line.sound.samples * 32768, np.rint(line.sound.samples * 32768))
        assert [w.text for w in line.words] == wanted.display.split()
        times = [t for w in line.words for t in (w.start, w.end)]
        assert times == sorted(times)
        assert times[0] >= 0
        assert times[-1] <= line.sound.frames
        assert all(w.end > w.start for w in line.words)
        assert max(abs(line.sound.samples[[0, -1], 0])) < 0.002
    assert speaking.findings == ()
    assert steps[-1].done == 1.0


def test_the_same_bytes_whatever_was_spoken_before(script: list[Utterance], profile: Profiles) -> None:
    """A line has the same bytes with one worker or four, first or last, alone or in a script."""
    casting = {"host": profile("host"), "critic": profile("critic")}
    whole = {line.id: line.sound for line in speak(script, casting)}
    with Speaker(casting, workers=1) as one, Speaker(casting, workers=4) as four:
        alone = next(iter(one.speak(script[4:5])))
        backwards = {line.id: line.sound for line in four.speak(script[::-1])}
    assert alone.sound == whole[alone.id]
    assert backwards == whole
    assert all(np.array_equal(backwards[key].samples, whole[key].samples) for key in whole)


def test_a_break_is_digital_silence_of_its_length(utterance: Line, profile: Profiles) -> None:
    """``[700ms]`` lengthens the line by exactly its frames, all of them zero; at the head of a line too."""
    casting = {"critic": profile("critic")}
    lines = [utterance("Go on. | [0] | Then stop."), utterance("[250] | Go on. | [700] | Then stop.")]
    plain, paused = speak(lines, casting)
    extra = round(0.25 * RATE + 0.7 * RATE)
    assert abs(paused.sound.frames - plain.sound.frames - extra) <= 1
    assert not paused.sound.samples[: round(0.25 * RATE) - 1].any()
    middle = paused.words[1].end + round(0.05 * RATE)
    assert not paused.sound.samples[middle : middle + round(0.68 * RATE)].any()


def test_the_pause_between_sentences_is_the_profiles(utterance: Line, profile: Profiles) -> None:
    """Half a second more pause in the profile makes a line of two sentences half a second longer, at the same pace."""
    short = replace(profile("critic"), pauses=Pauses(sentence=0.0), rate=160.0)
    with Speaker({"critic": short}) as speaker:
        (joined,) = speaker.speak([utterance("Go on. | Then stop.")])
    apart = list(speak([utterance("Go on."), utterance("Then stop.")], {"critic": short}))
    assert joined.sound.frames == sum(line.sound.frames for line in apart)


@pytest.mark.parametrize("name", ["host", "critic", "host-gb", "critic-gb"])
def test_the_rate_is_what_is_heard(name: str, utterance: Line, copy: list[str], profile: Profiles) -> None:
    """Words a minute, pauses included, come within 4 % of the profile's rate, counted in words of the usual 5.6 characters."""
    voice = profile(name)
    lines = [utterance(" | ".join(copy[n : n + 6]), number=n) for n in range(0, len(copy), 6)]
    spoken = list(speak(lines, {"critic": voice}))
    usual_words = sum(len(u.display) + 1 for u in lines) / 5.6
    heard = 60 * usual_words / sum(line.sound.seconds for line in spoken)
    assert abs(heard / voice.rate - 1) < 0.04


def test_pronouncer_language_and_stress_are_heard(utterance: Line, profile: Profiles) -> None:
    """“Cotillard” with a respelling, in IPA, as French and stressed each sounds unlike the plain word and unlike the others."""
    marks = [{}, {"respelling": "koh-tee-YAR"}, {"ipa": "kɔtijaʁ"}, {"lang": "fr"}, {"stress": 1}, {"stress": 2}]
    lines = []
    for number, mark in enumerate(marks):
        name = SayWord(display="Cotillard", say="Cotillard", **mark)
        pieces = (Phrase(words=(name, SayWord(display="acts.", say="acts."))),)
        lines.append(Utterance(id=f"critic-{number}", role="critic", pieces=pieces))
    speaking = speak(lines, {"critic": profile("critic")})
    assert len({line.sound.fingerprint for line in speaking}) == len(marks)
    assert speaking.findings == ()


def test_a_respelling_reaches_the_voice_as_phonemes(worker: EspeakWorker, words: Words, profile: Profiles) -> None:
    """“Cotillard (koh-tee-YAR)” is sent as those phonemes, without it as the word, and the next word keeps its mark."""
    name, verb = words("Cotillard, acts.")
    plain = worker.say((name, verb), profile("critic"))
    spelt = worker.say((replace(name, respelling="koh-tee-YAR"), verb), profile("critic"))
    assert "Cotillard, acts." in plain.sent
    assert "[[koUt2i:j'A@]], acts." in spelt.sent
    assert [index for index, _ in spelt.marks or ()] == [0, 1]


FRENCH = (
    "Le nouveau film de cette réalisatrice raconte l'histoire d'un boulanger qui perd le goût. | "
    "Il habite seul, au bord de la mer. | On le voit marcher, longtemps, dans des rues vides, avec son chien. | "
    "La lumière est belle, et les acteurs sont justes. | C'est un film lent. | "
    "Mais il reste en tête, comme une chanson que l'on croyait oubliée."
)
"""Made up for this test."""


@pytest.mark.parametrize("name", ["host-fr", "critic-fr"])
def test_french_is_spoken_at_its_rate(name: str, utterance: Line, profile: Profiles) -> None:
    """The French voices pass the checks and keep their words a minute within 5 %."""
    line = utterance(FRENCH)
    speaking = speak([line], {"critic": profile(name)})
    (spoken,) = speaking
    heard = 60 * ((len(line.display) + 1) / 5.6) / spoken.sound.seconds
    assert abs(heard / profile(name).rate - 1) < 0.05
    assert speaking.findings == ()


def test_a_pronouncer_nobody_understands_is_noted(profile: Profiles) -> None:
    """A respelling that is none is read as spelt, with a note that names line and word."""
    word = SayWord(display="Kaurismäki,", say="Kaurismäki,", respelling="KOW-123")
    line = Utterance(id="host-2", role="host", pieces=(Phrase(words=(word, SayWord(display="too.", say="too."))),))
    speaking = speak([line], {"host": profile("host")})
    assert len(list(speaking)) == 1
    (note,) = speaking.findings
    assert note.code == "VO001"
    assert "host-2" in note.message
    assert "Kaurismäki" in note.message


ODD = {
    "markup": "a <break time='9999s'/> <voice name='whisper'>b</voice> &amp; c",
    "phonemes": "[[h@l'oU]] and [[ ]] so",
    "commands": "one \x01450S\x01+99P two \x02 \x00three",
    "emoji": "Great 😀 film 🎬",
    "right to left": "مرحبا بالعالم هذا نص",
    "Chinese": "你好世界 我们去看电影",
    "surrogate": "bad \ud800 letter",
    "bidi controls": "He said: \u202eevil\u202c \ufeffok\u200b.",
    "stacked accents": "Z̷̢a̶l̵g̸o text",
    "digits": "1234567890123456789 and 3.14",
    "one endless word": "a" * 5000 + " end",
    "dashes": "Dogs – and cats - and birds — fly",
    "ampersands": "AT&T & R&B <b>bold</b> 50% of $3",
    "punctuation inside": "What?! No... yes; (perhaps) “maybe”.",
}


@pytest.mark.parametrize("kind", ODD)
def test_odd_text_is_spoken_or_dropped_never_obeyed(kind: str, utterance: Line, profile: Profiles) -> None:
    """Markup, phonemes, control characters and other scripts in a review neither crash nor steer the voice."""
    line = utterance(ODD[kind])
    (spoken,) = speak([line], {"critic": profile("critic")})
    assert [w.text for w in spoken.words] == [w.display for w in line.pieces[0].words]
    assert spoken.sound.seconds < 20
    assert all(a.end <= b.start for a, b in pairwise(spoken.words))


def test_a_line_with_nothing_to_say_is_a_short_silence_with_a_note(utterance: Line, profile: Profiles) -> None:
    """Emoji alone give a tenth of a second of silence and a note that names the line."""
    speaking = speak([utterance("😀 🎬 —")], {"critic": profile("critic")})
    (spoken,) = speaking
    assert spoken.sound.frames == round(0.1 * RATE)
    assert not spoken.sound.samples.any()
    assert [note.code for note in speaking.findings] == ["VO003"]


def test_a_sentence_of_ten_thousand_words_is_spoken_in_stretches(utterance: Line, hummer: Any) -> None:
    """A sentence of 10,000 words reaches the engine in stretches and every word comes back with a time."""
    (spoken,) = speak([utterance("so " * 10_000)], {"critic": VoiceProfile(engine="hum", rate=300.0)})
    assert len(spoken.words) == 10_000
    assert max(len(call) for call in hummer.calls) <= 300


def test_a_role_without_a_voice_is_an_error(utterance: Line, profile: Profiles) -> None:
    """A role nobody cast is a VoiceError that names the line and the role."""
    with pytest.raises(VoiceError, match=r"guest-1: no voice is cast for GUEST") as caught:
        speak([utterance("Hello.", role="guest")], {"critic": profile("critic")})
    assert caught.value.cause is Cause.MISSING


def test_an_unknown_engine_is_an_error_with_a_suggestion(utterance: Line) -> None:
    """An engine that is not there is a VoiceError with did-you-mean."""
    with pytest.raises(VoiceError, match="no voice engine 'pytts3'") as caught:
        speak([utterance("Hello.")], {"critic": VoiceProfile(engine="pytts3")})
    assert caught.value.hint == "Did you mean pyttsx3?"


def test_no_process_is_left_when_speaking_is_given_up(script: list[Utterance], profile: Profiles) -> None:
    """Giving up after the first line ends the speaking processes."""
    speaking = speak(script, {"host": profile("host"), "critic": profile("critic")})
    pids = [worker._child.pid for worker in speaking._speaker._crew._started["pyttsx3"]]
    lines = iter(speaking)
    next(lines)
    lines.close()
    deadline = time.monotonic() + 5
    while any(_runs(pid) for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not any(_runs(pid) for pid in pids)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
