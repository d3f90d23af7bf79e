"""One chunk of a line: spoken, checked, and spoken once more in another split when the check fails."""

from __future__ import annotations

from msgspec import Struct

from segment.errors import Cause, VoiceError
from segment.model.finding import Finding
from segment.model.voice import VoiceProfile
from segment.voice.chunks import Chunk, halves
from segment.voice.engines.recipe import Worker
from segment.voice.gate import check
from segment.voice.line import Stretch, trimmed, unsaid


class Answer(Struct, frozen=True, kw_only=True, eq=False):
    """A chunk as it will be heard: in one piece, or in several to be joined with a short pause."""

    stretches: tuple[Stretch, ...]
    notes: tuple[Finding, ...]


def attempt(worker: Worker, chunk: Chunk, profile: VoiceProfile, line_id: str) -> Answer:
    """Says a chunk and checks it; once more, split elsewhere, when it is not good.

    Raises VoiceError when it is not good then either: GATE, with the line and what is wrong; its own cause at once
    for an engine that something else keeps from speaking.
    """
    if not chunk.text:
        return Answer(stretches=(unsaid(chunk.words),), notes=(_dropped(chunk, line_id),))
    first = _once(worker, chunk, profile, line_id)
    if isinstance(first, Answer):
        return first
    stretches: list[Stretch] = []
    notes = [
        Finding(
            code="VO002",
            level="info",
            message=f"{line_id}: {profile.name or profile.voice} had to say “{_short(chunk)}” again: {first}.",
        )
    ]
    for part in halves(chunk):
        again = _once(worker, part, profile, line_id) if part.text else Answer(stretches=(unsaid(part.words),), notes=())
        if isinstance(again, str):
            raise VoiceError(
                f"{line_id}: the voice {profile.name or profile.voice} could not say “{_short(part)}”: {again}.",
                hint="Reword the line, or choose another voice with --voice.",
                cause=Cause.GATE,
            )
        stretches.extend(again.stretches)
        notes.extend(again.notes)
    return Answer(stretches=tuple(stretches), notes=tuple(notes))


def _once(worker: Worker, chunk: Chunk, profile: VoiceProfile, line_id: str) -> Answer | str:
    try:
        said = worker.say(chunk.words, profile)
    except VoiceError as error:
        if error.cause is not Cause.MATERIAL:
            raise  # no key, no server, no disk: another split of the words is of no use
        return error.message.rstrip(".")  # it becomes a part of the note on the line
    heard = check(said, chunk.words, profile)
    if isinstance(heard, str):
        return heard
    notes = tuple(Finding(code="VO001", level="warning", message=f"{line_id}: {note}.") for note in said.notes)
    return Answer(stretches=(trimmed(said, chunk.words, heard),), notes=notes)


def _short(chunk: Chunk) -> str:
    text = " ".join(word.display for word in chunk.words)
    return text if len(text) <= 60 else text[:57].rstrip() + "…"


def _dropped(chunk: Chunk, line_id: str) -> Finding:
    return Finding(code="VO003", level="warning", message=f"{line_id}: there is nothing to say in “{_short(chunk)}”.")
