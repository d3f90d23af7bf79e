"""IPA to mnemonics."""

from __future__ import annotations

import re

import pytest

from segment.voice.espeak.ipa import mnemonics


@pytest.mark.parametrize(
    ("ipa", "lang", "expected"),
    [
        ("koʊtiˈjɑːɹ", "", ("koUt2ij'A@", "en")),
        ("/ˈdʒɪmi/", "en", ("dZ'Imi", "en")),
        ("ˈθɜːzdeɪ", "en-GB", ("T'3:zdeI", "en")),
        ("ˈbʌtɚ", "", ("b'Vt23", "en")),
        ("kɔtijaʁ", "", ("kOtijar", "fr")),
        ("bɔ̃ʒuʁ", "fr-FR", ("bO~Zur", "fr")),
        ("ɑ̃ˈʒɛl", "", ("A~Z'El", "fr")),
    ],
)
def test_sounds_of_english_and_french(ipa: str, lang: str, expected: tuple[str, str]) -> None:
    """English and French sounds become mnemonics of the table they are from, stress before the vowel."""
    assert mnemonics(ipa, lang) == expected


@pytest.mark.parametrize("ipa", ["ǂa", "", "[[", "ko<b>", "日本"])
def test_unknown_symbols_are_refused(ipa: str) -> None:
    """A symbol of another language, or none at all, is a ValueError that quotes the text."""
    with pytest.raises(ValueError, match=re.escape(repr(ipa))):
        mnemonics(ipa, "")
