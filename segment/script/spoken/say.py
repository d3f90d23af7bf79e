"""A sentence, word by word: for each written word what the voice is to say.

What comes out holds letters, spaces, hyphens and apostrophes, and behind a word at most one of ``, . ? !`` for the voice's
melody: no digit where the language's numbers are known, no bracket, slash, quotation mark or anything an engine could take for a
command.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from segment.script.spoken.numerals import cardinal
from segment.script.spoken.plain import SYMBOLS
from segment.script.spoken.rule import Around, Rule, Token, token
from segment.script.spoken.table import RULES

_PIECES = re.compile(r"([^\W_](?:[^\W_]|['’.](?=[^\W_]))*)|(\s+)|(.)", re.DOTALL)
_RUNS = re.compile(r"(\d+)|([^\W\d_](?:['’]?[^\W\d_])*)|([^\w\s]|_)|(\s+)|(.)", re.DOTALL)
_OWNED = re.compile(r"[)\]”\"»*_]{1,4}(?=['’]s\b)")
"""Marks between a name and its ``’s``."""
_FIGURE_OWNS = re.compile(r"\d['’]s$")
"""``U2’s``."""
_DASHES = frozenset("—–…")
_OPENS_PAUSE = _DASHES | set("([{")
_PAUSES = frozenset("—–;:,")
_LIKE_COMMA = frozenset("—–…;:,()[]{}")
_HIDDEN = {0xAD: None, 0x200B: None, 0x200C: None, 0x200D: None, 0x2060: None, 0xFEFF: None, 0xFE0F: None, 0xFE0E: None}
_HYPHENS = str.maketrans({"‐": "-", "‑": "-", "−": "-"})


def say(words: Sequence[str], language: str) -> list[str]:
    """For each written word of a sentence what is said; empty for a word that is not said.

    ``language`` is a BCP 47 tag; English and French have rules of their own, others say figures only.
    """
    language = language.lower()
    tokens = [token(_clean(word)) for word in words]
    said = [_core(Around(tokens=tokens, at=at, language=language)) for at in range(len(tokens))]
    return _punctuated(tokens, said)


def _clean(word: str) -> str:
    return _OWNED.sub("", unicodedata.normalize("NFC", word).translate(_HIDDEN).translate(_HYPHENS))


def _core(around: Around) -> str:
    core = around.here.core
    found = _by_rule(core, around) if core else ""
    return _bare(_taken_apart(core, around) if found is None else found)


def _by_rule(core: str, around: Around) -> str | None:
    for rule, match in _matching(core, around.family):
        if (said := rule.say(match, around)) is not None:
            return said
    return None


@lru_cache(maxsize=1 << 14)
def _matching(core: str, family: str) -> tuple[tuple[Rule, re.Match[str]], ...]:
    """The rules that may read a word, in order: none for most words, and a text has each of them many times."""
    return tuple((rule, match) for rule in _rules(family) if (match := rule.pattern.fullmatch(core)))


@lru_cache(maxsize=16)
def _rules(family: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if not rule.families or family in rule.families)


def _taken_apart(core: str, around: Around) -> str:
    """A word no rule knows, piece by piece: ``PG-13``, ``kick/box``, ``it—won``."""
    said: list[str] = []
    if around.family == "en" and _FIGURE_OWNS.search(core):
        return f"{_by_rule(core[:-2], around) or _taken_apart(core[:-2], around)}'s"
    if around.family == "en" and core[:2].lower() == "w/":
        said, core = ["with "], core[2:]
    for piece in _PIECES.finditer(core):
        if piece[1]:
            alone = Around(tokens=(token(piece[1]),), at=0, language=around.language)
            found = _by_rule(piece[1], alone) if piece[1] != core else None
            said.append(_runs(piece[1], around) if found is None else found)
        elif piece[3] in {"-", "–"}:
            # Without spaces a short dash is a hyphen that a word processor made longer.
            said.append("-")
        elif piece[3] in _LIKE_COMMA:
            said.append(", ")
        else:
            said.append(f" {SYMBOLS.get(around.family, {}).get(piece[0], '')} ")
    return "".join(said)


def _runs(piece: str, around: Around) -> str:
    """Letters and digits run together: each run on its own."""
    said = []
    for run in _RUNS.finditer(piece):
        if run[1]:
            said.append(cardinal("".join(str(unicodedata.digit(c)) for c in run[1]), around.language))
        elif run[2]:
            alone = Around(tokens=(token(run[2]),), at=0, language=around.language)
            said.append(_by_rule(run[2], alone) or run[2])
    return " ".join(said)


@lru_cache(maxsize=1 << 14)
def _bare(said: str) -> str:
    """Only what a voice may get: letters, apostrophes, hyphens between letters, commas behind words."""
    kept = "".join(
        c if c.isalpha() or unicodedata.category(c)[0] == "M" or c in "',-" or c.isdecimal() else " "
        for c in said.replace("’", "'")
    )
    words = [w for w in (w.strip("-") for w in kept.replace(",", " , ").split()) if w]
    out: list[str] = []
    for w in words:
        if w == ",":
            if out and not out[-1].endswith(","):
                out[-1] += ","
        elif any(c.isalnum() for c in w):
            out.append(w)
    return " ".join(out).rstrip(",")


def _punctuated(tokens: Sequence[Token], said: list[str]) -> list[str]:
    """The words with their melody marks: a sentence's own mark at its end, a comma wherever print has a dash or a bracket."""
    spoken = [at for at, words in enumerate(said) if words]
    if not spoken:
        return said
    pending = False
    previous = -1
    for at, part in enumerate(tokens):
        opens = bool(set(part.lead) & _OPENS_PAUSE) or (not part.core and bool(set(part.lead + part.tail) & _DASHES))
        if not said[at]:
            pending = pending or opens or bool(_inside(part.tail + part.lead))
            continue
        if (opens or pending) and previous >= 0 and said[previous][-1] not in ",.?!":
            said[previous] += ","
        pending, previous = False, at
        if at != spoken[-1]:
            said[at] += _inside(part.tail)
    said[spoken[-1]] += _final("".join(part.tail or part.lead for part in tokens[spoken[-1] :]))
    return said


def _final(marks: str) -> str:
    """The melody mark for what stands behind the last word."""
    if "?" in marks or "!" in marks:
        return "?" if "?" in marks else "!"
    if "." in marks or "…" in marks:
        return "."
    return "," if set(marks) & _PAUSES else ""


def _inside(tail: str) -> str:
    """The melody mark behind a word inside a sentence: its full stop belongs to an abbreviation."""
    if "?" in tail or "!" in tail:
        return "?" if "?" in tail else "!"
    return "," if set(tail) & _LIKE_COMMA or "..." in tail or "--" in tail else ""
