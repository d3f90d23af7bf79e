"""The LAME library behind one door: 16-bit PCM in, the frames of a stream out.

Two channels are coded as LAME thinks best: jointly up to 128 kbit/s and at any variable rate, apart from 160 on.
"""

from __future__ import annotations

import functools
import re
from typing import Protocol

import lameenc
from msgspec import Struct

from segment.errors import Cause, MediaError
from segment.media.mp3.frames import BIT_RATES, SAMPLES
from segment.wording import one_of

RATES = (32000, 44100, 48000)
"""MPEG-1 sampling rates, Hz."""

DELAY = 576
"""Samples the encoder puts before the programme, as a LAME tag counts them (without the decoder's own 529)."""

QUALITY = 5
"""LAME's -q: the search for quantisers."""

VBR_QUALITIES = tuple(range(10))
"""LAME's -V, best first."""

_NAME = re.compile(rb"LAME\d+\.\d+")


class Form(Struct, frozen=True, kw_only=True):
    """What kind of stream is made."""

    rate: int
    """Hz."""
    kbps: int
    """Constant bit rate; without meaning where ``vbr`` is given."""
    channels: int = 2
    vbr: int | None = None
    """LAME's -V, 0 (best) to 9; None for a constant bit rate."""


class Encoder(Protocol):
    """An encode in progress: interleaved little-endian 16-bit stereo in, MPEG frames out."""

    def encode(self, pcm: bytes) -> bytes: ...
    def flush(self) -> bytes: ...


def check(form: Form) -> None:
    """Raises MediaError (USAGE) for a rate or bit rate that an MP3 of ours cannot have."""
    if form.rate not in RATES:
        raise MediaError(f"An MP3 cannot have {form.rate} Hz; it can have {one_of(RATES)}.", cause=Cause.USAGE)
    if form.vbr is None and form.kbps not in BIT_RATES:
        raise MediaError(f"An MP3 cannot have {form.kbps} kbit/s; it can have {one_of(BIT_RATES)}.", cause=Cause.USAGE)
    if form.vbr is not None and form.vbr not in VBR_QUALITIES:
        raise MediaError(f"An MP3 cannot have the quality {form.vbr}; it can have 0 (best) to 9.", cause=Cause.USAGE)


@functools.cache
def name() -> str:
    """The encoder's name as the library writes it into a stream's spare bytes, such as ``LAME4.0``; ``LAME`` when it does not."""
    lame = encoder(Form(rate=44100, kbps=128))
    silence = bytes(lame.encode(bytes(4 * SAMPLES * 8))) + bytes(lame.flush())
    found = _NAME.search(silence)
    return found[0].decode("ascii") if found else "LAME"


def encoder(form: Form) -> Encoder:
    """A fresh encoder. It lets other threads run while it works."""
    lame = lameenc.Encoder()
    lame.silence()
    lame.set_channels(form.channels)
    lame.set_in_sample_rate(form.rate)
    lame.set_out_sample_rate(form.rate)  # else LAME goes down to 32 kHz or less at low bit rates
    if form.vbr is None:
        lame.set_bit_rate(form.kbps)
    else:
        lame.set_vbr(lameenc.VBR_MTRH)
        lame.set_vbr_quality(form.vbr)
    lame.set_quality(QUALITY)
    return lame  # type: ignore[no-any-return]  # lameenc is not typed
