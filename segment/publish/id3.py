"""The ID3v2.3 tag of a finished MP3, as the bytes that stand before its frames.

Sources: ID3 tag version 2.3.0 (id3.org/id3v2.3.0), ID3v2 Chapter Frame Addendum 1.0 (id3.org/id3v2-chapters-1.0).
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import Any

from mutagen import id3 as mutagen_id3

from segment.errors import PublishError
from segment.model.tags import Tags
from segment.model.timeline import Timeline
from segment.publish.chapters import shown_chapters
from segment.publish.id3_texts import Said, addresses, ascii_address, podcast, remarks, texts
from segment.publish.languages import iso_639_2
from segment.publish.picture import picture_type
from segment.publish.text import one_line
from segment.units import milliseconds

kinds: Any = mutagen_id3
"""The frame classes; their constructors carry no types."""

PADDING = 256
"""Zero bytes after the last frame, so that a player can correct a typing mistake without moving the audio."""
NO_OFFSET = 0xFFFFFFFF
"""A chapter is found by its time, not by a byte offset (addendum, section 3.1)."""

LINK = "chapter url"
"""Description of the frame that holds a chapter's link."""

_UTF16 = kinds.Encoding.UTF16
_HEADER = 10


def id3(tags: Tags, timeline: Timeline, *, cover: bytes, transcript: str, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """The whole tag: frames in a fixed order, chapters in order of time, a little padding.

    ``cover`` is a PNG or JPEG file, or empty for none; ``pictures`` has those of chapters by the names they use. Raises
    PublishError for anything else, or when the tag would be larger than an ID3 size can say.
    """
    frames = [
        *_words(texts(tags, timeline)),
        *_remarks(tags, transcript),
        *_words(addresses(tags)),
        kinds.PCST(value=0),
        *_words(podcast(tags)),
        *_chapters(tags, timeline, pictures or {}),
        *_picture(cover),
    ]
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


def _words(said: Said) -> Iterable[Any]:
    """Text frames and addresses."""
    for name, text in said:
        kind = getattr(kinds, name)
        if name == "WXXX":
            yield kind(encoding=_UTF16, desc="", url=text)
        elif name.startswith("W"):
            yield kind(url=text)
        else:
            yield kind(encoding=_UTF16, text=[text])


def _remarks(tags: Tags, transcript: str) -> Iterable[Any]:
    """Comment and transcript."""
    language = iso_639_2(tags.language)
    for name, text in remarks(tags, transcript):
        if name == "COMM":
            yield kinds.COMM(encoding=_UTF16, lang=language, desc="", text=[text])
        else:
            yield kinds.USLT(encoding=_UTF16, lang=language, desc="", text=text)


def _chapters(tags: Tags, timeline: Timeline, pictures: Mapping[str, bytes]) -> Iterable[Any]:
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
            sub_frames=[_title(mark.title), *_link(mark.link), *_picture(pictures.get(mark.image, b""))],
        )


def _title(text: str) -> Any:
    return kinds.TIT2(encoding=_UTF16, text=[one_line(text)])


def _link(link: str) -> Iterable[Any]:
    if address := ascii_address(link):
        yield kinds.WXXX(encoding=kinds.Encoding.LATIN1, desc=LINK, url=address)


def _picture(cover: bytes) -> Iterable[Any]:
    """A cover, of the file or of a chapter; described in Latin-1 because Windows Explorer shows no picture with UTF-16 there."""
    if not cover:
        return
    media_type = picture_type(cover)
    if not media_type:
        raise PublishError("The cover is neither a PNG nor a JPEG file.", hint="Save the picture as PNG or JPEG, square.")
    yield kinds.APIC(encoding=kinds.Encoding.LATIN1, mime=media_type, type=kinds.PictureType.COVER_FRONT, desc="", data=cover)
