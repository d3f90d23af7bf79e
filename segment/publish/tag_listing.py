"""A tag read back from the finished file, frame by frame in the order in which they stand there.

The walk is our own, because mutagen hands frames out by name and not by place; what is in each frame it reads.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from typing import Any

from mutagen import id3 as mutagen_id3

from segment.errors import Cause, PublishError
from segment.model.timeline import Timeline
from segment.publish.chapters import shown_chapters
from segment.units import milliseconds

HEADER = 10
"""Bytes that say how long a tag, or a frame, is."""
_SHOWN = 80
"""Characters of a frame's text."""
_kinds: Any = mutagen_id3


def listed(data: bytes) -> tuple[str, ...]:
    """``TIT2 Rust and Bone`` for each frame of the ID3v2.3 tag that ``data`` begins with; empty where there is none.

    Raises PublishError for a tag that is cut off or cannot be read.
    """
    return tuple(f"{name} {_said(frame)}".rstrip() for name, frame in _frames(data))


def tag_length(header: bytes) -> int:
    """Bytes of a tag behind its header; 0 where none begins."""
    if header[:3] != b"ID3" or len(header) < HEADER:
        return 0
    return sum((byte & 0x7F) << shift for byte, shift in zip(header[6:10], (21, 14, 7, 0), strict=True))


def checked(lines: tuple[str, ...], timeline: Timeline) -> None:
    """Hold chapters that were read back against the timeline. Raises PublishError (a bug) where they differ."""
    rate = timeline.rate
    wanted = [f"{milliseconds(mark.start, rate)}-{milliseconds(mark.end, rate)} ms" for mark in shown_chapters(timeline)]
    found = [line.removeprefix("CHAP ").split(" ms")[0] + " ms" for line in lines if line.startswith("CHAP ")]
    if wanted != found:
        raise PublishError("The chapters in the finished tag are not those of the programme.", cause=Cause.BUG)


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


def _said(frame: Any) -> str:
    """What a frame says, on one line."""
    if isinstance(frame, _kinds.CHAP):
        title = frame.sub_frames.get("TIT2")
        return f"{frame.start_time}-{frame.end_time} ms {title.text[0] if title else ''}"
    if isinstance(frame, _kinds.CTOC):
        return " ".join(frame.child_element_ids)
    if isinstance(frame, _kinds.APIC):
        return f"{frame.mime}, {len(frame.data)} bytes"
    said = " ".join(str(getattr(frame, "url", "") or frame).split())
    return said if len(said) <= _SHOWN else f"{said[: _SHOWN - 1]}…"
