"""The script as a recogniser knows it: sentences, and in them the words that are said, one after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from segment.model.take import Sentence
from segment.model.utterance import Phrase, SayWord, Utterance

_SAID: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*['’]?")


class Token(Struct, frozen=True, kw_only=True):
    """One word as it is said; a figure that was written may be several."""

    text: str
    """Lower case; letters, digits and apostrophes."""
    sentence: int
    word: int
    """Index of the written word in its sentence."""


def sentences_of(utterances: Sequence[Utterance]) -> tuple[Sentence, ...]:
    """The sentences of lines, in order."""
    return tuple(
        Sentence(line=utterance.id, words=piece.words)
        for utterance in utterances
        for piece in utterance.pieces
        if isinstance(piece, Phrase)
    )


def tokens_of(sentences: Sequence[Sentence]) -> tuple[Token, ...]:
    """Every word that is said, in order. What a pronouncer stands behind is one word, whatever it is made of."""
    return tuple(
        Token(text=text, sentence=index, word=nth)
        for index, sentence in enumerate(sentences)
        for nth, word in enumerate(sentence.words)
        for text in said(word)
    )


def said(word: SayWord) -> tuple[str, ...]:
    """A written word in the words that are said; none for what is not said."""
    found = tuple(text.replace("’", "'").casefold() for text in _SAID.findall(word.say))
    return ("_".join(found),) if found and (word.respelling or word.ipa) else found
