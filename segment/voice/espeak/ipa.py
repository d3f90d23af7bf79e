"""IPA to espeak-ng's phoneme mnemonics, for English and for French sounds.

The pairs are what espeak-ng itself prints for the same sound in both notations (``--ipa`` and ``-x``).
"""

from __future__ import annotations

_SHARED = {c: c for c in "pbtdkgfvszmnljwhx"} | {
    "ɡ": "g", "ʃ": "S", "ʒ": "Z", "ŋ": "N", "ç": "C", "ɫ": "l", "tʃ": "tS", "dʒ": "dZ", "t͡ʃ": "tS", "d͡ʒ": "dZ",
    "ʧ": "tS", "ʤ": "dZ",
}  # fmt: skip
# t2 is a t that stays one: between vowels an American voice would turn t into a flap, which IPA writes ɾ.
_ENGLISH = _SHARED | {
    "t": "t2", "θ": "T", "ð": "D", "ɹ": "r", "r": "r", "ɾ": "t#", "ʔ": "?", "ɲ": "nj", "ʁ": "r",
    "aɪə": "aI@", "aʊə": "aU@", "aɪ": "aI", "aʊ": "aU", "eɪ": "eI", "oʊ": "oU", "əʊ": "oU", "ɔɪ": "OI", "ɔʏ": "OI",
    "ɑːɹ": "A@", "ɑɹ": "A@", "ɔːɹ": "O@", "ɔɹ": "O@", "ɛɹ": "e@", "eə": "e@", "ɪə": "i@", "iə": "i@", "ɪɹ": "i@",
    "ʊə": "U@", "ʊɹ": "U@",
    "iː": "i:", "uː": "u:", "ɑː": "A:", "ɔː": "O:", "ɜː": "3:", "ɝː": "3:", "ɝ": "3:", "ɜ": "3:", "ɚ": "3", "ə": "@", "ɐ": "a#",
    "ʌ": "V", "æ": "a", "a": "a", "aː": "A:", "ɛ": "E", "e": "E", "eː": "eI", "ɪ": "I", "i": "i", "ʊ": "U", "u": "u:", "y": "u:",
    "ɒ": "0", "ɔ": "O:", "ɑ": "A:", "o": "oU", "oː": "oU",
}  # fmt: skip
_FRENCH = _SHARED | {
    "ʁ": "r", "r": "r", "ʀ": "r", "ɹ": "r", "ɲ": "nj", "ɥ": "y",
    "i": "i", "y": "y", "u": "u", "e": "e", "ɛ": "E", "ø": "Y", "œ": "W", "ə": "@", "o": "o", "ɔ": "O", "a": "a", "ɑ": "a",
    "aː": "a:", "ɑː": "a:", "iː": "i", "uː": "u", "eː": "e", "oː": "o",
    "ɑ̃": "A~", "ɔ̃": "O~", "ɛ̃": "E~", "œ̃": "W~",
}  # fmt: skip
_MARKS = {"ˈ": "'", "ˌ": ",", "'": "'", ".": "", "‿": "", "-": "", "|": "", "/": "", "[": "", "]": "", " ": " ", "͡": "", "̩": "-"}
_ONLY_FRENCH = ("̃", "ʁ", "ø", "œ", "ɥ")


def mnemonics(ipa: str, lang: str) -> tuple[str, str]:
    """The mnemonics and the phoneme table they belong to (``en`` or ``fr``).

    French when ``lang`` says so or the sounds do. A stress mark goes from before its syllable to before its vowel, where
    espeak-ng wants it. Raises ValueError with the first symbol that is not known.
    """
    text = ipa.strip().strip("/[]")
    french = lang.lower().startswith("fr") or any(symbol in text for symbol in _ONLY_FRENCH)
    sounds = _FRENCH if french else _ENGLISH
    out, pending, at = "", "", 0
    while at < len(text):
        for size in (4, 3, 2, 1):
            symbol = text[at : at + size]
            if len(symbol) == size and symbol in sounds:
                sound = sounds[symbol]
                if pending and symbol[0] in "aɑæɐeɛəɚɜɝiɪyoɔœøuʊʌɒ":
                    sound, pending = pending + sound, ""
                out += sound
                break
            if size == 1 and symbol in _MARKS:
                mark = _MARKS[symbol]
                if mark in {"'", ","}:
                    pending = mark
                else:
                    out += mark
                break
        else:
            raise ValueError(f"not IPA for {'French' if french else 'English'}: {text[at]!r} in {ipa!r}")
        at += size
    if not out.strip():
        raise ValueError(f"not IPA: {ipa!r}")
    return out, "fr" if french else "en"
