"""The frame before the sound: Xing's header, called "Info" for a constant bit rate, and LAME's tag behind it.

Players read from it how long the file is, where to seek, and what to cut from the start and end so that exactly the
programme remains. Layout: Xing's header (flags, frames, bytes, 100 seek points, quality) and "MP3 Info Tag rev. 1".
"""

from __future__ import annotations

import struct

from segment.media.mp3 import lame
from segment.media.mp3.crc import crc16
from segment.media.mp3.frames import SAMPLES, SIDE_BYTES, header, size
from segment.media.mp3.tally import Tally

_ALL_FIELDS = 0x0F
_CONSTANT_BIT_RATE = 1
_VARIABLE_BIT_RATE = 4  # LAME's own method, "mtrh"
_VBR_KBPS = 128  # of this one frame in a stream without a bit rate, as LAME has it
_LEAST_KBPS = 32  # to which a variable bit rate may fall
_VBR_QUALITY = 4  # LAME's default -V: the quality field counts it also for a constant bit rate
_MODES = (1 << 2, 3 << 2, 2 << 2, 0)  # the tag's own words for the header's stereo, joint stereo, dual channel, one channel
_RATE_CODE = {32000: 0, 44100: 1 << 6, 48000: 2 << 6}


def info_size(form: lame.Form) -> int:
    """Bytes of the frame."""
    return size(form.rate, _kbps(form))


def info_frame(sound: Tally, *, programme: int, form: lame.Form) -> bytes:
    """The frame to put before the sound of a programme of ``programme`` samples.

    What the encoder does not tell (low-pass, noise shaping, replay gain) is left at 0, which stands for unknown.
    """
    rate, kbps = form.rate, _kbps(form)
    quality = _VBR_QUALITY if form.vbr is None else form.vbr
    like, frames = sound.like, sound.frames
    length = info_size(form)
    total = length + sound.bytes
    padding = frames * SAMPLES - lame.DELAY - programme
    frame = header(rate, kbps, like) + bytes(SIDE_BYTES[form.channels])
    frame += struct.pack(">4s3I", b"Info" if form.vbr is None else b"Xing", _ALL_FIELDS, frames, total)
    frame += _seek_points(sound, length, total)
    frame += struct.pack(">I", 100 - 10 * quality - lame.QUALITY)
    method = _CONSTANT_BIT_RATE if form.vbr is None else _VARIABLE_BIT_RATE
    frame += struct.pack(">9sB", lame.name().encode("ascii"), method)
    frame += bytes(10)  # low-pass, peak, two replay gains, encoding flags
    frame += bytes((min(kbps, 255) if form.vbr is None else _LEAST_KBPS,)) + (lame.DELAY << 12 | padding).to_bytes(3, "big")
    frame += bytes((_MODES[like >> 6] | _RATE_CODE[rate], 0))  # and no change of gain
    frame += struct.pack(">HIH", 0, total, sound.crc)  # no surround, no preset
    frame += struct.pack(">H", crc16(frame))
    return frame.ljust(length, b"\0")


def _kbps(form: lame.Form) -> int:
    return form.kbps if form.vbr is None else _VBR_KBPS


def _seek_points(sound: Tally, before: int, total: int) -> bytes:
    """For each per cent of the time, the byte to go to, in 256ths of the file."""
    return bytes(min(255, 256 * (before + place) // total) for place in sound.places(100))
