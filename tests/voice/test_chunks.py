"""What is spoken in one go."""

from __future__ import annotations

from collections.abc import Callable

from segment.model.utterance import SayWord
from segment.voice.chunks import LONGEST, chunks, halves

Words = Callable[..., tuple[SayWord, ...]]


def test_an_ordinary_sentence_stays_whole(words: Words) -> None:
    """A sentence within the limit is one chunk."""
    assert len(chunks(words("It's a small film, and a good one."))) == 1


def test_ten_thousand_words_lose_none(words: Words) -> None:
    """A sentence of 10,000 words is cut into stretches within the limit that hold every word once, in order."""
    sentence = words(" ".join(f"word{n}," if n % 17 == 0 else f"word{n}" for n in range(10_000)))
    parts = chunks(sentence)
    assert tuple(word for part in parts for word in part.words) == sentence
    assert max(len(part.text) for part in parts) <= LONGEST
    assert [part.joined for part in parts] == [False] + [True] * (len(parts) - 1)


def test_cuts_fall_after_punctuation(words: Words) -> None:
    """Where there is a comma in the later part of a stretch, the cut is there."""
    parts = chunks(words(", ".join(["a good many words that follow one another without a pause"] * 8)))
    assert len(parts) > 1
    assert all(part.text.endswith(",") for part in parts[:-1])


def test_what_cannot_be_said_stays_in_its_place(words: Words) -> None:
    """Emoji, dashes and addresses longer than any word stay as words and are not said."""
    (part,) = chunks(words("Great 😀 — " + "x" * 61 + " film"))
    assert [word.say for word in part.words] == ["Great", "", "", "", "film"]


def test_another_split(words: Words) -> None:
    """The second try divides near the middle, after a comma if there is one, and keeps every word."""
    (part,) = chunks(words("one two three four, five six seven eight"))
    first, second = halves(part)
    assert (first.text, second.text) == ("one two three four,", "five six seven eight")
    (single,) = chunks(words("Go."))
    assert halves(single) == (single,)
    (pair,) = chunks(words("Go on."))
    assert [h.text for h in halves(pair)] == ["Go", "on."]
