"""The words of a sentence as the parts espeak-ng is given: text, phonemes, or text in another language."""

from __future__ import annotations

from collections.abc import Sequence

from segment.model.utterance import SayWord
from segment.voice.espeak import ipa, respelling
from segment.voice.espeak.catalogue import Base, Catalogue
from segment.voice.espeak.compose import FOREIGN, PHONEMES, TEXT, Part

_PUNCTUATION = ",.;:?!…—–\"'”’»)"


def parts(words: Sequence[SayWord], base: Base, catalogue: Catalogue) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    """One part per word (an empty one for a word that is not said), and a sentence for each pronunciation not understood."""
    made: list[Part] = []
    notes: list[str] = []
    for word in words:
        body = word.say.rstrip(_PUNCTUATION)
        tail = word.say[len(body) :]
        try:
            made.append(_part(word, body, tail, base, catalogue))
        except ValueError as error:
            notes.append(f"{word.display!r} is read as it is spelt: {error}")
            made.append((TEXT, body, tail, word.stress, "", ""))
    return tuple(made), tuple(notes)


def _part(word: SayWord, body: str, tail: str, base: Base, catalogue: Catalogue) -> Part:
    if not body.strip():
        return (TEXT, "", tail, 0, "", "")
    if word.ipa:
        sounds, table = ipa.mnemonics(word.ipa, word.lang)
        return (PHONEMES, sounds, tail, word.stress, "", _english(base) if table == "en" else table)
    if word.respelling:
        return (PHONEMES, respelling.mnemonics(word.respelling), tail, word.stress, "", _english(base))
    if word.lang:
        other = catalogue.language(word.lang)
        if other is None:
            raise ValueError(f"espeak-ng does not speak {word.lang!r}")
        if other.table != base.table:
            return (FOREIGN, body, tail, word.stress, other.id, other.table)
    return (TEXT, body, tail, word.stress, "", "")


def _english(base: Base) -> str:
    """The table for English sounds in this voice's mouth."""
    return base.table if base.table.startswith("en") else "en-us"
