"""How the words of a script sound, in the phones of the English model: its dictionary, then the embedded voice.

A pronouncer comes first, then what the dictionary says, then what the embedded voice makes of the spelling: a reader may have
followed any of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from segment.model.take import Sentence
from segment.model.utterance import SayWord
from segment.voice.espeak.catalogue import installed
from segment.voice.espeak.phonetic import Phoneticist
from segment.voice.take.arpabet import arpabet
from segment.voice.take.tokens import said

ENGLISH: Final = "en-us"

Pronunciations = dict[str, tuple[str, ...]]
"""Phones with spaces between, for each word; the likeliest first."""


def pronunciations(
    sentences: Sequence[Sentence], asides: Iterable[str], dictionary: Mapping[str, tuple[str, ...]]
) -> Pronunciations:
    """For every word that is said in the sentences, and every word of the ``asides``. A word without a sound has none."""
    found: Pronunciations = {word: dictionary[word] for aside in asides for word in aside.split() if word in dictionary}
    strange: dict[str, SayWord] = {}
    for word in (word for sentence in sentences for word in sentence.words):
        for text in said(word):
            if word.respelling or word.ipa or word.lang or text not in dictionary:
                strange.setdefault(text, word if len(said(word)) == 1 else SayWord(display=text, say=text))
            else:
                found[text] = dictionary[text]
    return {**found, **_read(strange, dictionary)} if strange else found


def _read(strange: Mapping[str, SayWord], dictionary: Mapping[str, tuple[str, ...]]) -> Pronunciations:
    base = installed().language(ENGLISH)
    if base is None:
        return {}
    phoneticist = Phoneticist()
    try:

        def phones(word: SayWord) -> str:
            return arpabet("".join(phoneticist.write([word], base).tokens))

        out: Pronunciations = {}
        for text, word in strange.items():
            bare = replace(word, say=text.replace("_", " "), respelling="", ipa="", lang="")
            ways = (phones(replace(word, say=bare.say)), *dictionary.get(text, ()), phones(bare))
            if sounds := tuple(dict.fromkeys(way for way in ways if way)):
                out[text] = sounds
        return out
    finally:
        phoneticist.close()
