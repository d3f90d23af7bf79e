"""MPEG-1 Layer III frames: headers, side information and main data (ISO/IEC 11172-3, 2.4.1 and 2.4.2), without CRC.

A frame's own data need not lie in it: it begins ``main_data_begin`` bytes earlier in the main data, which is what remains of
the stream when headers and side information are taken out.
"""

from __future__ import annotations

from collections.abc import Sequence

SAMPLES = 1152
"""Samples in a frame."""

SIDE_BYTES = (0, 17, 32)
"""Of side information, by the number of channels."""

PADDING_PERIOD = 49
"""At 44.1 kHz every bit rate's pattern of padded and unpadded frames repeats after so many; at 48 and 32 kHz none is padded."""

BIT_RATES = (64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
"""Those at which ours is worth hearing, kbit/s."""

_KBPS = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_RATES = (44100, 48000, 32000)
_BEFORE_GRANULES = (0, 9 + 5 + 4, 9 + 3 + 8)  # main_data_begin, private bits, scale factor selection
_GRANULE_CHANNEL = 59  # bits, of which part2_3_length are the first 12
_ALONE = 3
"""The channel mode of one channel, the upper two bits of the header's last byte."""


def size(rate: int, kbps: int, *, padded: bool = False) -> int:
    """Bytes of a frame."""
    return 144000 * kbps // rate + padded


def header(rate: int, kbps: int, like: int) -> bytes:
    """The header of an unpadded frame, its last byte (channels, copyright, original, emphasis) ``like`` another's."""
    return bytes((0xFF, 0xFB, _KBPS.index(kbps) << 4 | _RATES.index(rate) << 2, like))


def side_bytes(stream: bytes | bytearray, offset: int) -> int:
    """Bytes of side information in the frame at ``offset``."""
    return SIDE_BYTES[1 if stream[offset + 3] >> 6 == _ALONE else 2]


def size_at(stream: bytes | bytearray, offset: int) -> int:
    """Bytes of the frame at ``offset``, 0 when its header is not all there. ValueError where no such frame starts."""
    if len(stream) < offset + 4:
        return 0
    kbps, rate = stream[offset + 2] >> 4, stream[offset + 2] >> 2 & 3
    if stream[offset] != 0xFF or stream[offset + 1] != 0xFB or kbps in {0, 15} or rate == 3:
        raise ValueError(f"no MPEG-1 Layer III frame at byte {offset}")
    return size(_RATES[rate], _KBPS[kbps], padded=bool(stream[offset + 2] & 2))


def head(stream: bytes | bytearray, offset: int) -> bytes:
    """Header and side information of the frame at ``offset``."""
    return bytes(stream[offset : offset + 4 + side_bytes(stream, offset)])


def sound(stream: bytes | bytearray, offsets: Sequence[int], index: int) -> tuple[bytes, int]:
    """The main data that frame ``index`` decodes from, and its number of bits; spare bits after it are left out.

    ``offsets`` are the frames' first bytes; all frames up to ``index`` must be whole.
    """
    side_length = side_bytes(stream, offsets[index])
    before_data = 4 + side_length
    side = int.from_bytes(stream[offsets[index] + 4 : offsets[index] + before_data], "big")
    bits, begin = _main_data_bits(side, side_length), side >> (8 * side_length - 9)
    kept = bytearray(stream[offsets[index] + before_data : offsets[index] + size_at(stream, offsets[index])])
    before = index
    while begin > 0 and before > 0:
        before -= 1
        earlier = stream[offsets[before] + before_data : offsets[before + 1]]
        kept = bytearray(earlier[-begin:]) + kept
        begin -= len(earlier)
    own = kept[: (bits + 7) // 8]
    if bits % 8:
        own[-1] &= 0xFF00 >> bits % 8
    return bytes(own), bits


def _main_data_bits(side: int, side_length: int) -> int:
    channels = SIDE_BYTES.index(side_length)
    first = 8 * side_length - _BEFORE_GRANULES[channels] - 12
    shifts = (first - _GRANULE_CHANNEL * granule for granule in range(2 * channels))
    return sum(side >> shift & 0xFFF for shift in shifts)
