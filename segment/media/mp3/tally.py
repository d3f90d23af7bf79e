"""What the frame before the sound says of the sound, summed up while the sound is written."""

from __future__ import annotations

from array import array
from itertools import pairwise

from segment.media.mp3.crc import crc16
from segment.media.mp3.stretch import Piece


class Tally:
    """Of the pieces written so far."""

    def __init__(self) -> None:
        self.like = 0
        """The fourth byte of a frame's header: its channel mode."""
        self.bytes = 0
        self.crc = 0
        """CRC-16 of all of it."""
        self._sizes = array("H")

    @property
    def frames(self) -> int:
        """MPEG frames."""
        return len(self._sizes)

    def add(self, piece: Piece) -> None:
        """The next piece."""
        self.like = piece.stream[3]
        self._sizes.extend(after - offset for offset, after in pairwise((*piece.offsets, len(piece.stream))))
        self.bytes += len(piece.stream)
        self.crc = crc16(piece.stream, self.crc)

    def places(self, parts: int) -> list[int]:
        """The first byte of the frame at each of so many equal parts of the time."""
        wanted = [self.frames * part // parts for part in range(parts)]
        found: list[int] = []
        offset = 0
        for index, size in enumerate(self._sizes):
            while len(found) < parts and wanted[len(found)] == index:
                found.append(offset)
            offset += size
        return found
