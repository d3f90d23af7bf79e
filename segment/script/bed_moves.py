"""What a bed does: ``establish 4s``, ``under``, ``cross to outro`` and the other verbs of MUSIC."""

from __future__ import annotations

from typing import get_args

from segment.model.script import Move, Verb
from segment.script.cue_fields import Field, written_name
from segment.script.problems import BAD_CUE, BAD_TIME, Problems
from segment.script.times import read_time, written_length
from segment.wording import did_you_mean, quoted

VERBS: tuple[Verb, ...] = get_args(Verb)
TIMED: frozenset[Verb] = frozenset({"establish", "fade", "post"})
"""Verbs that may carry a length or, for ``post``, a place in the music."""
SHOWN = tuple(f"{v} N" if v in TIMED else "cross to BED" if v == "cross to" else v for v in VERBS)
_LONGEST_FIRST = tuple(sorted(VERBS, key=len, reverse=True))


def is_move(words: str) -> bool:
    """True for words that read as a move, and so cannot name a bed without quotation marks."""
    return _split(words) is not None


def read_move(field: Field, problems: Problems) -> Move | None:
    """The move a field asks for; None, and a mistake noted, when it is none."""
    split = _split(field.words)
    if split is None or field.rest or (field.quoted is not None and (split[0] != "cross to" or split[1])):
        hint = did_you_mean(field.words, VERBS, f"Allowed: {', '.join(SHOWN)}.")
        problems.mistake(BAD_CUE, f"{quoted(field.at.text)} is nothing a bed can do.", field.at, hint=hint)
        return None
    verb, argument = split
    if verb == "cross to":
        bed = argument if field.quoted is None else field.quoted
        if not bed:
            problems.mistake(BAD_CUE, "“cross to” does not say which bed.", field.at, hint="Write “cross to BED”.")
            return None
        return Move(verb=verb, bed=bed)
    if not argument:
        return Move(verb=verb)
    seconds = read_time(argument) if verb in TIMED else None
    if seconds is None:
        takes = "a time such as 4s or 0:12.5" if verb in TIMED else "nothing behind it"
        problems.mistake(BAD_TIME, f"{quoted(argument)} cannot follow “{verb}”.", field.at, hint=f"“{verb}” takes {takes}.")
        return None
    return Move(verb=verb, seconds=seconds)


def _split(words: str) -> tuple[Verb, str] | None:
    folded = words.lower()
    for verb in _LONGEST_FIRST:
        if folded == verb or folded.startswith(f"{verb} "):
            return verb, words[len(verb) :].strip()
    return None


def written_move(move: Move) -> str:
    """The move as a field of MUSIC."""
    if move.verb == "cross to":
        return f"cross to {written_name(move.bed)}"
    return move.verb if move.seconds is None else f"{move.verb} {written_length(move.seconds)}"
