"""Frames between a parent and its child process: a mark, two lengths, a JSON header and a body of bytes.

Both sides import this module, and the child starts in a few milliseconds, so it needs nothing but the standard library's lightest
parts. The mark tells a frame from anything else that reaches the pipe.
"""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO, cast

MARK = b"SEG1"
LIMIT = 1 << 30
"""No header or body is longer, in bytes."""

_HEAD = struct.Struct("<4sII")

Header = dict[str, Any]


class FrameError(Exception):
    """What came through the pipe is not a frame."""


def write(stream: BinaryIO, header: Header, body: bytes = b"") -> None:
    """Writes one frame and flushes it. Raises OSError when the other side is gone."""
    text = json.dumps(header, separators=(",", ":")).encode()
    stream.write(_HEAD.pack(MARK, len(text), len(body)) + text + body)
    stream.flush()


def read(stream: BinaryIO) -> tuple[Header, bytes] | None:
    """Reads one frame; None at the end of the stream. Raises FrameError for rubbish or a frame cut off."""
    head = stream.read(_HEAD.size)
    if not head:
        return None
    if len(head) < _HEAD.size:
        raise FrameError("cut off")
    mark, header_size, body_size = _HEAD.unpack(head)
    if mark != MARK or max(header_size, body_size) > LIMIT:
        raise FrameError("not a frame")
    content = stream.read(header_size + body_size)
    if len(content) < header_size + body_size:
        raise FrameError("cut off")
    try:
        header = json.loads(content[:header_size])
    except ValueError:
        raise FrameError("its header is not JSON") from None
    if not isinstance(header, dict):
        raise FrameError("its header is not an object")
    return cast(Header, header), content[header_size:]
