"""The LAME library behind one door: 16-bit PCM in, the frames of a constant bit rate joint-stereo stream out."""

from __future__ import annotations

import functools
import re
from typing import Protocol

import lameenc

from segment.errors import Cause, MediaError
from segment.media.mp3.frames import BIT_RATES, SAMPLES
from segment.wording import one_of

RATES = (32000, 44100, 48000)
"""MPEG-1 sampling rates, Hz."""

DELAY = 576
"""Samples the encoder puts before the programme, as a LAME tag counts them (without the decoder's own 529)."""

QUALITY = 5
"""LAME's -q: the search for quantisers."""

_NAME = re.compile(rb"LAME\d+\.\d+")


class Encoder(Protocol):
    """An encode in progress: interleaved little-endian 16-bit stereo in, MPEG frames out."""

    def encode(self, pcm: bytes) -> bytes: ...
    def flush(self) -> bytes: ...


def check(rate: int, kbps: int) -> None:
    """Raises MediaError (USAGE) for a rate or bit rate that an MP3 of ours cannot have."""
    if rate not in RATES:
        raise MediaError(f"An MP3 cannot have {rate} Hz; it can have {one_of(RATES)}.", cause=Cause.USAGE)
    if kbps not in BIT_RATES:
        raise MediaError(f"An MP3 cannot have {kbps} kbit/s; it can have {one_of(BIT_RATES)}.", cause=Cause.USAGE)


@functools.cache
def name() -> str:
    """The encoder's name as the library writes it into a stream's spare bytes, such as ``LAME4.0``; ``LAME`` when it does not."""
    lame = encoder(44100, 128)
    silence = bytes(lame.encode(bytes(4 * SAMPLES * 8))) + bytes(lame.flush())
    found = _NAME.search(silence)
    return found[0].decode("ascii") if found else "LAME"


def encoder(rate: int, kbps: int) -> Encoder:
    """A fresh encoder. It lets other threads run while it works."""
    lame = lameenc.Encoder()
    lame.silence()
    lame.set_channels(2)
    lame.set_in_sample_rate(rate)
    lame.set_out_sample_rate(rate)  # else LAME goes down to 32 kHz or less at low bit rates
    lame.set_bit_rate(kbps)
    lame.set_quality(QUALITY)
    return lame  # type: ignore[no-any-return]  # lameenc is not typed
