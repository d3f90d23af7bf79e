"""One chunk of a line: spoken, checked, and spoken once more in another split when the check fails."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from segment.errors import Cause, VoiceError
from segment.model.finding import Finding
from segment.model.utterance import SayWord
from segment.model.voice import VoiceProfile
from segment.voice.aligning import aligned
from segment.voice.answer import Answer
from segment.voice.chunks import Chunk, halves
from segment.voice.engines.recipe import Said, Worker
from segment.voice.gate import Heard, Reference, Verdict, check, unlike
from segment.voice.line import Stretch, trimmed, unsaid
from segment.wording import sentence


class _Try(Struct, frozen=True, kw_only=True, eq=False):
    """What came of saying some words once."""

    stretch: Stretch | None = None
    notes: tuple[Finding, ...] = ()
    fault: str = ""
    """The end of a sentence about the line; empty when it is good."""
    odd: str = ""
    """The same, of what may be wrong."""


def attempt(worker: Worker, chunk: Chunk, profile: VoiceProfile, reference: Reference) -> Answer:
    """Says a chunk and checks it; once more, split elsewhere, when it is not good, and with a doubt when it is not good then.

    ``reference`` is asked to say the words too where the check doubts, where the engine gives no word times, and for every
    sentence where its limits say so. What may be wrong and was no better the second time is kept with a warning. Raises
    VoiceError, with its own cause, at once for an engine that something else keeps from speaking: no server, no key, no disk.
    """
    if not chunk.text:
        return Answer(stretches=(unsaid(chunk.words),), notes=(_dropped(chunk),))
    first = _once(worker, chunk.words, profile, reference)
    if first.stretch and not first.fault and not first.odd:
        return Answer(stretches=(first.stretch,), notes=first.notes)
    parts = halves(chunk)
    again = [_once(worker, part.words, profile, reference) if part.text else _unsaid(part) for part in parts]
    faults = [(part, tried) for part, tried in zip(parts, again, strict=True) if tried.fault]
    odd = [(part, tried) for part, tried in zip(parts, again, strict=True) if tried.odd]
    if first.stretch and not first.fault and (faults or odd):
        return Answer(stretches=(first.stretch,), notes=(*first.notes, _odd(chunk, first.odd, profile)))
    said_again = Finding(
        code="VO002",
        level="info",
        message=f"{profile.name or profile.voice} had to say “{_short(chunk)}” again: {first.fault or first.odd}.",
    )
    notes = [said_again, *(note for tried in again for note in tried.notes)]
    if not faults:
        notes += [_odd(part, tried.odd, profile) for part, tried in odd]
    doubts = [_doubt(part, tried.fault, profile) for part, tried in faults]
    return Answer(stretches=_best(first, again), notes=tuple(notes), doubt=doubts[0] if doubts else "")


def _once(worker: Worker, words: tuple[SayWord, ...], profile: VoiceProfile, reference: Reference) -> _Try:
    try:
        said = worker.say(words, profile)
    except VoiceError as error:
        if error.cause is not Cause.MATERIAL:
            raise  # another split of the words would be of no use
        return _Try(fault=error.message.rstrip("."))  # it becomes a part of the note on the line
    notes = tuple(Finding(code="VO001", level="warning", message=f"{note}.") for note in said.notes)
    heard = check(said, words, profile, reference.limits)
    if isinstance(heard, str):
        whole = Heard(start=0, end=said.samples.size)
        return _Try(stretch=trimmed(said, words, whole) if _playable(said) else None, notes=notes, fault=heard)
    found = Verdict()
    if heard.doubt or said.marks is None or reference.limits.every:
        try:
            known = reference.say(words)
        except VoiceError as error:
            notes = (*notes, _unchecked(heard, error))
        else:
            found = unlike(said, heard, known, reference.limits)
            if said.marks is None and not found.wrong:
                said = replace(said, marks=aligned(said.samples, said.rate, words, known))
    return _Try(stretch=trimmed(said, words, heard), notes=notes, fault=found.wrong, odd=found.odd)


def _playable(said: Said) -> bool:
    """Whether there is anything that a listener could be given."""
    # A sample that is not a number makes the sum none.
    return said.samples.size > 0 and abs(float(said.samples.sum())) < float("inf")


def _best(first: _Try, again: list[_Try]) -> tuple[Stretch, ...]:
    """The second attempt where it is better, at least in a part; else the first; nothing where neither gave sound."""
    parts = tuple(tried.stretch for tried in again if tried.stretch is not None)
    if len(parts) == len(again) and (first.stretch is None or not all(tried.fault for tried in again)):
        return parts
    return () if first.stretch is None else (first.stretch,)


def _unsaid(chunk: Chunk) -> _Try:
    return _Try(stretch=unsaid(chunk.words))


def _doubt(chunk: Chunk, fault: str, profile: VoiceProfile) -> str:
    return f"The voice {profile.name or profile.voice} could not say “{_short(chunk)}”: {fault}."


def _odd(chunk: Chunk, odd: str, profile: VoiceProfile) -> Finding:
    return Finding(
        code="VO006",
        level="warning",
        message=f"Listen to “{_short(chunk)}” as {profile.name or profile.voice} says it: {odd}, as far as can be told.",
    )


def _short(chunk: Chunk) -> str:
    text = " ".join(word.display for word in chunk.words)
    return text if len(text) <= 60 else text[:57].rstrip() + "…"


def _dropped(chunk: Chunk) -> Finding:
    return Finding(code="VO003", level="warning", message=f"There is nothing to say in “{_short(chunk)}”.")


def _unchecked(heard: Heard, error: VoiceError) -> Finding:
    why = sentence(heard.doubt).rstrip(".") if heard.doubt else "Another voice should tell whether it is good"
    return Finding(
        code="VO005",
        level="warning",
        message=f"{why}, and there was no reference to hold it against. {error.message.rstrip('.')}.",
    )
