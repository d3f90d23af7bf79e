"""An ID3v2.3 tag read back from the finished file, frame by frame in the order in which they stand there.

The walk is our own, because mutagen hands frames out by name and not by place; what is in each frame it reads.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from typing import Any

from mutagen import id3 as mutagen_id3

from segment.errors import Cause, PublishError
from segment.model.label import Label
from segment.publish.chapters import shown_chapters
from segment.publish.id3 import LINK
from segment.publish.id3_texts import addresses, ascii_address, podcast, remarks, texts
from segment.publish.picture import picture_type
from segment.publish.read_back import Said, picture_said
from segment.publish.text import one_line
from segment.units import milliseconds

HEADER = 10
"""Bytes that say how long a tag, or a frame, is."""
_kinds: Any = mutagen_id3


def said(data: bytes) -> Said:
    """Names and contents of the frames of the ID3v2.3 tag that ``data`` begins with; empty where there is none.

    Raises PublishError for a tag that is cut off or cannot be read.
    """
    return tuple((name, _said(frame)) for name, frame in _frames(data))


def to_be_said(label: Label) -> Said:
    """What the tag of a file is to say."""
    tags, timeline = label.tags, label.timeline
    marks = shown_chapters(timeline)
    cover = picture_said(picture_type(label.cover), label.cover) if label.cover else ""
    return (
        *texts(tags, timeline),
        *remarks(tags, label.transcript),
        *addresses(tags),
        ("PCST", ""),
        *podcast(tags),
        *([("CTOC", " ".join(f"ch{i}" for i in range(len(marks))))] if marks else []),
        *(
            (
                "CHAP",
                _chapter(
                    milliseconds(mark.start, timeline.rate),
                    milliseconds(mark.end, timeline.rate),
                    one_line(mark.title),
                    ascii_address(mark.link),
                    label.pictures.get(mark.image, b""),
                ),
            )
            for mark in marks
        ),
        *([("APIC", cover)] if cover else []),
    )


def tag_length(header: bytes) -> int:
    """Bytes of a tag behind its header; 0 where none begins."""
    if header[:3] != b"ID3" or len(header) < HEADER:
        return 0
    return sum((byte & 0x7F) << shift for byte, shift in zip(header[6:10], (21, 14, 7, 0), strict=True))


def _frames(data: bytes) -> Iterator[tuple[str, Any]]:
    if data[:4] != b"ID3\x03":
        return
    end = HEADER + tag_length(data)
    if end > len(data):
        raise PublishError("The tag of the finished file is cut off.", cause=Cause.BUG)
    at = HEADER
    while at + HEADER <= end and data[at : at + 4].strip(b"\0"):
        name = data[at : at + 4].decode("latin-1")
        (size,) = struct.unpack(">I", data[at + 4 : at + 8])
        body = data[at : at + HEADER + size]
        alone = b"ID3\x03\x00\x00" + bytes(len(body) >> shift & 0x7F for shift in (21, 14, 7, 0)) + body
        try:
            tag = _kinds.ID3(io.BytesIO(alone), translate=False)
        except Exception as broken:
            raise PublishError(f"The frame {name} of the finished tag cannot be read.", cause=Cause.BUG) from broken
        for frame in tag.values():
            yield name, frame
        at += HEADER + size


def _chapter(start_ms: int, end_ms: int, title: str, link: str, picture: bytes) -> str:
    """A chapter in words."""
    words = f"{start_ms}-{end_ms} ms {title}" + (f" <{link}>" if link else "")
    return words + (f" [{picture_said(picture_type(picture), picture)}]" if picture else "")


def _said(frame: Any) -> str:
    """What a frame says."""
    if isinstance(frame, _kinds.CHAP):
        parts = frame.sub_frames
        title, link, pictures = parts.get("TIT2"), parts.get(f"WXXX:{LINK}"), parts.getall("APIC")
        return _chapter(
            frame.start_time,
            frame.end_time,
            title.text[0] if title else "",
            link.url if link else "",
            pictures[0].data if pictures else b"",
        )
    if isinstance(frame, _kinds.CTOC):
        return " ".join(frame.child_element_ids)
    if isinstance(frame, _kinds.APIC):
        return picture_said(frame.mime, frame.data)
    if isinstance(frame, _kinds.PCST):
        return ""
    return str(getattr(frame, "url", "") or frame)
