"""One retry in another split, then an error that names the line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

from segment.errors import Cause, VoiceError
from segment.model.utterance import SayWord, Utterance
from segment.model.voice import VoiceProfile
from segment.voice import speak
from segment.voice.answer import allowed, certain
from segment.voice.attempt import attempt
from segment.voice.chunks import Chunk
from segment.voice.engines.recipe import Said
from segment.voice.espeak.worker import EspeakWorker
from segment.voice.gate import KIN, STRANGER, Heard, Reference
from segment.voice.known import KnownVoice
from segment.voice.line import trimmed

Line = Callable[..., Utterance]

HUM = VoiceProfile(name="hum", engine="hum")


def silenced(said: Said) -> Said:
    """The same length of nothing."""
    return replace(said, samples=np.zeros_like(said.samples))


def test_a_bad_line_is_said_again_in_two_pieces(utterance: Line, hummer: Any) -> None:
    """A fault that goes away costs one retry, split after the comma, and a note with the reason."""
    hummer.spoil = lambda said, call: silenced(said) if call == 1 else said
    speaking = speak([utterance("it sounds alright today, does it not")], {"critic": HUM})
    (line,) = speaking
    assert hummer.calls[1:] == ["it sounds alright today,", "does it not"]
    assert [w.text for w in line.words] == ["it", "sounds", "alright", "today,", "does", "it", "not"]
    (note,) = speaking.findings
    assert (note.code, note.level) == ("VO002", "info")
    assert "it is silent" in note.message


def test_a_line_bad_twice_is_an_error_that_names_it(utterance: Line, hummer: Any) -> None:
    """A fault that stays is a VoiceError, a quality gate, with line, voice, words and reason."""
    hummer.spoil = lambda said, call: silenced(said)
    with pytest.raises(VoiceError, match=r"critic-1: The voice hum could not say “it.*”: it is silent\.\n") as caught:
        list(speak([utterance("it sounds alright")], {"critic": HUM}))
    assert caught.value.cause is Cause.GATE


def test_an_engine_that_fails_once_is_asked_again(utterance: Line, hummer: Any) -> None:
    """An engine's own failure is retried like a bad sound; a second one ends the line with the engine's words."""

    def fail(said: Said, call: int) -> Said:
        raise VoiceError("the hum machine is broken")

    hummer.spoil = lambda said, call: fail(said, call) if call == 1 else said
    assert len(list(speak([utterance("it sounds alright")], {"critic": HUM}))) == 1
    hummer.spoil = fail
    with pytest.raises(VoiceError, match=r"critic-1: .*the hum machine is broken"):
        list(speak([utterance("it sounds alright")], {"critic": HUM}))


def words_of(text: str) -> tuple[SayWord, ...]:
    """Words, said as they are written."""
    return tuple(SayWord(display=w, say=w) for w in text.split())


def chunk_of(text: str) -> Chunk:
    """A chunk of plain text."""
    return Chunk(words=words_of(text))


class Scripted:
    """An engine that says each time what it is told to."""

    def __init__(self, said: Callable[[tuple[SayWord, ...], int], Said]) -> None:
        self.calls = 0
        self._said = said

    def say(self, words: tuple[SayWord, ...], profile: VoiceProfile) -> Said:
        """Counts."""
        self.calls += 1
        return self._said(words, self.calls)

    def close(self) -> None:
        """Nothing to let go of."""


TEXT = "The camera stays low and it always stays patient"
OTHER = "Everything else would seem like another sermon about France"


def test_an_engine_without_word_times_gets_them(worker: EspeakWorker, profile: Callable[[str], VoiceProfile]) -> None:
    """Words of a voice that gives no times start where that voice starts them, within 60 ms."""
    voice = profile("critic")
    truth = worker.say(words_of(TEXT), voice)
    silent_about_it = Scripted(lambda words, call: replace(worker.say(words, voice), marks=None))
    with KnownVoice() as known:
        reference = known.like(replace(voice, rate=140.0, engine="command"))
        answer = attempt(silent_about_it, chunk_of(TEXT), voice, reference)
    assert answer.doubt == ""
    assert answer.notes == ()
    (stretch,) = answer.stretches
    known = trimmed(truth, words_of(TEXT), Heard(start=0, end=truth.samples.size)).words
    lead = known[0].start - stretch.words[0].start
    assert [w.text for w in stretch.words] == TEXT.split()
    assert all(abs(a.start - b.start - lead) <= 0.06 * truth.rate for a, b in zip(known, stretch.words, strict=True))


@pytest.mark.parametrize("marks", ["its own", "the right ones", "none"])
def test_another_lines_sound_is_said_again(marks: str, worker: EspeakWorker, profile: Callable[[str], VoiceProfile]) -> None:
    """An engine that hands over another line once is asked again, and the note says what was heard."""
    voice = profile("critic")

    def said(words: tuple[SayWord, ...], call: int) -> Said:
        if call > 1:
            return worker.say(words, voice)
        other = worker.say(words_of(OTHER), voice)
        given = {"its own": other.marks, "the right ones": worker.say(words, voice).marks, "none": None}
        return replace(other, marks=given[marks])

    with KnownVoice() as known:
        reference = known.like(voice)
        answer = attempt(Scripted(said), chunk_of(TEXT), voice, reference)
    (note,) = answer.notes
    assert note.code == "VO002"
    assert "it does not sound like its words" in note.message
    assert answer.doubt == ""


def test_a_good_line_asks_for_no_reference(worker: EspeakWorker, profile: Callable[[str], VoiceProfile]) -> None:
    """What is good and has its word times is spoken once, by one voice."""

    def reference(words: tuple[SayWord, ...]) -> Said:
        raise AssertionError

    voice = profile("critic")
    asked = Scripted(lambda words, call: worker.say(words, voice))
    assert attempt(asked, chunk_of(TEXT), voice, Reference(say=reference, limits=KIN)).doubt == ""
    assert asked.calls == 1


def test_a_doubtful_line_can_be_refused_or_allowed(worker: EspeakWorker, profile: Callable[[str], VoiceProfile]) -> None:
    """A line bad twice is an error of the gate for one caller, and for another its best sound with a warning that names it."""
    voice = profile("critic")

    def clipped(words: tuple[SayWord, ...], call: int) -> Said:
        said = worker.say(words, voice)
        return replace(said, samples=np.clip(said.samples * 40, -1, 1))

    with KnownVoice() as known:
        reference = known.like(voice)
        answer = attempt(Scripted(clipped), chunk_of(TEXT), voice, reference)
    assert answer.doubt.startswith("The voice critic could not say “The camera")
    with pytest.raises(VoiceError, match="it is clipped") as caught:
        certain(answer)
    assert caught.value.cause is Cause.GATE
    taken = allowed(answer)
    assert taken.doubt == ""
    assert [(note.code, note.level) for note in taken.notes] == [("VO002", "info"), ("VO004", "warning")]
    assert taken.notes[-1].message == answer.doubt
    assert [word.text for stretch in taken.stretches for word in stretch.words] == TEXT.split()


def test_nothing_at_all_cannot_be_allowed(profile: Callable[[str], VoiceProfile]) -> None:
    """A line of which no sound came is an error also for a caller that takes what there is."""

    def nothing(words: tuple[SayWord, ...], call: int) -> Said:
        return Said(samples=np.zeros(0, np.float32), rate=22050, marks=None)

    voice = profile("critic")
    with KnownVoice() as known:
        reference = known.like(voice)
        answer = attempt(Scripted(nothing), chunk_of(TEXT), voice, reference)
    with pytest.raises(VoiceError, match="nothing came from the engine"):
        allowed(answer)


def test_without_a_reference_a_note_says_so(worker: EspeakWorker, profile: Callable[[str], VoiceProfile]) -> None:
    """A line without word times in a language that the embedded voice lacks is kept, its words shared out, with a note."""
    voice = profile("critic")
    asked = Scripted(lambda words, call: replace(worker.say(words, voice), marks=None))
    with KnownVoice() as known:
        reference = known.like(replace(voice, engine="command", language="tlh-x"))
        answer = attempt(asked, chunk_of(TEXT), voice, reference)
    (note,) = answer.notes
    assert (note.code, note.level) == ("VO005", "warning")
    assert "there was no reference to hold it against" in note.message
    assert len(answer.stretches[0].words) == len(TEXT.split())


@pytest.mark.parametrize("calls", [1, 3])
def test_what_may_be_wrong_in_another_engines_voice_is_a_warning(
    calls: int, worker: EspeakWorker, profile: Callable[[str], VoiceProfile]
) -> None:
    """A voice that is not known and says more than its words is asked again; where it does so again, its sound is kept, with a
    warning that names the words and what to listen for."""
    voice = replace(profile("critic"), engine="command")

    def stammers(words: tuple[SayWord, ...], call: int) -> Said:
        said = worker.say(words, voice)
        doubled = np.concatenate([said.samples, said.samples]) if call <= calls else said.samples
        return replace(said, samples=doubled, marks=None)

    reference = Reference(say=lambda words: worker.say(words, profile("host")), limits=STRANGER)
    answer = attempt(Scripted(stammers), chunk_of(TEXT), voice, reference)
    assert answer.doubt == ""
    (note,) = answer.notes
    if calls == 1:
        assert (note.code, note.level, len(answer.stretches)) == ("VO002", "info", 2)
    else:
        assert (note.code, note.level, len(answer.stretches)) == ("VO006", "warning", 1)
        assert note.message.startswith("Listen to “The camera stays low")
        assert "it says more than its words" in note.message
