"""A sentence with its marks as words for a voice: what was written, what is said, and how."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from segment.model.script import Marked, Pronounced, Span, Stress
from segment.model.utterance import SayWord
from segment.script.clinging import WORD, bound
from segment.script.spoken.say import say


class Stretch(Struct, frozen=True, kw_only=True):
    """The part of a sentence's display text that a span covers."""

    start: int
    stop: int
    span: Span

    def moved(self, by: int) -> Stretch:
        """The same, ``by`` characters further on; never before the beginning."""
        return Stretch(start=max(0, self.start + by), stop=self.stop + by, span=self.span)


def spoken_words(sentence: str, stretches: Sequence[Stretch], language: str) -> tuple[SayWord, ...]:
    """One word for each written word, in order. Where a mark says more or fewer words than are written, its first word says them
    all and the others nothing."""
    places = [match.span() for match in WORD.finditer(sentence)]
    displays = [sentence[start:stop] for start, stop in places]
    covered = [(stretch, _covered(stretch, places)) for stretch in stretches]
    said = _said(displays, places, covered, language)
    words = [SayWord(display=bound(d, language), say=s) for d, s in zip(displays, said, strict=True)]
    for stretch, at in covered:
        if at:
            _mark(words, at, stretch.span)
    return tuple(words)


def _covered(stretch: Stretch, places: Sequence[tuple[int, int]]) -> range:
    """The words a stretch touches."""
    return range(bisect_right(places, stretch.start, key=lambda p: p[1]), bisect_left(places, stretch.stop, key=lambda p: p[0]))


def _said(
    displays: Sequence[str], places: Sequence[tuple[int, int]], covered: Sequence[tuple[Stretch, range]], language: str
) -> list[str]:
    """What each word says, substitutes in the place of what they stand for, other languages by their own rules."""
    voiced: list[list[str]] = [["".join(display.split())] for display in displays]
    for stretch, at in covered:
        if at and isinstance(stretch.span, Marked) and stretch.span.key == "sub":
            first, last = places[at[0]], places[at[-1]]
            before = displays[at[0]][: max(0, stretch.start - first[0])]
            behind = displays[at[-1]][max(0, stretch.stop - last[0]) :]
            values = f"{before}{stretch.span.value}{behind}".split()
            equal = len(values) == len(at)
            for n, i in enumerate(at):
                voiced[i] = [values[n]] if equal else values if n == 0 else []
    flat = say([word for words in voiced for word in words], language)
    said: list[str] = []
    begin = 0
    for words in voiced:
        said.append(" ".join(s for s in flat[begin : begin + len(words)] if s))
        begin += len(words)
    for stretch, at in covered:
        if at and isinstance(stretch.span, Marked) and stretch.span.key == "lang":
            said[at[0] : at[-1] + 1] = say(displays[at[0] : at[-1] + 1], stretch.span.value)
    return said


def _mark(words: list[SayWord], at: range, span: Span) -> None:
    """Puts what a span says on the words it touches."""
    match span:
        case Stress():
            for i in at:
                words[i] = msgspec.structs.replace(words[i], stress=span.level)
        case Pronounced():
            _sound(words, at, "respelling", span.respelling)
        case Marked(key="lang"):
            for i in at:
                words[i] = msgspec.structs.replace(words[i], lang=span.value)
        case Marked(key="say"):
            _sound(words, at, "respelling", span.value)
        case Marked(key="ipa"):
            _sound(words, at, "ipa", span.value)
        case _:
            pass


def _sound(words: list[SayWord], at: range, field: str, value: str) -> None:
    """A respelling or IPA, word for word where the numbers agree."""
    parts = value.split()
    if len(parts) == len(at):
        for i, part in zip(at, parts, strict=True):
            words[i] = msgspec.structs.replace(words[i], **{field: part})
        return
    whole = " ".join(words[i].say for i in at if words[i].say)
    words[at[0]] = msgspec.structs.replace(words[at[0]], **{field: value, "say": whole})
    for i in at[1:]:
        words[i] = msgspec.structs.replace(words[i], say="")
