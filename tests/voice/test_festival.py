"""festival: word times, rate, pronunciations, and text that is never code."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from segment.dsp.runs import runs
from segment.errors import VoiceError
from segment.model.utterance import SayWord, Utterance
from segment.model.voice import VoiceProfile
from segment.voice import speak
from segment.voice.attempt import attempt
from segment.voice.chunks import chunks
from segment.voice.energy import levels, sounding
from segment.voice.engines import festival_scheme
from segment.voice.engines.festival import Festival
from segment.voice.engines.recipe import Worker
from segment.voice.known import KnownVoice

Words = Callable[..., tuple[SayWord, ...]]

pytestmark = pytest.mark.tools


@pytest.fixture
def voice() -> VoiceProfile:
    """The voice that Debian recommends with festival."""
    if missing := Festival().missing():
        if os.environ.get("SEGMENT_REQUIRE_TOOLS") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    return VoiceProfile(engine="festival", voice="kal_diphone")


@pytest.fixture
def worker(voice: VoiceProfile) -> Iterator[Worker]:
    """At work."""
    worker = Festival().start()
    yield worker
    worker.close()


def test_word_marks_are_true(worker: Worker, voice: VoiceProfile, words: Words) -> None:
    """Every word has its mark, and wherever sound begins after a pause a marked word does, within 70 ms."""
    text = words(
        "The camera stays low, and Nora's crew waits for rain, but nobody sings on the ship, and it's over-long by 3 hours."
    )
    said = worker.say(text, voice)
    assert [index for index, _ in said.marks or ()] == list(range(len(text)))
    level, hop = levels(said.samples, said.rate)
    silent = runs(~sounding(level)) * hop / said.rate
    begins = [end for start, end in silent if end - start > 0.12 and end < said.samples.size / said.rate - 0.1]
    marks_s = np.array([frame for _, frame in said.marks or ()]) / said.rate
    assert len(begins) >= 3
    assert all(np.abs(marks_s - begin).min() < 0.07 for begin in begins)


def test_word_marks_move_with_what_is_before_them(worker: Worker, voice: VoiceProfile, words: Words) -> None:
    """Words with pronunciations, several words in one, unsaid words and other scripts leave the marks of the others right."""
    odd = (
        SayWord(display="Cotillard,", say="Cotillard,", respelling="koh-tee-YAR"),
        SayWord(display="—", say=""),
        SayWord(display="1999", say="nineteen ninety nine"),
        SayWord(display="你好", say="你好"),
        SayWord(display="Zoë", say="Zoë", ipa="ˈzoʊi"),
        *words("acts."),
    )
    said = worker.say(odd, voice)
    assert [index for index, _ in said.marks or ()] == [0, 2, 4, 5]
    assert said.sent == "qza, nineteen ninety nine qzb acts."


@pytest.mark.parametrize("rate", [110.0, 160.0, 230.0])
def test_the_rate_is_heard(rate: float, voice: VoiceProfile, utterance: Callable[..., Utterance], copy: list[str]) -> None:
    """Words a minute, pauses included, come within 6 % of the profile's, counted in words of the usual 5.6 characters."""
    lines = [utterance(" | ".join(copy[n : n + 4]), number=n) for n in range(0, 16, 4)]
    spoken = list(speak(lines, {"critic": replace(voice, rate=rate)}))
    usual_words = sum(len(u.display) + 1 for u in lines) / 5.6
    assert 60 * usual_words / sum(line.sound.seconds for line in spoken) == pytest.approx(rate, rel=0.06)


def test_pitch_is_heard(worker: Worker, voice: VoiceProfile, words: Words) -> None:
    """A higher pitch is another sound of the same length."""
    low, high = (worker.say(words("Go on."), replace(voice, pitch=pitch)).samples for pitch in (30.0, 80.0))
    assert not np.array_equal(low, high)
    assert abs(low.size - high.size) < 1600


@pytest.mark.parametrize(
    "text",
    [
        '") (error "x") (set! utt "',
        '\\") (system "touch /tmp/festival-was-here") ("',
        "(voice_cmu_us_slt_arctic_hts)",
        "#\\a ;comment 'quote `x ,@y",
        "\n(quit)\n \x04 \x03",
    ],
)
def test_text_is_never_code(text: str, worker: Worker, voice: VoiceProfile, words: Words) -> None:
    """Scheme in a text is words: festival says a few seconds and does nothing else."""
    said = worker.say(words(f"Stop {text} there."), voice)
    assert 0.3 < said.samples.size / said.rate < 10
    assert dict(said.marks or ())[0] < said.rate / 2
    assert not Path("/tmp/festival-was-here").exists()


def test_a_voice_is_never_code(worker: Worker, voice: VoiceProfile, words: Words) -> None:
    """Only a voice that festival lists is chosen; any other is a mistake with a suggestion, and a VoiceError."""
    (mistake,) = Festival().mistakes(replace(voice, voice="kal_diphon"))
    assert (mistake.key, mistake.hint) == ("voice", "Did you mean kal_diphone?")
    with pytest.raises(VoiceError, match="no voice"):
        worker.say(words("Hello."), replace(voice, voice='kal_diphone) (system "ls")'))
    with pytest.raises(ValueError, match="not a voice's name"):
        festival_scheme.describe("x) (quit", "sample")


def test_what_the_voice_cannot_do_is_a_mistake(voice: VoiceProfile) -> None:
    """A rate beyond its reach and a pitch out of range are told."""
    assert [m.key for m in Festival().mistakes(replace(voice, rate=30.0, pitch=120.0))] == ["rate", "pitch"]


def test_letters_it_does_not_have(worker: Worker, voice: VoiceProfile, words: Words) -> None:
    """Accents are read without them; a text in another script is a VoiceError that shows it."""
    assert worker.say(words("Škvorecký's café"), voice).sent == "Skvorecky's cafe"
    with pytest.raises(VoiceError, match="no letters for '你好'"):
        worker.say(words("你好"), voice)


def test_whole_lines_pass_the_check(voice: VoiceProfile, copy: list[str], words: Words) -> None:
    """A review's sentences are spoken at the first try."""
    worker = Festival().start()
    with KnownVoice() as known:
        for text in copy:
            (chunk,) = chunks(words(text))
            answer = attempt(worker, chunk, voice, known.like(voice))
            assert (answer.notes, answer.doubt) == ((), ""), text
    worker.close()


def test_a_line_has_a_time_for_every_word(voice: VoiceProfile, utterance: Callable[..., Utterance]) -> None:
    """Spoken through the usual way, every word has a time."""
    (line,) = speak([utterance("She barely moves. | Then she laughs, and the whole room changes.")], {"critic": voice})
    assert len(line.words) == 11
    assert all(word.end > word.start for word in line.words)
    assert line.sound.rate == 16000
