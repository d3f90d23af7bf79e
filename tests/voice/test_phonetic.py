"""Sentences in IPA."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace

from segment.errors import VoiceError
from segment.model.utterance import SayWord
from segment.voice.espeak.catalogue import Base, installed
from segment.voice.espeak.phonetic import Phoneticist, aligned

Words = Callable[..., tuple[SayWord, ...]]


@pytest.fixture(scope="module")
def phoneticist() -> Iterator[Phoneticist]:
    """One reading process."""
    reading = Phoneticist()
    yield reading
    reading.close()


def reader(name: str) -> Base:
    """A voice of espeak-ng."""
    base = installed().base(name)
    assert base is not None
    return base


def test_it_reads_as_piper_does(phoneticist: Phoneticist, words: Words, copy: list[str]) -> None:
    """Plain English is read as piper-tts reads it itself, but for the glide ʲ that its newer espeak-ng writes between vowels."""
    pytest.importorskip("piper", reason="piper-tts is not installed: pip install 'radio-segment[piper]'")
    code = (
        "import sys, json; from piper.phonemize_espeak import EspeakPhonemizer; p = EspeakPhonemizer();"
        "print(json.dumps([' '.join(''.join(s) for s in p.phonemize('en-us', t)) for t in json.load(sys.stdin)]))"
    )
    done = subprocess.run([sys.executable, "-c", code], input=json.dumps(copy), capture_output=True, text=True, check=True)
    theirs = [text.replace("ʲ", "") for text in json.loads(done.stdout)]
    ours = [" ".join(phoneticist.write(words(sentence), reader("en-us")).tokens) for sentence in copy]
    assert [unicodedata.normalize("NFD", text) for text in ours] == theirs


@pytest.mark.parametrize(
    ("mark", "value", "sounds"),
    [
        ("respelling", "koh-tee-YAR", "koʊtiːjˈɑːɹ,"),
        ("ipa", "kɔtiˈjaʁ", "kɔtijˈaʁ,"),
        ("lang", "fr", "kotijˈaʁ,"),
        ("lang", "tlh-nosuch", "kˈoʊɾiːˌɑː,"),
        ("stress", 2, "kˈoʊɾiːˌɑː,"),
    ],
)
def test_a_pronouncer_replaces_one_word(phoneticist: Phoneticist, words: Words, mark: str, value: str | int, sounds: str) -> None:
    """A respelling, IPA or another language changes its own word and no other; what is not known changes nothing, with a note."""
    plain = words("Marion Cotillard, plays a whale handler.")
    marked = (plain[0], replace(plain[1], **{mark: value}), *plain[2:])
    before, after = (phoneticist.write(text, reader("en-us")) for text in (plain, marked))
    assert after.tokens[1] == sounds
    assert (after.tokens[0], *after.tokens[2:]) == (before.tokens[0], *before.tokens[2:])
    assert len(after.notes) == (value == "tlh-nosuch")


def test_a_foreign_voice_speaks_english_names(phoneticist: Phoneticist, words: Words) -> None:
    """A respelling is English sounds also in a French sentence, and no name of a language is left in it."""
    written = phoneticist.write((*words("Un film avec"), *words("Weaver.", respelling="WEE-ver")), reader("fr"))
    assert written.tokens[-1].startswith("wˈiː")
    assert "(" not in "".join(written.tokens)


def test_words_know_their_sounds(phoneticist: Phoneticist, words: Words) -> None:
    """Each word points at the sounds it begins; one that is joined to the word before it points at none."""
    written = phoneticist.write(words("In the hands of the people, twenty-one times two thousand."), reader("en-us"))
    found = {word: written.tokens[token] for word, token in written.starts}
    assert found[2] == "hˈændz"
    assert found[5] == "pˈiːpəl,"
    assert found[6] == "twˈɛntiwˈʌn"
    assert found[7] == "tˈaɪmz"
    assert 4 not in found


def test_nearly_every_word_has_its_place(phoneticist: Phoneticist, words: Words, copy: list[str]) -> None:
    """In ordinary copy at least 19 words of 20 know where they begin."""
    total = placed = 0
    for sentence in copy:
        total += len(words(sentence))
        placed += len(phoneticist.write(words(sentence), reader("en-us")).starts)
    assert placed >= 0.95 * total


def test_what_was_read_before_is_forgotten(phoneticist: Phoneticist, words: Words, copy: list[str]) -> None:
    """A sentence is read alike whatever was read before it, in which language ever."""
    first = [phoneticist.write(words(text), reader("en-us")) for text in copy[:6]]
    phoneticist.write(words("La vie est belle, dit-il."), reader("fr"))
    assert [phoneticist.write(words(text), reader("en-us")) for text in reversed(copy[:6])] == first[::-1]


@pytest.mark.parametrize("text", ["", "—", "[[ ]]", "… – …"])
def test_nothing_is_nothing(phoneticist: Phoneticist, words: Words, text: str) -> None:
    """Where there is nothing to say there are no sounds."""
    assert phoneticist.write(words(text), reader("en-us")).tokens == ()


def test_brackets_and_commands_are_no_phonemes(phoneticist: Phoneticist, words: Words) -> None:
    """Text in brackets is read as text, and a command of espeak-ng's changes no voice."""
    assert phoneticist.write(words("[[noise]] stop"), reader("en-us")).tokens == ("nˈɔɪz", "stˈɑːp")
    assert phoneticist.write(words("[[_^_fr]] stop"), reader("en-us")).tokens[-1] == "stˈɑːp"


def test_a_word_is_aligned_only_where_it_is_certain() -> None:
    """Joined words, a weak form and a word of several tokens: only beginnings that are heard alone are told."""
    alone = ["hˈændz", "ʌv", "ðˈə", "", "tˈuː θˈaʊzənd", "ˈeɪ", "fˈɪlm"]
    assert aligned(range(7), alone, ["hˈændz", "ʌvðə", "tˈuː", "θˈaʊzənd", "ɐ", "fˈɪlm"]) == [(0, 0), (1, 1), (4, 2), (6, 5)]


def test_a_dead_process_is_replaced(words: Words) -> None:
    """A reading process that is killed is an error for one sentence, and after closing nothing is started."""
    reading = Phoneticist()
    try:
        assert reading._child.pid
        os.kill(reading._child.pid, signal.SIGKILL)
        with pytest.raises(VoiceError, match=r"The reading process crashed \(SIGKILL\)"):
            reading.write(words("Hello."), reader("en-us"))
        assert reading.write(words("Hello."), reader("en-us")).tokens == ("həlˈoʊ.",)
    finally:
        reading.close()
        reading.close()
    with pytest.raises(VoiceError, match="has been ended"):
        reading.write(words("Hello."), reader("en-us"))
