"""A sentence as it came from its voice or from the shelf, and what becomes of one that is doubtful."""

from __future__ import annotations

from msgspec import Struct

from segment.errors import Cause, VoiceError
from segment.model.finding import Finding
from segment.voice.line import Stretch


class Answer(Struct, frozen=True, kw_only=True, eq=False):
    """A chunk as it will be heard: in one piece, or in several to be joined with a short pause."""

    stretches: tuple[Stretch, ...]
    """Of a doubtful one the best that was heard; empty when the engine gave nothing at all."""
    notes: tuple[Finding, ...]
    """About these words; which line they are in is known to who asked for them."""
    doubt: str = ""
    """Empty for a good one, else a sentence: voice, words and what is wrong. See :func:`certain` and :func:`allowed`."""


def certain(answer: Answer) -> Answer:
    """The answer when there is no doubt about it. Raises VoiceError, cause GATE, with the doubt."""
    if answer.doubt:
        raise VoiceError(answer.doubt, hint="Reword the line, or choose another voice with --voice.", cause=Cause.GATE)
    return answer


def allowed(answer: Answer) -> Answer:
    """The answer with its doubt as a warning, for a caller that takes what there is. Raises as ``certain`` without sound."""
    if not answer.doubt:
        return answer
    if not answer.stretches:
        return certain(answer)
    return Answer(stretches=answer.stretches, notes=(*answer.notes, Finding(code="VO004", level="warning", message=answer.doubt)))
