"""Pronouncers as radio scripts print them (``koh-tee-YAR``) to espeak-ng's phoneme mnemonics (``k,oUti:j'A@``).

The spellings are those of the wire services' pronunciation guides: syllables joined by hyphens, the stressed one in capitals. All
of them are English sounds, whichever language the name is from.
"""

from __future__ import annotations

import re

from segment.folding import unaccented

# Longest first within each table; ``r`` colours the vowel before it.
_VOWELS = {
    "eyer": "aI@", "ayer": "eI@", "ower": "aU@",
    "ahr": "A@", "air": "e@", "ehr": "e@", "eir": "e@", "are": "e@", "ear": "i@", "eer": "i@", "ihr": "i@",
    "ier": "i@", "ire": "aI@",
    "our": "aU@", "owr": "aU@", "ohr": "O@", "oor": "U@", "oar": "O@", "awr": "O@", "ore": "O@", "uhr": "3:",
    "yre": "aI@",
    "ar": "A@", "or": "O@", "er": "3:", "ir": "3:", "ur": "3:",
    "augh": "O:", "ough": "O:", "eigh": "eI", "igh": "aI", "eye": "aI", "owe": "oU",
    "ah": "A:", "aa": "A:", "aw": "O:", "au": "O:", "ay": "eI", "ai": "eI", "ae": "eI",
    "ee": "i:", "ea": "i:", "ie": "i:", "ey": "eI", "ei": "aI", "eh": "E", "ew": "ju:", "eu": "ju:",
    "ih": "I", "oh": "oU", "oa": "oU", "oe": "oU", "ow": "aU", "ou": "aU", "oy": "OI", "oi": "OI", "oo": "u:",
    "uh": "V", "ue": "u:", "ui": "u:", "uu": "U",
}  # fmt: skip
_CLOSED = {"a": "a", "e": "E", "i": "I", "o": "0", "u": "V", "y": "I"}
"""A single vowel letter with a consonant after it in its syllable."""
_OPEN = {"a": "A:", "e": "E", "i": "i:", "o": "oU", "u": "u:", "y": "aI"}
"""A single vowel letter at the end of its syllable."""
_LONG = {"a": "eI", "e": "i:", "i": "aI", "o": "oU", "u": "u:", "y": "aI"}
"""A single vowel letter before a consonant and a silent e, as in ``LAKE``."""
_WEAK = {"V": "@", "3:": "3"}
"""In a syllable without stress."""
_NO_GLIDE_AFTER = ("r", "l", "tS", "dZ", "S")
"""Sounds after which ``ew`` is only a long u."""
# t2 is a t that stays one: between vowels an American voice would turn t into a flap.
_CONSONANTS = {
    "tch": "tS", "sch": "S", "dge": "dZ",
    "ch": "tS", "sh": "S", "zh": "Z", "th": "T", "dh": "D", "kh": "x", "gh": "g", "ph": "f", "wh": "w", "ng": "N", "nk": "Nk",
    "ck": "k", "qu": "kw", "hw": "w", "ss": "s", "ll": "l", "tt": "t2", "nn": "n", "mm": "m", "pp": "p", "bb": "b", "dd": "d",
    "ff": "f", "gg": "g", "rr": "r", "zz": "z", "kk": "k",
    "b": "b", "c": "k", "d": "d", "f": "f", "g": "g", "h": "h", "j": "dZ", "k": "k", "l": "l", "m": "m", "n": "n", "p": "p",
    "q": "k", "r": "r", "s": "s", "t": "t2", "v": "v", "w": "w", "x": "ks", "y": "j", "z": "z",
}  # fmt: skip
_VOWEL_LETTERS = frozenset("aeiouy")
_SILENT_E = re.compile(r"([aeiouy])(th|sh|ch|[bcdfgklmnpstvz])e$")


def mnemonics(respelling: str) -> str:
    """The mnemonics of a respelling; several words stay several words. Raises ValueError for what is not one."""
    folded = re.sub(r"['’.]", "", unaccented(respelling))
    words = [[s for s in re.split(r"[-‐‑–·]", word) if s] for word in folded.split()]
    syllables = [s for word in words for s in word]
    if not syllables or not all(s.isascii() and s.isalpha() for s in syllables):
        raise ValueError(f"not a respelling: {respelling!r}")
    marked = any(s.isupper() for s in syllables) and not all(s.isupper() for s in syllables)
    return " ".join(_word(word, marked) for word in words)


def _word(syllables: list[str], marked: bool) -> str:
    out = ""
    for index, syllable in enumerate(syllables):
        stressed = syllable.isupper() if marked else index == 0
        # A syllable alone in its word keeps a little weight, or the engine would swallow it.
        mark = "'" if stressed else "," if len(syllables) == 1 else ""
        out += _syllable(syllable.lower(), mark, last=index == len(syllables) - 1)
    return out


def _syllable(text: str, mark: str, *, last: bool) -> str:
    if (match := _SILENT_E.search(text)) and not _two_vowels(text, match.start()):
        return _consonants(text[: match.start()]) + mark + _LONG[match[1]] + _consonants(match[2])
    nucleus = _nucleus(text)
    if nucleus is None:
        return _consonants(text)
    start, end, vowel = nucleus
    onset, coda = _consonants(text[:start]), _consonants(text[end:])
    if vowel.startswith("j"):
        vowel = vowel[1:]
        onset += "" if onset.endswith(_NO_GLIDE_AFTER) else "j"
    if not mark:
        weak_a = last and text[start:end] == "a"
        vowel = "@" if weak_a and not coda else _WEAK.get(vowel, vowel)
    return onset + mark + vowel + coda


def _two_vowels(text: str, at: int) -> bool:
    return at > 0 and text[at - 1] in _VOWEL_LETTERS - {"y"}


def _nucleus(text: str) -> tuple[int, int, str] | None:
    """Where the vowel stands and what it is; ``y`` before a vowel is a consonant."""
    for start, letter in enumerate(text):
        if letter not in _VOWEL_LETTERS:
            continue
        if letter == "y" and start + 1 < len(text) and text[start + 1] in _VOWEL_LETTERS:
            continue
        for size in (4, 3, 2):
            if vowel := _VOWELS.get(text[start : start + size]):
                return start, start + size, vowel
        return start, start + 1, (_CLOSED if start + 1 < len(text) else _OPEN)[letter]
    return None


def _consonants(text: str) -> str:
    out = ""
    at = 0
    while at < len(text):
        for size in (3, 2, 1):
            if sound := _CONSONANTS.get(text[at : at + size]):
                out += sound
                at += size
                break
        else:
            # A vowel letter left over after the nucleus, as in ``kree-uhe``: nothing a reader would say.
            at += 1
    return out
