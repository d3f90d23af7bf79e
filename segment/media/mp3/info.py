"""The frame before the sound: Xing's header, called "Info" for a constant bit rate, and LAME's tag behind it.

Players read from it how long the file is, where to seek, and what to cut from the start and end so that exactly the
programme remains. Layout: Xing's header (flags, frames, bytes, 100 seek points, quality) and "MP3 Info Tag rev. 1".
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from functools import reduce
from itertools import accumulate

from segment.media.mp3 import lame
from segment.media.mp3.crc import crc16
from segment.media.mp3.frames import SAMPLES, SIDE_BYTES, header, size
from segment.media.mp3.stretch import Piece

_ALL_FIELDS = 0x0F
_CONSTANT_BIT_RATE = 1
_VARIABLE_BIT_RATE = 4  # LAME's own method, "mtrh"
_VBR_KBPS = 128  # of this one frame in a stream without a bit rate, as LAME has it
_LEAST_KBPS = 32  # to which a variable bit rate may fall
_VBR_QUALITY = 4  # LAME's default -V: the quality field counts it also for a constant bit rate
_MODES = (1 << 2, 3 << 2, 2 << 2, 0)  # the tag's own words for the header's stereo, joint stereo, dual channel, one channel
_RATE_CODE = {32000: 0, 44100: 1 << 6, 48000: 2 << 6}


def info_frame(pieces: Sequence[Piece], *, programme: int, form: lame.Form) -> bytes:
    """The frame to put before ``pieces``, which hold a programme of ``programme`` samples.

    What the encoder does not tell (low-pass, noise shaping, replay gain) is left at 0, which stands for unknown.
    """
    rate, kbps = form.rate, _VBR_KBPS if form.vbr is not None else form.kbps
    quality = _VBR_QUALITY if form.vbr is None else form.vbr
    like = pieces[0].stream[3]
    length = size(rate, kbps)
    frames = sum(len(piece.offsets) for piece in pieces)
    total = length + sum(len(piece.stream) for piece in pieces)
    padding = frames * SAMPLES - lame.DELAY - programme
    frame = header(rate, kbps, like) + bytes(SIDE_BYTES[form.channels])
    frame += struct.pack(">4s3I", b"Info" if form.vbr is None else b"Xing", _ALL_FIELDS, frames, total)
    frame += _seek_points(pieces, length, total)
    frame += struct.pack(">I", 100 - 10 * quality - lame.QUALITY)
    method = _CONSTANT_BIT_RATE if form.vbr is None else _VARIABLE_BIT_RATE
    frame += struct.pack(">9sB", lame.name().encode("ascii"), method)
    frame += bytes(10)  # low-pass, peak, two replay gains, encoding flags
    frame += bytes((min(kbps, 255) if form.vbr is None else _LEAST_KBPS,)) + (lame.DELAY << 12 | padding).to_bytes(3, "big")
    frame += bytes((_MODES[like >> 6] | _RATE_CODE[rate], 0))  # and no change of gain
    frame += struct.pack(">HIH", 0, total, _music_crc(pieces))  # no surround, no preset
    frame += struct.pack(">H", crc16(frame))
    return frame.ljust(length, b"\0")


def _music_crc(pieces: Sequence[Piece]) -> int:
    return reduce(lambda register, piece: crc16(piece.stream, register), pieces, 0)


def _seek_points(pieces: Sequence[Piece], before: int, total: int) -> bytes:
    """For each per cent of the time, the byte to go to, in 256ths of the file."""
    firsts = list(accumulate((len(piece.stream) for piece in pieces), initial=before))
    offsets = [first + offset for first, piece in zip(firsts, pieces, strict=False) for offset in piece.offsets]
    return bytes(min(255, 256 * offsets[len(offsets) * percent // 100] // total) for percent in range(100))
