"""Text for engines that take nothing else."""

from __future__ import annotations

import string
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segment.model.utterance import SayWord
from segment.voice.engines.sounds import CONSONANTS, VOWELS, respelt, syllables
from segment.voice.engines.spelling import plain, spelt


def word(say: str, **marks: Any) -> SayWord:
    """A word said as it is written."""
    return SayWord(display=say, say=say, **marks)


@pytest.mark.parametrize(
    ("respelling", "english", "french"),
    [
        ("koh-tee-YAR", "koh tee yar", "kotiyar"),
        ("ZHAHN pyehr", "zhahn pyehr", "jane pyèr"),
        ("KOW-ris-mah-kee", "kow ris mah kee", "kaourissmaki"),
        ("SHEE-an", "shee an", "chiane"),
    ],
)
def test_a_respelling_becomes_letters_that_can_be_read(respelling: str, english: str, french: str) -> None:
    """A pronouncer is spelt as each language's readers would read it, in small letters, its comma kept."""
    assert spelt([word("Name,", respelling=respelling)], "en-GB") == (f"{english},", ())
    assert spelt([word("Name,", respelling=respelling)], "fr") == (f"{french},", ())


@pytest.mark.parametrize(
    ("ipa", "english", "french"),
    [
        ("kɔtijaʁ", "kaw tee yahr", "kotiyar"),
        ("ˈmaɪkəl", "migh kuhl", "maïkel"),
        ("ʃɑ̃.bɔʁ", "shahn bawr", "chanbor"),
        ("/ɡiˈjɛʁmo/", "gee yehr moh", "guiyèrmo"),
        ("tʃuː əˈɡɛn", "choo uh gehn", "tchou eguène"),
    ],
)
def test_ipa_becomes_letters_that_can_be_read(ipa: str, english: str, french: str) -> None:
    """IPA is spelt by a table, for English and for French eyes."""
    assert spelt([word("Name", ipa=ipa)], "en") == (english, ())
    assert spelt([word("Name", ipa=ipa)], "fr-CA") == (french, ())


def test_what_does_not_get_through_is_noted_once() -> None:
    """Stress, another language, and what is no pronunciation have a sentence each; the voice's own language has none."""
    words = [
        word("Rust", stress=1),
        word("Jacques", lang="fr"),
        word("colour", lang="en-GB"),
        word("X", respelling="KOW-123"),
        word("Y", ipa="k5"),
        word("plain"),
    ]
    text, notes = spelt(words, "en-US")
    assert text == "Rust Jacques colour X Y plain"
    assert [note.split("”")[0] for note in notes] == ["“Rust", "“Jacques", "“X", "“Y"]
    assert not any(note.endswith(".") for note in notes)


def test_a_pronunciation_makes_its_language_needless() -> None:
    """A word that is spelt out needs no other language, and one that is not said needs nothing."""
    assert spelt([word("Jacques", lang="fr", respelling="ZHAHK"), word("—", stress=2, lang="fr")], "en") == ("zhahk", ())


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<break time='9999s'/>", "break time '9999s'"),
        ("[[slnc 9999]] stop", "slnc 9999 stop"),
        ("\x01250S\x00 \x1b[31mred\ud800", "250S 31mred"),
        ("Great 😀 film\u202e!", "Great film !"),
        ("$(date) `date` {rate} %s \\n", "date date rate s n"),
        ("“It’s” café, naïve — मिठाई!", "It's café, naïve मिठाई!"),
        ("😀", ""),
    ],
)
def test_text_is_data(text: str, left: str) -> None:
    """Markup, commands, control characters and pictures become spaces; letters of any script stay."""
    assert plain(text) == left


@given(st.text())
def test_nothing_steers_an_engine(text: str) -> None:
    """Whatever the text, no ASCII character gets through but letters, digits, spaces and a few marks."""
    allowed = set(string.ascii_letters + string.digits + " -',.?!;:")
    assert all(c in allowed or not c.isascii() for c in spelt([word(text, respelling=text, ipa=text)], "en")[0])


def test_every_sound_has_its_spellings_and_phones() -> None:
    """The table is whole: each sound can be found again, and each vowel has an English, a French and a phone's name."""
    for symbol, (english, french, phones) in VOWELS.items():
        assert english, symbol
        assert french, symbol
        assert phones, symbol
        assert [s.sounds for s in syllables(symbol)] == [(symbol,)]
    assert not set(VOWELS) & set(CONSONANTS)


def test_syllables_carry_their_stress() -> None:
    """The stressed syllable of a pronouncer and of IPA is known, and each word's last."""
    assert [s.stressed for s in respelt("koh-tee-YAR")] == [False, False, True]
    assert [s.stressed for s in syllables("əˈɡɛnst ˈkat")] == [False, True, True]
    assert [s.ends_word for s in syllables("əˈɡɛnst ˈkat")] == [False, True, True]
