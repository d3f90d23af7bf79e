"""Tags and chapters for FLAC and Opus (Vorbis comments) and for M4A (iTunes' metadata items).

Chapters in comments are ``CHAPTER000=HH:MM:SS.mmm``, ``CHAPTER000NAME`` and ``CHAPTER000URL`` (wiki.xiph.org/Chapter_Extension);
an M4A has its chapters from the container. The names of podcasts' own comments are those that Mp3tag writes.
"""

from __future__ import annotations

from collections.abc import Iterator

from segment.model.label import Label
from segment.publish.chapters import shown_chapters
from segment.publish.id3_texts import ascii_address
from segment.publish.languages import iso_639_2
from segment.publish.picture import picture_type
from segment.publish.read_back import Said, picture_said
from segment.publish.text import one_line, whole
from segment.units import milliseconds, timestamp

PICTURE, COVER, CHAPTER, LANGUAGE = "METADATA_BLOCK_PICTURE", "covr", "chapter", "language"
"""What pictures, chapters and the language of the sound are listed as."""


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
        ("PODCAST", "1"),
        ("PODCASTID", one_line(tags.guid)),
        ("PODCASTDESC", one_line(tags.comment)),
        ("PODCASTKEYWORDS", one_line(", ".join(tags.keywords))),
        ("PODCASTCATEGORY", one_line(tags.category)),
        ("PODCASTURL", ascii_address(tags.feed)),
    )
    return (*((name, value) for name, value in pairs if value), *_chapters(label))


def _chapters(label: Label) -> Iterator[tuple[str, str]]:
    timeline = label.timeline
    for number, mark in enumerate(shown_chapters(timeline)):
        yield f"CHAPTER{number:03}", timestamp(milliseconds(mark.start, timeline.rate) / 1000)
        yield f"CHAPTER{number:03}NAME", mark.title
        if link := ascii_address(mark.link):
            yield f"CHAPTER{number:03}URL", link


def mp4_items(label: Label) -> tuple[tuple[str, str], ...]:
    """Names of iTunes' items and their text."""
    tags = label.tags
    pairs = (
        ("\xa9nam", one_line(tags.title)),
        ("\xa9ART", one_line(tags.artist)),
        ("\xa9alb", one_line(tags.album)),
        ("trkn", tags.track if tags.track.isascii() and tags.track.isdigit() else ""),
        ("\xa9day", one_line(tags.date)),
        ("\xa9gen", "Podcast"),
        ("cprt", one_line(tags.copyright)),
        ("\xa9cmt", whole(tags.comment).strip()),
        ("desc", one_line(tags.comment)),
        ("ldes", whole(tags.comment).strip()),
        ("\xa9lyr", whole(label.transcript).strip()),
        ("\xa9url", ascii_address(tags.website)),
        ("egid", one_line(tags.guid)),
        ("keyw", one_line(", ".join(tags.keywords))),
        ("catg", one_line(tags.category)),
        ("purl", ascii_address(tags.feed)),
    )
    return tuple((name, value) for name, value in pairs if value)


def comments_to_be_said(label: Label) -> Said:
    """What a FLAC or Opus file is to say, its picture the last."""
    return (*vorbis_comments(label), *_cover(PICTURE, label.cover))


def mp4_to_be_said(label: Label) -> Said:
    """What an M4A is to say: its items, its cover, its chapters as both kinds of readers find them, and their pictures."""
    rate = label.timeline.rate
    chapters = [f"{milliseconds(mark.start, rate)} ms {mark.title}" for mark in shown_chapters(label.timeline)]
    kinds = (f"{CHAPTER}:nero", f"{CHAPTER}:quicktime")
    listed = [(kind, chapter) for kind in kinds for chapter in chapters]
    at = 0
    for frames, media_type, data in stills_of(label):
        listed.append((f"{CHAPTER}:picture", f"{milliseconds(at, rate)} ms {picture_said(media_type, data)}"))
        at += frames
    return ((LANGUAGE, iso_639_2(label.tags.language)), *mp4_items(label), ("pcst", "1"), *_cover(COVER, label.cover), *listed)


def stills_of(label: Label) -> tuple[tuple[int, str, bytes], ...]:
    """Frames, media type and bytes of what an M4A shows while it plays; nothing where no chapter has a picture of its own.

    A chapter without one shows the cover, or what was shown before, because the pictures follow one another without gaps.
    """
    marks = shown_chapters(label.timeline)
    own = [label.pictures.get(mark.image, b"") for mark in marks]
    if not any(own):
        return ()
    shown, before = [], label.cover or next(filter(None, own))
    for mark, data in zip(marks, own, strict=True):
        before = data or label.cover or before
        shown.append((mark.end - mark.start, picture_type(before), before))
    return tuple(shown)


def _cover(name: str, cover: bytes) -> Said:
    return ((name, picture_said(picture_type(cover), cover)),) if cover else ()
