"""The take list as text: one block for each sentence, a star before the reading that is heard, and a check of what was written.

    SENTENCE: It looks like a painting.
      0:41.200-0:42.900  62 %  ; broken off
    * 0:45.100-0:47.350  97 %

What stands behind ``;`` is for people. The last line tells whether somebody changed the list: a digest of all lines before it,
then one of each reading's times, by which times that were typed are known from times that were found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Final

from segment.model.take import Choice, Edit, Part, Reading
from segment.voice.take.choosing import WORSE

CHECK: Final = "CHECK:"
_EXPLAINED: Final = """\
; What is heard of {files}, as {role}: every sentence of the script, and each time it was read.
; The reading with a star is heard. Move the star to hear another; a sentence without a star is not heard.
; Times are those of the words, minutes:seconds. Type others, and the cuts are exactly there.
; A + B is two stretches, one after the other. What stands behind ; is for you to read.
; Make the segment again: a list that you have changed is obeyed, and never written over.
"""
_SHORT: Final = 4
"""Hexadecimal digits by which the times of one reading are known."""


def list_text(role: str, parts: Sequence[Part], edit: Edit, *, chosen: bool = False) -> str:
    """The list of what an edit uses; ``chosen`` where a person chose some of it, so that it is obeyed from now on."""
    lines = [
        *_EXPLAINED.format(files=", ".join(part.name for part in parts), role=role.upper()).splitlines(),
        "",
        f"ROLE: {role}",
    ]
    for number, part in enumerate(parts, start=1):
        lines += [f"RECORDING {number}: {part.name}", f"SHA-256 {number}: {part.fingerprint}"]
    for choice in edit.choices:
        lines += ["", *_sentence(choice, parts)]
    if edit.asides:
        lines += ["", "; In no sentence of the script, and not heard:"]
        lines += [_aside(aside.start_s, aside.end_s, aside.text, parts) for aside in edit.asides]
    lines.append("")
    shown = [spans_text(r, parts) for choice in edit.choices for r in choice.readings if not _typed(r)]
    known = " ".join(dict.fromkeys(map(times_digest, shown)))
    return "\n".join([*lines, f"{CHECK} {'chosen' if chosen else lines_digest(lines)} {known}".rstrip(), ""])


def lines_digest(lines: Sequence[str]) -> str:
    """Of what a list says, whatever an editor does to the ends of its lines."""
    said = "\n".join(line.rstrip() for line in lines).strip().removeprefix("\ufeff")
    return sha256(said.encode()).hexdigest()[:16]


def times_digest(spans: str) -> str:
    """Of the times of one reading, as they are written."""
    return sha256(re.sub(r"\s", "", spans).replace("–", "-").encode()).hexdigest()[:_SHORT]


def spans_text(reading: Reading, parts: Sequence[Part]) -> str:
    """``0:41.200-0:42.900 + 0:45.100-0:47.350``; with the number of the file where there are several."""
    return " + ".join(_span(piece.start_s, piece.end_s, parts) for piece in reading.pieces)


def _span(start_s: float, end_s: float, parts: Sequence[Part]) -> str:
    number = max((n for n, part in enumerate(parts) if part.start_s <= start_s + 1e-6), default=0)
    at = parts[number].start_s
    span = f"{_time(start_s - at)}-{_time(end_s - at)}"
    return f"#{number + 1} {span}" if len(parts) > 1 else span


def _time(seconds: float) -> str:
    ms = max(round(1000 * seconds), 0)
    return f"{ms // 60000}:{ms // 1000 % 60:02}.{ms % 1000:03}"


def _sentence(choice: Choice, parts: Sequence[Part]) -> Iterator[str]:
    yield f"SENTENCE: {choice.sentence.text}"
    if choice.stand_in:
        yield "* voice"
    elif not choice.readings:
        yield "; not found: * voice in this line's place has a synthetic voice say it, where the show allows that"
    for nth, reading in enumerate(choice.readings):
        # Where none is sure enough the recordings still decide: a line that counted would say that nothing may be heard.
        star = "* " if nth == choice.used else "; " if choice.used < 0 and not choice.listed else "  "
        why = _why(nth, choice)
        sure = "" if _typed(reading) else f"  {100 * reading.confidence:.0f} %"
        yield f"{star}{spans_text(reading, parts)}{sure}{'  ; ' if why else ''}{why}"


def _typed(reading: Reading) -> bool:
    return any(piece.exact for piece in reading.pieces)


def _why(nth: int, choice: Choice) -> str:
    """Why a reading is not heard, or what to look at in the one that is."""
    reading = choice.readings[nth]
    missed = [w.display for w, heard in zip(choice.sentence.words, reading.words, strict=True) if w.say and heard is None]
    if _typed(reading):
        return ""
    if nth == choice.used:
        return f"not heard in it: {' '.join(missed)}" if missed else ""
    if choice.used < 0:
        return "" if choice.listed else "too unsure to be used: put a star here to hear it"
    if not reading.complete:
        return "broken off" if missed else "incomplete"
    used = choice.readings[choice.used]
    if reading.confidence < used.confidence - WORSE:
        return "less sure"
    return "read again later" if choice.used > nth else "not chosen"


def _aside(start_s: float, end_s: float, text: str, parts: Sequence[Part]) -> str:
    return f"; {_span(start_s, end_s, parts)}{f'  “{text}”' if text else ''}"
