"""A sentence, word by word: for each written word what the voice is to say.

What comes out holds letters, spaces, hyphens and apostrophes, and behind a word at most one of ``, . ? !`` for the voice's melody: no
digit where the language's numbers are known, no bracket, slash, quotation mark or anything an engine could take for a command.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from segment.script.spoken.numerals import cardinal
from segment.script.spoken.plain import SYMBOLS
from segment.script.spoken.rule import Around, Token, token
from segment.script.spoken.table import RULES

_PIECES = re.compile(r"([^\W_](?:[^\W_]|['’.](?=[^\W_]))*)|(\s+)|(.)", re.DOTALL)
_RUNS = re.compile(r"(\d+)|([^\W\d_](?:['’]?[^\W\d_])*)|([^\w\s]|_)|(\s+)|(.)", re.DOTALL)
_LIKE_COMMA = frozenset("—–…;:,()[]{}")
_HIDDEN = {0xAD: None, 0x200B: None, 0x200C: None, 0x200D: None, 0x2060: None, 0xFEFF: None, 0xFE0F: None, 0xFE0E: None}
_DASHES = str.maketrans({"‐": "-", "‑": "-", "−": "-"})


def say(words: Sequence[str], language: str) -> list[str]:
    """For each written word of a sentence what is said; empty for a word that is not said.

    ``language`` is a BCP 47 tag; English and French have rules of their own, others say figures only.
    """
    language = language.lower()
    tokens = [token(_clean(word)) for word in words]
    said = [_core(Around(tokens=tokens, at=at, language=language)) for at in range(len(tokens))]
    return _punctuated(tokens, said)


def _clean(word: str) -> str:
    return unicodedata.normalize("NFC", word).translate(_HIDDEN).translate(_DASHES)


def _core(around: Around) -> str:
    core = around.here.core
    found = _by_rule(core, around) if core else ""
    return _bare(_taken_apart(core, around) if found is None else found)


def _by_rule(core: str, around: Around) -> str | None:
    for rule in RULES:
        if rule.families and around.family not in rule.families:
            continue
        if (match := rule.pattern.fullmatch(core)) and (said := rule.say(match, around)) is not None:
            return said
    return None


def _taken_apart(core: str, around: Around) -> str:
    """A word no rule knows, piece by piece: ``PG-13``, ``kick/box``, ``it—won``."""
    said: list[str] = []
    for piece in _PIECES.finditer(core):
        if piece[1]:
            alone = Around(tokens=(token(piece[1]),), at=0, language=around.language)
            found = _by_rule(piece[1], alone) if piece[1] != core else None
            said.append(_runs(piece[1], around) if found is None else found)
        elif piece[3] == "-":
            said.append("-")
        elif piece[3] in _LIKE_COMMA:
            said.append(", ")
        else:
            said.append(f" {SYMBOLS.get(around.family, SYMBOLS['en']).get(piece[0], '')} ")
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
        opens = bool(set(part.lead) & set("([{—–…")) or (not part.core and bool(set(part.lead + part.tail) & set("—–…")))
        if said[at]:
            if (opens or pending) and previous >= 0 and said[previous][-1] not in ",.?!":
                said[previous] += ","
            pending, previous = False, at
            if at != spoken[-1]:
                said[at] += _inside(part.tail)
        else:
            pending = pending or opens or bool(_inside(part.tail + part.lead))
    ending = "".join(part.tail or part.lead for part in tokens[spoken[-1] :])
    said[spoken[-1]] += (
        "?"
        if "?" in ending
        else "!"
        if "!" in ending
        else "."
        if set(ending) & set(".…")
        else ","
        if set(ending) & _LIKE_COMMA
        else ""
    )
    return said


def _inside(tail: str) -> str:
    """The melody mark behind a word inside a sentence: its full stop belongs to an abbreviation."""
    if "?" in tail or "!" in tail:
        return "?" if "?" in tail else "!"
    return "," if set(tail) & _LIKE_COMMA or "..." in tail or "--" in tail else ""
