"""MPEG-1 Layer III frames: headers, side information and where the main data lies (ISO/IEC 11172-3, 2.4.1 and 2.4.2)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

SAMPLES = 1152
"""Samples in a frame of MPEG-1 Layer III."""

HEADER_BYTES = 4
SIDE_BYTES = 32
"""Side information of two channels."""

_KBPS = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_RATES = (44100, 48000, 32000)


class Frame(Struct, frozen=True):
    """A frame and its place in the stream."""

    offset: int
    """First byte of its header."""
    size: int
    """Bytes, header included."""
    main_data_begin: int
    """How many bytes of main data before this header its own main data begins."""

    @property
    def main_data(self) -> int:
        """First byte after header and side information: this frame's share of the main data stream."""
        return self.offset + HEADER_BYTES + SIDE_BYTES

    @property
    def end(self) -> int:
        """One past its last byte."""
        return self.offset + self.size


def parse(stream: bytes | bytearray) -> tuple[Frame, ...]:
    """All frames of a stereo stream without anything between them. ValueError where no frame starts."""
    return tuple(_frames(stream))


def size(rate: int, kbps: int, *, padded: bool = False) -> int:
    """Bytes of a frame."""
    return 144000 * kbps // rate + padded


def header(rate: int, kbps: int) -> bytes:
    """The header of an unpadded joint-stereo frame without CRC, marked as an original."""
    return bytes((0xFF, 0xFB, _KBPS.index(kbps) << 4 | _RATES.index(rate) << 2, 0x64))


def _frames(stream: bytes | bytearray) -> Iterator[Frame]:
    offset = 0
    while offset < len(stream):
        if len(stream) < offset + HEADER_BYTES + 2 or stream[offset] != 0xFF or stream[offset + 1] != 0xFB:
            raise ValueError(f"no MPEG-1 Layer III frame at byte {offset}")
        bits = stream[offset + 2]
        if bits >> 4 in {0, 15} or bits >> 2 & 3 == 3 or stream[offset + 3] >> 6 == 3:
            raise ValueError(f"a frame at byte {offset} that is not stereo of a fixed bit rate")
        length = size(_RATES[bits >> 2 & 3], _KBPS[bits >> 4], padded=bool(bits & 2))
        if offset + length > len(stream):
            raise ValueError(f"the frame at byte {offset} is cut short")
        yield Frame(offset, length, stream[offset + 4] << 1 | stream[offset + 5] >> 7)
        offset += length
