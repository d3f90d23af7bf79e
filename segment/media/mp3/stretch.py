"""A stretch of the programme as an MP3 stream of its own, encoded a little at a time."""

from __future__ import annotations

from array import array

from msgspec import Struct

from segment.media.mp3 import lame
from segment.media.mp3.frames import SAMPLES, size_at
from segment.media.pcm import ReadPCM


class Piece(Struct, frozen=True):
    """Whole frames out of a stream."""

    stream: bytearray
    offsets: array[int]
    """First byte of each frame in ``stream``."""


class Stretch:
    """The stream that starts at MPEG frame ``start`` of the programme and can be grown up to the programme's end."""

    def __init__(self, read: ReadPCM, start: int, programme: int, form: lame.Form) -> None:
        """``programme`` is the whole length in samples; nothing is read yet."""
        self.start = start
        self.fed = start
        """The MPEG frame of the programme up to which it was read."""
        self.ended = False
        """True when the stream holds the programme's end, padded so that every sample comes out."""
        self.stream = bytearray()
        self.offsets: array[int] = array("Q")
        """First bytes of the frames that are whole; what follows the last of them is not."""
        self._read = read
        self._programme = programme
        self._form = form
        self._encoder: lame.Encoder | None = None
        self._parsed = 0

    def grow(self, frames: int) -> None:
        """Encodes so many frames more, or what is left of the programme; they come out whole one or two frames later."""
        if self._encoder is None:
            self._encoder = lame.encoder(self._form)
        at, stop = self.fed * SAMPLES, min((self.fed + frames) * SAMPLES, self._programme)
        if stop > at:
            samples = self._read(at, stop)[:, : self._form.channels]
            self.stream += self._encoder.encode(samples.astype("<i2", copy=False).tobytes())
        self.fed += frames
        if stop == self._programme:
            self.stream += self._encoder.flush()
            self.ended = True
            self.rest()
        while (length := size_at(self.stream, self._parsed)) and self._parsed + length <= len(self.stream):
            self.offsets.append(self._parsed)
            self._parsed += length

    def rest(self) -> None:
        """Lets go of the encoder: the stream will not grow any more."""
        self._encoder = None

    def cut(self, first: int, last: int | None) -> Piece:
        """What remains when all but the programme's frames from ``first`` up to ``last`` (None: the end) is thrown away."""
        offsets = self.offsets[first - self.start : None if last is None else last - self.start]
        begin, end = offsets[0], self._parsed if last is None else self.offsets[last - self.start]
        del self.stream[end:], self.stream[:begin]
        return Piece(self.stream, array("Q", (offset - begin for offset in offsets)))
