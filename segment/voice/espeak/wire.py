"""IPA to a respelling as wire services print them: ``kotijˈaʁ`` → ``koh-tee-YAR``.

The way back of :mod:`segment.voice.espeak.respelling`. What a host can say is English: a sound that English lacks becomes the
nearest that it has.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

_VOWELS = {
    "ɑ̃": "ahn", "ã": "ahn", "ɐ̃": "ahn", "ɛ̃": "an", "ẽ": "en", "œ̃": "uhn", "ɔ̃": "ohn", "õ": "ohn", "ĩ": "een", "ʊ̃": "oon",
    "ũ": "oon",
    "aɪ": "igh", "ai": "igh", "aj": "igh", "aʊ": "ow", "au": "ow", "aw": "ow", "eɪ": "ay", "ɛɪ": "ay", "ei": "ay", "oʊ": "oh",
    "əʊ": "oh", "ɔɪ": "oy", "ɔʏ": "oy", "ɔø": "oy", "oi": "oy", "œy": "ow", "ʌy": "ow",
    "a": "ah", "ɑ": "ah", "æ": "a", "ɐ": "uh", "ɛ": "eh", "e": "ey", "ə": "uh", "ɜ": "uh", "ʌ": "uh", "ɵ": "uh", "ɤ": "uh",
    "ø": "uh", "œ": "uh", "i": "ee", "ɪ": "ih", "ɨ": "ih", "o": "oh", "ɔ": "aw", "ɒ": "o", "u": "oo", "ʊ": "uu", "ʉ": "oo",
    "y": "ue", "ʏ": "ue", "ɯ": "oo", "ɚ": "er", "ɝ": "er",
}  # fmt: skip
"""What a vowel is written as; the longest symbol counts."""
_BEFORE_R = {
    "ah": "ar", "a": "ar", "eh": "air", "ay": "air", "ey": "air", "uh": "er", "ee": "eer", "ih": "eer", "oh": "or", "aw": "or",
    "o": "or", "oo": "oor", "uu": "oor", "ue": "oor", "igh": "ire", "ow": "owr", "er": "er",
}  # fmt: skip
"""A vowel with an r behind it in its syllable."""
_CLOSED = {"eh": "e", "ey": "e"}
_OPEN = {"a": "ah", "o": "oh", "ey": "ay"}
"""A vowel with another consonant behind it, and one at the end of its syllable, where that is written another way."""
_CONSONANTS = {
    "tʃ": "ch", "dʒ": "j", "tɕ": "ch", "dʑ": "j", "ts": "ts", "dz": "dz", "r̝": "rzh",
    "ʃ": "sh", "ʒ": "zh", "ɕ": "sh", "ʑ": "zh", "ʂ": "sh", "ʐ": "zh", "ɲ": "ny", "ŋ": "ng", "θ": "th", "ð": "d", "x": "kh",
    "χ": "kh", "ç": "kh", "ɣ": "g", "ɡ": "g", "ʁ": "r", "ʀ": "r", "ɹ": "r", "ɾ": "r", "r": "r", "j": "y", "ʎ": "ly", "ʝ": "y",
    "ɥ": "w", "w": "w", "ʋ": "v", "β": "v", "ɫ": "l", "ɬ": "l", "ɭ": "l", "ɳ": "n", "ʈ": "t", "ɖ": "d", "ɟ": "dy", "c": "ty",
    "ħ": "h", "ɦ": "h", "ʲ": "y", "ɱ": "m",
    **{letter: letter for letter in "bdfghklmnpstvz"},
}  # fmt: skip
_ONSETS = frozenset(
    """p b t d k g f v th sh s z h m n l r y w ch j zh ts dz kh ny ly ty dy dh pl pr bl br tr dr kl kr gl gr fl fr shr sp st sk sm
    sn sl sw spr str skr spl kw tw dw py by ky gy fy vy my hy pw bw gw fw zw shw rzh""".split()
)
"""What may begin a syllable in a reader's mouth."""
_STRESS = "ˈ"


def respelling(ipa: str) -> str:
    """The respelling of a word or several; empty where there is no vowel to say.

    A stress mark stands before its syllable or before its vowel; without any, nothing is in capitals but a lone syllable.
    """
    words = [_word(word) for word in ipa.split()]
    return " ".join(words) if words and all(words) else ""


def _word(ipa: str) -> str:
    sounds, stressed = _sounds(ipa)
    nuclei = [at for at, (kind, _) in enumerate(sounds) if kind == "vowel"]
    if not nuclei:
        return ""
    starts = [0, *(_boundary(sounds, one, other) for one, other in pairwise(nuclei))]
    syllables = [
        _syllable([said for _, said in sounds[start:stop]], nucleus - start)
        for start, stop, nucleus in zip(starts, [*starts[1:], len(sounds)], nuclei, strict=True)
    ]
    loud = next((nth for nth, nucleus in enumerate(nuclei) if nucleus >= stressed), 0) if stressed >= 0 else -1
    if len(syllables) == 1:
        loud = 0
    return "-".join(part.upper() if nth == loud else part for nth, part in enumerate(syllables))


def _sounds(ipa: str) -> tuple[list[tuple[str, str]], int]:
    """What is heard, as (kind, letters), and which of them the stress comes before; −1 without one."""
    text = unicodedata.normalize("NFD", ipa.replace("ː", "").replace("ˌ", "").replace("ʔ", "").replace("͡", ""))
    found: list[tuple[str, str]] = []
    stressed, at = -1, 0
    tables = (("vowel", {unicodedata.normalize("NFD", k): v for k, v in _VOWELS.items()}), ("consonant", _CONSONANTS))
    while at < len(text):
        if text[at] == _STRESS:
            stressed = len(found) if stressed < 0 else stressed
            at += 1
            continue
        for size in (3, 2, 1):
            symbol = text[at : at + size]
            hit = next(((kind, table[symbol]) for kind, table in tables if symbol in table), None)
            if hit and len(symbol) == size:
                found.append(hit)
                at += size
                break
        else:
            at += 1  # a mark that changes nothing a host would say
    return found, stressed


def _boundary(sounds: list[tuple[str, str]], one: int, other: int) -> int:
    """Where the second of two syllables begins: as many consonants go with it as can be said there."""
    for start in range(one + 1, other):
        cluster = "".join(letters for _, letters in sounds[start:other])
        if cluster in _ONSETS:
            return start
    return other


def _syllable(letters: list[str], nucleus: int) -> str:
    onset, vowel, coda = "".join(letters[:nucleus]), letters[nucleus], letters[nucleus + 1 :]
    if coda[:1] == ["r"] and vowel in _BEFORE_R:
        return onset + _BEFORE_R[vowel] + "".join(coda[1:])
    if vowel == "igh" and not coda:
        return f"{onset}y" if onset and not onset.endswith("y") else f"{onset}eye"
    written = (_CLOSED if coda else _OPEN).get(vowel, vowel)
    if written == "e" and onset.endswith("y"):
        written = "eh"  # a glide needs all its letters: ``yehs`` and not ``yes``
    return onset + written + re.sub(r"(.)\1", r"\1", "".join(coda))
