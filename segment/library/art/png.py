"""A PNG file with a palette, from its indices. Source: PNG specification, third edition (W3C), sections 5 and 11."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_INDEXED = 3


def png(pixels: NDArray[np.uint8], palette: Sequence[tuple[int, int, int]], texts: Mapping[str, str]) -> bytes:
    """The file: ``pixels`` (height, width) index ``palette`` (at most 256 colours); ``texts`` are Latin-1 keyword and text."""
    height, width = pixels.shape
    rows = np.concatenate([np.zeros((height, 1), np.uint8), pixels], axis=1)  # each row starts with its filter: none
    return b"".join(
        [
            SIGNATURE,
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, _INDEXED, 0, 0, 0)),
            _chunk(b"PLTE", b"".join(bytes(colour) for colour in palette)),
            *(_chunk(b"tEXt", f"{keyword}\0{text}".encode("latin-1")) for keyword, text in texts.items()),
            _chunk(b"IDAT", zlib.compress(rows.tobytes(), 9)),
            _chunk(b"IEND", b""),
        ]
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
