"""The frame before the sound: Xing's "Info" header for a constant bit rate, and LAME's tag behind it.

Players read from it how long the file is, where to seek, and what to cut from the start and end so that exactly the
programme remains. Layout: Xing's header (flags, frames, bytes, 100 seek points, quality) and "MP3 Info Tag rev. 1".
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

from segment.media.mp3 import lame
from segment.media.mp3.crc import crc16
from segment.media.mp3.frames import SAMPLES, SIDE_BYTES, Frame, header, size

_ALL_FIELDS = 0x0F
_CONSTANT_BIT_RATE = 1
_VBR_QUALITY = 4  # LAME's default -V: the quality field counts it also for a constant bit rate
_JOINT_STEREO = 3 << 2
_RATE_CODE = {32000: 0, 44100: 1 << 6, 48000: 2 << 6}


def info_frame(audio: bytes | bytearray, frames: Sequence[Frame], *, programme: int, rate: int, kbps: int) -> bytes:
    """The frame to put before ``audio``, whose frames are ``frames`` and whose programme is ``programme`` samples long.

    What the encoder does not tell (low-pass, noise shaping, replay gain) is left at 0, which stands for unknown.
    """
    length = size(rate, kbps)
    total = length + len(audio)
    padding = len(frames) * SAMPLES - lame.DELAY - programme
    frame = header(rate, kbps) + bytes(SIDE_BYTES)
    frame += struct.pack(">4s3I", b"Info", _ALL_FIELDS, len(frames), total)
    frame += _seek_points(frames, length, total)
    frame += struct.pack(">I", 100 - 10 * _VBR_QUALITY - lame.QUALITY)
    frame += struct.pack(">9sB", lame.name().encode("ascii"), _CONSTANT_BIT_RATE)
    frame += bytes(10)  # low-pass, peak, two replay gains, encoding flags
    frame += bytes((min(kbps, 255),)) + (lame.DELAY << 12 | padding).to_bytes(3, "big")
    frame += bytes((_JOINT_STEREO | _RATE_CODE[rate], 0))
    frame += struct.pack(">HIH", 0, total, crc16(audio))
    frame += struct.pack(">H", crc16(frame))
    return frame.ljust(length, b"\0")


def _seek_points(frames: Sequence[Frame], before: int, total: int) -> bytes:
    """For each per cent of the time, the byte to go to, in 256ths of the file."""
    return bytes(min(255, 256 * (before + frames[len(frames) * percent // 100].offset) // total) for percent in range(100))
