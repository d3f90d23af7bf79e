"""IPA as espeak-ng writes it, in the phones of the English acoustic model (ARPAbet, as in the CMU dictionary, without stress).

Sounds that English has not are led to the nearest that it has, as an English reader says them.
"""

from __future__ import annotations

from typing import Final

_PHONES: Final = {
    "tʃ": "CH", "dʒ": "JH", "aɪ": "AY", "aʊ": "AW", "eɪ": "EY", "oʊ": "OW", "əʊ": "OW", "ɔɪ": "OY", "iə": "IY AH", "ɪə": "IH R",
    "eə": "EH R", "ʊə": "UH R", "ɛɹ": "EH R", "ɑːɹ": "AA R", "ɔːɹ": "AO R", "oːɹ": "AO R", "ɜː": "ER", "ɚ": "ER", "ɝ": "ER",
    "aɪə": "AY ER", "aɪɚ": "AY ER",
    "əl": "AH L", "n̩": "AH N", "iː": "IY", "uː": "UW", "ɑː": "AA", "ɔː": "AO", "eː": "EY", "oː": "OW", "aː": "AA", "yː": "UW",
    "i": "IY", "ɪ": "IH", "ᵻ": "IH", "e": "EH", "ɛ": "EH", "æ": "AE", "a": "AE", "ɐ": "AH", "ʌ": "AH", "ə": "AH", "ɑ": "AA",
    "ɒ": "AA", "ɔ": "AO", "o": "OW", "ʊ": "UH", "u": "UW", "y": "UW", "ø": "ER", "œ": "ER", "ɛ̃": "AE N", "ɑ̃": "AA N", "ɔ̃": "AO N",
    "œ̃": "AH N", "p": "P", "b": "B", "t": "T", "d": "D", "k": "K", "ɡ": "G", "g": "G", "f": "F", "v": "V", "θ": "TH", "ð": "DH",
    "s": "S", "z": "Z", "ʃ": "SH", "ʒ": "ZH", "h": "HH", "x": "K", "ç": "SH", "ɣ": "G", "m": "M", "n": "N", "ŋ": "NG", "ɲ": "N Y",
    "l": "L", "ɫ": "L", "ʎ": "L Y", "ɹ": "R", "r": "R", "ʁ": "R", "ɾ": "D", "w": "W", "ɥ": "W", "j": "Y", "ʔ": "T", "β": "V",
    "ʋ": "V", "ts": "T S", "ɬ": "L", "c": "K", "ɟ": "G",
}  # fmt: skip
_LONGEST: Final = max(map(len, _PHONES))


def arpabet(ipa: str) -> str:
    """Phones with spaces between; what is no sound (stress, ties, spaces) is passed over. Empty where there is no sound."""
    phones: list[str] = []
    at = 0
    while at < len(ipa):
        size = next((n for n in range(_LONGEST, 0, -1) if ipa[at : at + n] in _PHONES), 0)
        if size:
            phones.append(_PHONES[ipa[at : at + size]])
        at += size or 1
    return " ".join(phones)
