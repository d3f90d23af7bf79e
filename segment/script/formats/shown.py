"""A script's lines as a person reads them: words, with stress, silences and pronouncers as a page shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from segment.model.script import Break, Chapter, Clip, Item, Marked, Music, Pause, Pronounced, Speech, Sting, Stress
from segment.script.clinging import HARD, bound, clings, opens
from segment.script.cues import written_cue
from segment.script.escapes import unescape
from segment.sentences import sentences

Style = Literal["", "stress", "strong", "say", "beat"]
LONG_BEAT_MS = 1000
"""From here on a silence is shown as a pause."""


class Piece(Struct, frozen=True, kw_only=True):
    """Characters in one style."""

    text: str
    style: Style = ""


Word = tuple[Piece, ...]
"""What stands between two spaces."""


def pieces(speech: Speech) -> Iterator[Piece]:
    """The line for a reader: what is stressed, where silence is, how names are said; no mark of ours is left."""
    for span in speech.spans:
        match span:
            case Break():
                yield Piece(text=" (pause) " if span.ms >= LONG_BEAT_MS else " (beat) " if span.ms else "", style="beat")
            case Stress():
                yield Piece(text=span.text, style="strong" if span.level > 1 else "stress")
            case Pronounced():
                yield Piece(text=span.text)
                yield Piece(text=f" ({span.respelling})", style="say")
            case Marked():
                yield Piece(text=span.text)
                if span.key != "lang":
                    yield Piece(text=f" /{span.value}/" if span.key == "ipa" else f" ({span.value})", style="say")
            case _:
                yield Piece(text=span.text)


def words(found: Iterable[Piece], language: str) -> tuple[Word, ...]:
    """The words of a line; one that changes its style inside has several pieces.

    A mark that ``language`` sets off by a space stays with its word.
    """
    made: list[list[Piece]] = [[]]
    for piece in found:
        for n, part in enumerate(_parts(piece.text)):
            if n:
                made.append([])
            if part:
                made[-1].append(Piece(text=part, style=piece.style))
    joined: list[list[Piece]] = []
    for word in (word for word in made if word):
        if joined and (clings(word_text(word)) or opens(word_text(joined[-1]))):
            joined[-1] += [Piece(text=HARD), *word]
        else:
            joined.append(word)
    for word in joined:
        word[-1] = replace(word[-1], text=bound(word[-1].text, language))
    return tuple(map(tuple, joined))


def _parts(text: str) -> list[str]:
    """The text cut at its white space; an empty part at an end where there is some."""
    middle = text.split()
    if not middle:
        return ["", ""] if text else []
    return [*([""] if text[0].isspace() else []), *middle, *([""] if text[-1].isspace() else [])]


def word_text(word: Iterable[Piece]) -> str:
    """A word without its styles."""
    return "".join(piece.text for piece in word)


def in_sentences(found: tuple[Word, ...]) -> tuple[tuple[Word, ...], ...]:
    """The words of a line by sentence; a silence in front of a sentence belongs to it."""
    made: list[tuple[Word, ...]] = []
    at = 0
    for sentence in sentences(" ".join(map(word_text, found))):
        count = len(sentence.split(" "))
        made.append(found[at : at + count])
        at += count
    return (*made, found[at:]) if at < len(found) else tuple(made)


def spoken(speech: Speech) -> str:
    """The words alone, as they are written."""
    return " ".join("".join(span.text for span in speech.spans if not isinstance(span, Break)).split())


def cue_text(item: Item) -> tuple[str, str]:
    """A cue's name and what stands behind its colon, as a page shows them."""
    if isinstance(item, Chapter):
        more = ((" link", item.link), (" image", item.image))
        return "CHAPTER", ",".join([item.title, *(f"{key} {value}" for key, value in more if value)])
    if isinstance(item, Music | Sting | Clip | Pause):
        name, body = written_cue(item)
        return name, unescape(body)
    return "", ""


def only(item: Item) -> str:
    """``air`` or ``podcast`` for what is for one of them alone, else empty."""
    return str(getattr(item, "only", ""))
