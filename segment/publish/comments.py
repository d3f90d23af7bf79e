"""Tags and chapters for FLAC and Opus (Vorbis comments) and for M4A (iTunes' metadata items).

Chapters in comments are ``CHAPTER000=HH:MM:SS.mmm`` and ``CHAPTER000NAME`` (wiki.xiph.org/Chapter_Extension); an M4A has its
chapters from the container.
"""

from __future__ import annotations

from collections.abc import Iterator

from segment.model.label import Label
from segment.publish.chapters import shown_chapters
from segment.publish.text import one_line, whole
from segment.units import milliseconds, timestamp


def vorbis_comments(label: Label) -> tuple[tuple[str, str], ...]:
    """Names and values, in order; what the label does not know is left out."""
    tags = label.tags
    pairs = (
        ("TITLE", one_line(tags.title)),
        ("ARTIST", one_line(tags.artist)),
        ("ALBUM", one_line(tags.album)),
        ("TRACKNUMBER", one_line(tags.track)),
        ("DATE", one_line(tags.date)),
        ("GENRE", "Podcast"),
        ("LANGUAGE", one_line(tags.language)),
        ("COPYRIGHT", one_line(tags.copyright)),
        ("CONTACT", one_line(tags.website)),
        ("DESCRIPTION", whole(tags.comment).strip()),
        ("LYRICS", whole(label.transcript).strip()),
    )
    return (*((name, value) for name, value in pairs if value), *_chapters(label))


def _chapters(label: Label) -> Iterator[tuple[str, str]]:
    timeline = label.timeline
    for number, mark in enumerate(shown_chapters(timeline)):
        yield f"CHAPTER{number:03}", timestamp(milliseconds(mark.start, timeline.rate) / 1000)
        yield f"CHAPTER{number:03}NAME", mark.title


def mp4_items(label: Label) -> tuple[tuple[str, str], ...]:
    """Names of iTunes' items and their text."""
    tags = label.tags
    pairs = (
        ("\xa9nam", one_line(tags.title)),
        ("\xa9ART", one_line(tags.artist)),
        ("\xa9alb", one_line(tags.album)),
        ("\xa9day", one_line(tags.date)),
        ("\xa9gen", "Podcast"),
        ("cprt", one_line(tags.copyright)),
        ("\xa9cmt", whole(tags.comment).strip()),
        ("desc", one_line(tags.comment)),
        ("\xa9lyr", whole(label.transcript).strip()),
    )
    return tuple((name, value) for name, value in pairs if value)
