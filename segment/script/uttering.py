"""Spoken lines as a voice gets them: phrases of words, each with what was written and what is said, and the silences between."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from segment.model.lexicon import Lexicon
from segment.model.running_order import RunningOrder
from segment.model.script import Break, Span, Speech, Text
from segment.model.utterance import Phrase, Silence, Utterance
from segment.script.lexicon.finding import Index
from segment.script.lexicon.giving import given, of_script
from segment.script.spoken.spoken_words import Stretch, spoken_words
from segment.sentences import sentences

NOBODY = Lexicon()
"""A lexicon without a name in it."""


def utterances(order: RunningOrder, *, language: str, lexicon: Lexicon = NOBODY) -> tuple[Utterance, ...]:
    """One utterance for each spoken line of the running order, in order; ``language`` is a BCP 47 tag.

    Names of the ``lexicon`` are said as it says wherever they stand; a pronouncer of the script itself is above it, and counts
    for every mention of the name in the script.

    Every written word becomes one :class:`SayWord`, so that the displays joined by spaces are the line as written, apart from the
    marks, the pronouncers and the kind of white space. A line of nothing but silence has no phrase.
    """
    spoken = [(entry.line_id, entry.item) for entry in order.entries if isinstance(entry.item, Speech)]
    own = of_script(span for _, speech in spoken for span in speech.spans)
    index = Index(own.over(lexicon))
    return tuple(Utterance(id=id_, role=speech.role, pieces=_pieces(speech, language, index)) for id_, speech in spoken)


def _pieces(speech: Speech, language: str, index: Index) -> tuple[Phrase | Silence, ...]:
    pieces: list[Phrase | Silence] = []
    stretch: list[Span] = []
    for span in speech.spans:
        if not isinstance(span, Break):
            stretch.append(span)
            continue
        pieces += _phrases(stretch, language, index)
        stretch = []
        if span.ms > 0:
            pieces.append(Silence(seconds=span.ms / 1000))
    return (*pieces, *_phrases(stretch, language, index))


def _phrases(spans: list[Span], language: str, index: Index) -> Iterator[Phrase]:
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
            yield Phrase(words=given(words, index, language))
