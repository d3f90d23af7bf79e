"""WAV for broadcast automation: ``bext`` version 2 with the loudness in it, and a ``cart`` chunk where it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from segment.media import wav
from segment.media.blocks import blocks
from segment.model.label import Label
from segment.model.loudness import Loudness
from segment.publish.bext import CHUNK, LOUDNESS_AT, bext, loudness_figures
from segment.publish.cart import CHUNK as CART
from segment.publish.cart import cart
from segment.publish.exporters.depth import whole_24
from segment.publish.exporters.recipe import Form, Mistake, Programme
from segment.publish.read_back import listed
from segment.wording import one_of

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from segment.media.wav import Encoding
    from segment.model.sound import Samples

_RATES = (44_100, 48_000)
_HEADROOM_DB = 0.05


class Wav:
    """A WAV, RF64 from 4 GB on."""

    ending = ".wav"
    media_type = "audio/wav"
    rate = 48_000

    def __init__(self, encoding: Encoding, what: str, largest: int = wav.LARGEST) -> None:
        """``largest``: bytes from which on it is RF64."""
        self._encoding, self._largest = encoding, largest
        self.what = what

    def missing(self) -> str:
        """Nothing: the writer is our own."""
        return ""

    def mistakes(self, form: Form) -> tuple[Mistake, ...]:
        """Automation plays two sampling rates."""
        if form.rate in _RATES:
            return ()
        return (Mistake(key="rate", found=str(form.rate), allowed=f"It takes {one_of(_RATES)} Hz."),)

    def loss_db(self, form: Form) -> float:
        """None."""
        return 0.0

    def headroom_db(self, form: Form) -> float:
        """For rounding and dither."""
        return _HEADROOM_DB

    def encode(self, path: Path, programme: Programme, form: Form, label: Label) -> None:
        """Header and chunks, then the sound as it is read."""
        bits = self._encoding.bits
        coding = "IEEE_FLOAT" if self._encoding is wav.F32 else "PCM"
        chunks = [(CHUNK, bext(label, coding=coding, rate=programme.rate, bits=bits, channels=form.channels))]
        if form.cart != "none":
            chunks.append((CART, cart(label, form.cart)))
        wav.write(
            path,
            self._read(programme),
            programme.frames,
            programme.rate,
            chunks=chunks,
            encoding=self._encoding,
            channels=form.channels,
            largest=self._largest,
        )

    def decode(self, path: Path) -> Iterator[Samples]:
        """By libsndfile."""
        return blocks(path, str(path))

    def note(self, path: Path, loudness: Loudness) -> None:
        """Into the ``bext`` chunk."""
        wav.amend(path, CHUNK, LOUDNESS_AT, loudness_figures(loudness))

    def listed(self, path: Path, label: Label) -> tuple[str, ...]:
        """What the chunks for automation say: title, cut, show, out-cue."""
        from segment.publish.chunk_listing import said, to_be_said

        found = dict(wav.chunks(path))
        return listed(said(found), to_be_said(label, with_cart=CART in found))

    def _read(self, programme: Programme) -> Any:
        if self._encoding is wav.S16:
            return programme.read
        if self._encoding is wav.F32:
            return programme.floats

        def read(start: int, stop: int) -> NDArray[Any]:
            return whole_24(programme.floats(start, stop))

        return read
