"""What words take to say: counted in their letters, weighed with a reader's figures.

Fitted over 485 sentences of reviews (50 minutes a voice, 29 works) in the built-in voices, each work left out in turn: single
sentences within 5 % (one standard deviation), works of half a minute or more within 3.5 %.
``tests/benchmarks/pace.py`` fits anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec.structs import replace

from segment.model.pace import Pace
from segment.model.utterance import Phrase, SayWord, Silence, Utterance

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouyàâäéèêëîïôöùûüœæ]+")
_SILENT = re.compile(r"(?<=[^aeiouyl])e[sd]?$")
_DOUBLED = re.compile(r"([bcdfghjklmnpqrstvwxz])\1")
_PAIRS = re.compile(r"th|sh|ch|ph|ck|gh|wh|ng|qu")
_NO_CONSONANT = re.compile(r"[^a-zß-ÿ]|[aeiouyàâäéèêëîïôöùûüœæ]")
_DIGRAPHS = re.compile(r"oo|ee|ea|ai|ay|oa|ou|ow|oi|oy|au|aw|ie|igh|[aiou](?=[^aeiouyrwlh]e\b)")
_COMMA = re.compile(r"[,，]\W*$")
_LONG = re.compile(r"[;:—–…]\W*$|(^|\s)[-—–]+$|\.\.\.\W*$")
_SMALL = frozenset(
    "the a an of to and in is it its that as at for on with was were be by but or he she his her they them their this are from "
    "not have has had who which you i we so if into than then there when what can could would will".split()
)
_COMMA_S, _SENTENCE_S = 0.18, 0.42
_WORD_S = 60 / 160 - _SENTENCE_S / 10
"""A word with its space at the rate the figures were fitted at, the pauses between sentences left out."""

_AMERICAN = Pace(
    phrase_s=0.105, syllable_s=0.043, consonant_s=0.068, word_s=0.127, small_s=-0.101, digraph_s=-0.008, letter_s=0.084,
    comma_s=0.272, long_s=0.304, sentence_s=_SENTENCE_S,
)  # fmt: skip
_BRITISH = Pace(
    phrase_s=0.087, syllable_s=0.058, consonant_s=0.0645, word_s=0.108, small_s=-0.090, digraph_s=0.005, letter_s=0.092,
    comma_s=0.248, long_s=0.284, sentence_s=_SENTENCE_S,
)  # fmt: skip
_FRENCH = Pace(
    phrase_s=0.063, syllable_s=0.1005, consonant_s=0.046, word_s=0.025, small_s=0.0, digraph_s=0.044, letter_s=0.1,
    comma_s=0.258, long_s=0.392, sentence_s=_SENTENCE_S,
)  # fmt: skip
_FRENCH_COMMA_S, _FRENCH_RATE = 0.22, 165.0


def base_pace(language: str, rate: float, comma_s: float, sentence_s: float) -> Pace:
    """The pace of a voice nobody has measured, by its language, its words a minute and the pauses of its profile."""
    tag = language.lower()
    french = tag.startswith("fr")
    fitted = _FRENCH if french else _BRITISH if tag in {"en-gb", "en-ie", "en-au", "en-nz", "en-za"} else _AMERICAN
    comma, word_s = (_FRENCH_COMMA_S, 60 / _FRENCH_RATE - _SENTENCE_S / 10) if french else (_COMMA_S, _WORD_S)
    slower = max(0.05, 60 / rate - sentence_s / 10) / word_s
    return replace(
        fitted,
        **{name: getattr(fitted, name) * slower for name in _SPOKEN},
        comma_s=max(0.0, fitted.comma_s + comma_s - comma),
        long_s=max(0.0, fitted.long_s + 1.5 * (comma_s - comma)),
        sentence_s=sentence_s,
    )


_SPOKEN = ("phrase_s", "syllable_s", "consonant_s", "word_s", "small_s", "digraph_s", "letter_s")


def speech_seconds(words: Iterable[SayWord], pace: Pace) -> float:
    """Seconds of one phrase, its inner stops included."""
    said = [word for word in words if word.say]
    if not said:
        return 0.0
    speech = pace.phrase_s
    for word in said:
        syllables, consonants, count, small, digraphs, letters = _counted(word.say)
        if word.respelling:
            syllables = len(re.findall(r"[^\s\-‐‑]+", word.respelling))
        speech += (
            pace.syllable_s * syllables
            + pace.consonant_s * consonants
            + pace.word_s * count
            + pace.small_s * small
            + pace.digraph_s * digraphs
            + pace.letter_s * letters
        )
    longer = sum(1 for word in said[:-1] if _LONG.search(word.display))
    commas = sum(1 for word in said[:-1] if _COMMA.search(word.display))
    return (speech + pace.comma_s * commas + pace.long_s * longer) * pace.scale


def line_seconds(pieces: Sequence[Phrase | Silence], pace: Pace) -> float:
    """Seconds of one spoken line, silences and the pauses between its sentences included."""
    total = 0.0
    before: Phrase | Silence | None = None
    for piece in pieces:
        if isinstance(piece, Silence):
            total += piece.seconds
        else:
            total += speech_seconds(piece.words, pace) + (pace.sentence_s if isinstance(before, Phrase) else 0.0)
        before = piece
    return total


def sentence_gaps(utterance: Utterance) -> int:
    """How many pauses of the reader's own stand between the line's phrases."""
    kinds = [isinstance(piece, Phrase) for piece in utterance.pieces]
    return sum(1 for a, b in pairwise(kinds) if a and b)


@lru_cache(maxsize=8192)
def _counted(say: str) -> tuple[int, int, int, int, int, int]:
    """Syllables, consonants, words, small words, digraphs, spelled letters."""
    syllables = consonants = count = small = digraphs = letters = 0
    for match in _WORD.finditer(say):
        word = match[0].lower().replace("’", "").replace("'", "")
        count += 1
        heard = len(_VOWELS.findall(_SILENT.sub("", word) if len(word) > 3 else word))
        if not heard:
            letters += len(word)
            continue
        syllables += heard
        consonants += len(_NO_CONSONANT.sub("", _PAIRS.sub("k", _DOUBLED.sub(r"\1", word))))
        small += word in _SMALL
        digraphs += len(_DIGRAPHS.findall(word))
    return syllables, consonants, count, small, digraphs, letters
