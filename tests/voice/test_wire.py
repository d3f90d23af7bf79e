"""IPA as respellings that wire services print, and back."""

from __future__ import annotations

import pytest

from segment.voice import reading
from segment.voice.espeak.respelling import mnemonics
from segment.voice.espeak.wire import respelling

# What espeak-ng's own voices write for these names; the respellings are how English-language announcers print them.
NAMES = {
    "kotijˈaʁ": "koh-tee-YAR",
    "kɛʃˈiʃ": "keh-SHEESH",
    "sɛdˈu": "seh-DOO",
    "bidɡˈɛ̃": "beed-GAN",
    "ɡijˈom": "gee-YOHM",
    "vˈaɪs": "VIGHS",
    "bɾˈyːl": "BRUEL",
    "iɲˈaritu": "ee-NYAH-ree-too",
    "ˌalmoðˈoβaɾ": "ahl-moh-DOH-var",
    "sorɾentˈino": "sor-ren-TEE-noh",
    "vərhˈuvən": "ver-HOO-vuhn",
    "sˈɑboː": "SAH-boh",
    "pal dˈɔʁ": "PAHL DOR",
}


@pytest.mark.parametrize(("ipa", "printed"), NAMES.items())
def test_a_name_is_respelled(ipa: str, printed: str) -> None:
    """Syllables begin with what can be said, the stressed one is in capitals, each sound is the nearest that English has."""
    assert respelling(ipa) == printed


# English IPA, the respelling it must get, and espeak-ng's own mnemonics for the same sounds.
ROUND = {
    "bˈiː": "b'i:", "bˈoʊ": "b'oU", "bˈeɪ": "b'eI", "bˈaɪ": "b'aI", "bˈaɪt": "b'aIt2", "bˈaʊ": "b'aU", "bˈɔɪ": "b'OI",
    "bˈɑː": "b'A:", "bˈɔːs": "b'O:s", "bˈʊk": "b'Uk", "bˈɛs": "b'Es", "bˈɪs": "b'Is", "bˈæs": "b'as", "bˈɑːɹ": "b'A@",
    "bˈɔːɹ": "b'O@",
    "bˈɛɹ": "b'e@", "bˈɪɹ": "b'i@", "bˈʊɹ": "b'U@", "ʃˈuː": "S'u:", "tʃˈuː": "tS'u:", "dʒˈuː": "dZ'u:",
    "θˈuː": "T'u:", "ʒˈuː": "Z'u:",
    "jˈuː": "j'u:", "wˈuː": "w'u:", "xˈuː": "x'u:", "ɲˈuː": "nj'u:",
}  # fmt: skip


@pytest.mark.parametrize(("ipa", "sounds"), ROUND.items())
def test_a_respelling_sounds_as_the_ipa_did(ipa: str, sounds: str) -> None:
    """Read back as a pronouncer, each vowel and consonant is the sound it was made from."""
    assert mnemonics(respelling(ipa)) == sounds


def test_stress_lands_where_it_was() -> None:
    """The syllable in capitals is the one with the mark, before its consonants or before its vowel."""
    assert respelling("aˈtaka") == respelling("atˈaka") == "ah-TAH-kah"
    assert respelling("ataka") == "ah-tah-kah"


def test_what_has_no_vowel_is_nothing() -> None:
    """Symbols nobody knows are left out, and where nothing can be said there is no respelling."""
    assert [respelling(ipa) for ipa in ("", "st", "ʘǃ", "a st")] == ["", "", "", ""]


def test_candidates_are_read_by_both_languages() -> None:
    """A French name comes as a French and as an English reader has it, each readable again; an unknown language adds none."""
    french, unknown = reading.candidates([("Cotillard", "fr"), ("Cotillard", "xx")], "en")
    assert french[0] == "koh-tee-YAR"
    assert french[1:] == unknown
    assert all(reading.syllables(way) == "" for way in french)
