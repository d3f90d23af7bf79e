"""The ID3v2.3 tag of a finished MP3, as the bytes that stand before its frames.

Version 2.3 because readers lose chapters, or the whole tag, in 2.4. Sources: ID3 tag version 2.3.0 (id3.org/id3v2.3.0),
ID3v2 Chapter Frame Addendum 1.0 (id3.org/id3v2-chapters-1.0).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote, urlsplit

from mutagen import id3 as mutagen_id3

from segment.errors import PublishError
from segment.model.tags import Tags
from segment.model.timeline import Timeline
from segment.publish.chapters import shown_chapters
from segment.publish.languages import iso_639_2
from segment.publish.picture import picture_type
from segment.publish.text import one_line, whole
from segment.units import milliseconds

kinds: Any = mutagen_id3
"""The frame classes; their constructors carry no types."""

PADDING = 256
"""Zero bytes after the last frame, so that a player can correct a typing mistake without moving the audio."""
NO_OFFSET = 0xFFFFFFFF
"""A chapter is found by its time, not by a byte offset (addendum, section 3.1)."""

_UTF16 = kinds.Encoding.UTF16
_HEADER = 10
_DATE = re.compile(r"(\d{4})(?:-(\d{2})-(\d{2}))?")
_COPYRIGHT_WORDS = re.compile(r"^(?:copyright|©|℗|\(c\)|\s)+", re.IGNORECASE)


def id3(tags: Tags, timeline: Timeline, *, cover: bytes, transcript: str) -> bytes:
    """The whole tag: frames in a fixed order, chapters in order of time, a little padding.

    ``cover`` is a PNG or JPEG file, or empty for none. Raises PublishError when it is anything else, or when the tag would
    be larger than an ID3 size can say.
    """
    frames = [*_words(tags, timeline), *_texts(tags, transcript), *_chapters(tags, timeline), *_picture(cover)]
    # mutagen sorts the frames of a tag by size; a tag of one frame each keeps them in our order, with public calls alone.
    body = b"".join(_frame(frame) for frame in frames) + bytes(PADDING)
    if len(body) >= 1 << 28:
        raise PublishError(f"The MP3's tag would be {len(body) >> 20} MB; ID3 holds less than 256.", hint="Use a smaller cover.")
    return b"ID3\x03\x00\x00" + bytes(len(body) >> shift & 0x7F for shift in (21, 14, 7, 0)) + body


def _frame(frame: Any) -> bytes:
    """One frame with its header, as version 2.3."""
    tag, file = kinds.ID3(), io.BytesIO()
    tag.add(frame)
    tag.save(file, v1=0, v2_version=3, padding=lambda _: 0)
    return file.getvalue()[_HEADER:]


def _words(tags: Tags, timeline: Timeline) -> Iterable[Any]:
    """The text frames, those with nothing in them left out."""
    year, day = _date(tags.date)
    pairs = [
        (kinds.TIT2, tags.title),
        (kinds.TPE1, tags.artist),
        (kinds.TALB, tags.album),
        (kinds.TRCK, tags.track),
        (kinds.TCON, "Podcast"),
        (kinds.TYER, year),
        (kinds.TDAT, day),
        (kinds.TLEN, str(milliseconds(timeline.frames, timeline.rate))),
        (kinds.TLAN, iso_639_2(tags.language)),
        (kinds.TCOP, _copyright(tags.copyright, year)),
    ]
    return [kind(encoding=_UTF16, text=[one_line(text)]) for kind, text in pairs if one_line(text)]


def _texts(tags: Tags, transcript: str) -> Iterable[Any]:
    """Comment, transcript and web address."""
    language = iso_639_2(tags.language)
    if comment := whole(tags.comment).strip():
        yield kinds.COMM(encoding=_UTF16, lang=language, desc="", text=[comment])
    if transcript := whole(transcript).strip():
        yield kinds.USLT(encoding=_UTF16, lang=language, desc="", text=transcript)
    if address := _address(tags.website):
        yield kinds.WOAF(url=address)
        yield kinds.WXXX(encoding=_UTF16, desc="", url=address)


def _chapters(tags: Tags, timeline: Timeline) -> Iterable[Any]:
    """A table of contents and its chapters, or nothing; times in milliseconds, each end the next one's start."""
    marks = shown_chapters(timeline)
    if not marks:
        return
    names = [f"ch{i}" for i in range(len(marks))]
    flags = kinds.CTOCFlags.TOP_LEVEL | kinds.CTOCFlags.ORDERED
    yield kinds.CTOC(element_id="toc", flags=flags, child_element_ids=names, sub_frames=[_title(tags.title or "Chapters")])
    for name, mark in zip(names, marks, strict=True):
        yield kinds.CHAP(
            element_id=name,
            start_time=milliseconds(mark.start, timeline.rate),
            end_time=milliseconds(mark.end, timeline.rate),
            start_offset=NO_OFFSET,
            end_offset=NO_OFFSET,
            sub_frames=[_title(mark.title)],
        )


def _title(text: str) -> Any:
    return kinds.TIT2(encoding=_UTF16, text=[one_line(text)])


def _picture(cover: bytes) -> Iterable[Any]:
    """The front cover; its description is Latin-1 because Windows Explorer shows no picture with a UTF-16 one."""
    if not cover:
        return
    media_type = picture_type(cover)
    if not media_type:
        raise PublishError("The cover is neither a PNG nor a JPEG file.", hint="Save the picture as PNG or JPEG, square.")
    yield kinds.APIC(encoding=kinds.Encoding.LATIN1, mime=media_type, type=kinds.PictureType.COVER_FRONT, desc="", data=cover)


def _date(date: str) -> tuple[str, str]:
    """Year and, for TDAT, day and month as DDMM; empty strings for what the date does not say."""
    match = _DATE.match(date.strip())
    if not match:
        return "", ""
    year, month, day = match.groups()
    return year, f"{day}{month}" if day else ""


def _copyright(text: str, year: str) -> str:
    """TCOP begins with a year and a space, and readers put "Copyright ©" before it (4.2.1): so without those words here."""
    rest = _COPYRIGHT_WORDS.sub("", one_line(text))
    if not rest or re.match(r"\d{4} ", rest) or not year:
        return rest
    return f"{year} {rest}"


def _address(website: str) -> str:
    """A web address in ASCII, as ID3's URL frames need it; empty for words that are no address, such as "our website"."""
    text = one_line(website)
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not host or " " in text:
        return ""
    user_free = parts._replace(netloc=host + port)
    return quote(user_free.geturl(), safe="%/:=&?~#+!$,;'@()*[]-._")
