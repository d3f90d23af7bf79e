"""A sentence for engines that take text alone: what they cannot be told in another way is spelt out, or becomes a note.

Text is data. Letters, digits and the few marks that make a melody get through; what could be markup, an engine's command or a
control character becomes a space.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from segment.model.utterance import SayWord
from segment.voice.engines import sounds
from segment.voice.engines.sounds import CONSONANTS, VOWELS, Syllable

_MARKS = frozenset(" -',.?!;:")
_AS = str.maketrans({"’": "'", "‘": "'", "‑": "-", "‐": "-", "…": "."})
_TAIL = re.compile(r"[,.?!;:…\"”’»)]*$")
_RESPELLING = re.compile(r"[^\W\d_]+(?:[-‐‑–·' ]+[^\W\d_]+)*")
_SILENT_ENDS = frozenset("bdghjmnpstvxz")
"""Letters that French does not say at a word's end, or says through the nose."""


def spelt(words: Sequence[SayWord], language: str) -> tuple[str, tuple[str, ...]]:
    """The sentence as text for a voice that reads ``language``, and a note for each thing that does not get through."""
    pieces, notes = spellings(words, language)
    return " ".join(filter(None, pieces)), notes


def spellings(words: Sequence[SayWord], language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """As :func:`spelt`, with the text of each word apart, empty for a word that is not said."""
    pieces: list[str] = []
    notes: list[str] = []
    for word in words:
        piece, told = _piece(word, language)
        pieces.append(piece)
        notes.extend(told)
    return tuple(pieces), tuple(notes)


def plain(text: str) -> str:
    """The text with nothing in it that an engine could obey, single spaces between its words."""
    kept = "".join(c if unicodedata.category(c)[0] in "LMN" or c in _MARKS else " " for c in text.translate(_AS))
    return " ".join(kept.split())


def primary(language: str) -> str:
    """``fr-CA`` → ``fr``."""
    return language.partition("-")[0].partition("_")[0].lower()


def not_stressed(word: SayWord) -> str:
    """The note for a stress that an engine cannot give."""
    return f"“{word.display}” is not stressed: this voice cannot stress a word"


def not_changed(word: SayWord, language: str) -> str:
    """The note for a word in another language that an engine reads in its own."""
    return f"“{word.display}” is read as {language} and not as {word.lang}: this voice keeps to one language"


def _piece(word: SayWord, language: str) -> tuple[str, list[str]]:
    text = plain(word.say)
    if not text:
        return "", []
    notes = [not_stressed(word)] if word.stress else []
    if word.ipa or word.respelling:
        tail = plain(_TAIL.search(word.say)[0])  # type: ignore[index]  # it matches the empty end too
        try:
            said = _ipa(word.ipa, language) if word.ipa else _respelling(word.respelling, language)
        except ValueError as error:
            return text, [*notes, f"“{word.display}” is read as it is spelt: {error}"]
        return said + tail, notes
    if word.lang and primary(word.lang) != primary(language):
        notes.append(not_changed(word, language))
    return text, notes


def _respelling(respelling: str, language: str) -> str:
    """``koh-tee-YAR`` → ``koh tee yar``, or for French ``kotiyar``."""
    if not _RESPELLING.fullmatch(respelling.strip()):
        raise ValueError(f"not a respelling: {respelling!r}")
    if primary(language) == "fr":
        return french(sounds.respelt(respelling))
    return " ".join(re.findall(r"[^\W\d_']+", respelling.replace("'", "").lower()))


def _ipa(ipa: str, language: str) -> str:
    write: Callable[[Sequence[Syllable]], str] = french if primary(language) == "fr" else english
    return write(sounds.syllables(ipa))


def english(syllables: Sequence[Syllable]) -> str:
    """Syllables as a pronouncer prints them, in lower case: capitals would be read letter by letter."""
    return " ".join("".join((VOWELS.get(sound) or CONSONANTS[sound])[0] for sound in s.sounds) for s in syllables)


def french(syllables: Sequence[Syllable]) -> str:
    """Syllables as a French reader would write them down."""
    out = ""
    for syllable in syllables:
        for sound in syllable.sounds:
            spelling = (VOWELS.get(sound) or CONSONANTS[sound])[1]
            if out.endswith("g") and not out.endswith("ng") and spelling[:1] in {"e", "é", "è", "i", "y"}:
                out += "u"  # a hard g
            out += spelling
        if syllable.ends_word:
            last = syllable.sounds[-1]
            out += "e " if last in CONSONANTS and out[-1:] in _SILENT_ENDS else " "
    return " ".join(out.split())
