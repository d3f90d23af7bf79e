"""A name's pronunciation with the ``’s`` of a possessive behind it."""

from __future__ import annotations

_HISSES = ("s", "z", "x", "sh", "zh", "ch", "j", "ce", "se", "ge")
_SHARP = ("p", "t", "k", "f", "th")
_OPEN = {"a": "ah", "e": "ee", "i": "ee", "o": "oh", "u": "oo"}
"""What a bare vowel letter at the end becomes, so that the s does not close its syllable and change its sound."""
_IPA_HISSES = ("s", "z", "ʃ", "ʒ")
_IPA_SHARP = ("p", "t", "k", "f", "θ")


def respelled(respelling: str) -> str:
    """``koh-tee-YAR`` → ``koh-tee-YARZ``, ``SKOO-narts`` → ``SKOO-narts-iz``."""
    last = respelling.rpartition(" ")[2].rpartition("-")[2]
    lower = last.lower()
    if lower.endswith(_HISSES):
        return f"{respelling}-iz"
    ending = "s" if lower.endswith(_SHARP) else "z"
    if lower[-1:] in _OPEN and lower[-2:-1] not in set("aeiouy"):
        ending = _OPEN[lower[-1]][1:] + ending if lower[-1] in "ao" else _OPEN[lower[-1]] + ending
        respelling = respelling if lower[-1] in "ao" else respelling[:-1]
    return respelling + (ending.upper() if last.isupper() else ending)


def sounded(ipa: str) -> str:
    """``ɔdjaʁ`` → ``ɔdjaʁz``."""
    if not ipa:
        return ipa
    if ipa.endswith(_IPA_HISSES):
        return f"{ipa}iz"
    return ipa + ("s" if ipa.endswith(_IPA_SHARP) else "z")
