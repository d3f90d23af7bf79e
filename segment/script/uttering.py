"""Spoken lines as a voice gets them: phrases of words, each with what was written and what is said, and the silences between."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from segment.model.running_order import RunningOrder
from segment.model.script import Break, Span, Speech, Text
from segment.model.utterance import Phrase, Silence, Utterance
from segment.script.spoken.spoken_words import Stretch, spoken_words
from segment.sentences import sentences


def utterances(order: RunningOrder, *, language: str) -> tuple[Utterance, ...]:
    """One utterance for each spoken line of the running order, in order; ``language`` is a BCP 47 tag.

    Every written word becomes one :class:`SayWord`, so that the displays joined by spaces are the line as written, apart from the
    marks, the pronouncers and the kind of white space. A line of nothing but silence has no phrase.
    """
    return tuple(
        Utterance(id=entry.line_id, role=entry.item.role, pieces=_pieces(entry.item, language))
        for entry in order.entries
        if isinstance(entry.item, Speech)
    )


def _pieces(speech: Speech, language: str) -> tuple[Phrase | Silence, ...]:
    pieces: list[Phrase | Silence] = []
    stretch: list[Span] = []
    for span in speech.spans:
        if not isinstance(span, Break):
            stretch.append(span)
            continue
        pieces += _phrases(stretch, language)
        stretch = []
        if span.ms > 0:
            pieces.append(Silence(seconds=span.ms / 1000))
    return (*pieces, *_phrases(stretch, language))


def _phrases(spans: list[Span], language: str) -> Iterator[Phrase]:
    """The sentences between two breaks."""
    texts: list[str] = []
    stretches: list[Stretch] = []
    length = 0
    for span in spans:
        if isinstance(span, Break):
            continue
        texts.append(span.text)
        if not isinstance(span, Text):
            stretches.append(Stretch(start=length, stop=length + len(span.text), span=span))
        length += len(span.text)
    text = "".join(texts)
    at = 0
    for sentence in sentences(text):
        start = text.index(sentence, at)
        at = start + len(sentence)
        first = bisect_right(stretches, start, key=lambda s: s.stop)
        last = bisect_left(stretches, at, key=lambda s: s.start)
        words = spoken_words(sentence, [s.moved(-start) for s in stretches[first:last]], language)
        if words:
            yield Phrase(words=words)
