"""Listens to a whole script: notes on each sentence, and on how its lines follow one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from segment.errors import Where
from segment.model.finding import Finding
from segment.script.ear import codes
from segment.script.ear.initials import first_times, unexplained
from segment.script.ear.quotes import unattributed
from segment.script.ear.said import Said, allowed_everywhere, said
from segment.script.ear.sentence import Remark, opening, remarks
from segment.script.leave_out import reaction
from segment.script.parsed import Parsed

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SMALL = frozenset("the and that with from this for are was his her its has have une des les est dans pour qui que".split())
_SAME = 0.6
"""Share of the shorter sentence's words that both have, from which one repeats the other."""
_FEWEST = 3
"""Words of weight a sentence needs to be repeated."""


def heard(parsed: Parsed, *, file: str = "", allow: frozenset[str] = frozenset(), spoilers: bool = False) -> tuple[Finding, ...]:
    """The notes for the ear, in the order of the lines, without those that are allowed: by ``allow``, or by a comment
    ``; allow SC209`` behind a line, or for all lines on a line of its own."""
    lines = tuple(said(parsed))
    whole = " ".join(sentence for line in lines for sentence in line.sentences)
    evergreen = any("evergreen" in header.value.lower() for header in parsed.script.headers)
    allow |= allowed_everywhere(parsed)
    repeats = _repeated(lines)
    told: set[str] = set()
    found: list[Finding] = []
    for line in lines:
        made = list(_line(line, whole, told, evergreen=evergreen, spoilers=spoilers))
        if repeats and repeats[0] is line:
            made.append((codes.CUE_REPEATS, repeats[1], "A listener hears it twice; change the cue, or cut the first line."))
        where = Where(file=file, line=line.line)
        found += [
            Finding(code=code, level="warning", message=message, hint=hint, where=where)
            for code, message, hint in dict.fromkeys(made)
            if code not in allow | line.allow
        ]
    return tuple(found)


def _line(line: Said, whole: str, told: set[str], *, evergreen: bool, spoilers: bool) -> Iterator[Remark]:
    before = ""
    for sentence in line.sentences:
        yield from remarks(sentence, podcast=line.only != "air" or evergreen, spoilers=spoilers)
        if reaction(sentence) and not before.rstrip("\"”’' ").endswith("?"):
            yield (
                codes.REACTION,
                f"A reaction to nothing that was asked: {opening(sentence)}.",
                "It answered the page; cut it.",
            )
        if quote := unattributed(sentence, before):
            yield codes.QUOTE, f"Nobody is said to say {opening(quote)}.", "Quotation marks are not heard; say who speaks, first."
        for letters in first_times(unexplained(sentence, whole), told):
            yield codes.INITIALISM, f"Nobody says what {letters} is.", "Say it in full the first time."
        before = sentence


def _repeated(lines: Sequence[Said]) -> tuple[Said, str] | None:
    """The first line of the PIECE where the cue before it, what the host says last, has said it already."""
    cue = [line for line in lines if line.part == "INTRO"]
    piece = next((line for line in lines if line.part == "PIECE"), None)
    if not cue or piece is None or not piece.sentences:
        return None
    first = piece.sentences[0]
    weight = _weight(first)
    for line in reversed(cue):
        for sentence in line.sentences:
            other = _weight(sentence)
            if min(len(weight), len(other)) >= _FEWEST and len(weight & other) >= _SAME * min(len(weight), len(other)):
                return piece, f"The piece begins as the cue does: {opening(sentence)} and {opening(first)}."
    return None


def _weight(sentence: str) -> set[str]:
    return {word for word in map(str.lower, _WORD.findall(sentence)) if len(word) > 2 and word not in _SMALL}
