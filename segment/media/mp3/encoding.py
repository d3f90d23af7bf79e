"""A programme to an MP3 file of exactly its length."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from segment.errors import MediaError
from segment.media import refusal
from segment.media.mp3 import lame, plan
from segment.media.mp3.info import info_frame, info_size
from segment.media.mp3.join import PRE_ROLL, Apart, join
from segment.media.mp3.stretch import Stretch
from segment.media.mp3.tally import Tally
from segment.media.pcm import ReadPCM

_THREADS = 2
_STEP = 152  # frames encoded at a time, about four seconds: threads seldom wait for one another, and Ctrl-C not for long


def encode(read: ReadPCM, frames: int, rate: int, kbps: int, *, channels: int = 2, vbr: int | None = None) -> bytes:
    """As :func:`write`, in memory."""
    file = io.BytesIO()
    _encode(file, read, frames, lame.Form(rate=rate, kbps=kbps, channels=channels, vbr=vbr))
    return file.getvalue()


def write(
    path: Path,
    before: bytes,
    read: ReadPCM,
    frames: int,
    rate: int,
    kbps: int,
    *,
    channels: int = 2,
    vbr: int | None = None,
) -> None:
    """Encodes ``frames`` sample frames at ``rate`` Hz as an MP3 with a LAME tag, into a file that starts with ``before``.

    The bit rate is constant, ``kbps``, or LAME's variable one of quality ``vbr`` (0 best, 9 smallest). Of what ``read`` gives,
    the first ``channels`` channels are encoded. Every decoder that honours the tag gives back exactly ``frames`` frames, and the
    same samples as after an encode in one go. The bytes depend on the programme alone. Of a constant bit rate no more than a few
    half minutes are in memory. Raises MediaError: USAGE for a rate, bit rate or quality MP3 does not have, MATERIAL for a
    programme of no length, MACHINE when the file cannot be written.
    """
    try:
        with path.open("wb") as file:
            file.write(before)
            _encode(file, read, frames, lame.Form(rate=rate, kbps=kbps, channels=channels, vbr=vbr))
    except OSError as error:
        raise refusal.writing(path, error) from error


def _encode(file: BinaryIO, read: ReadPCM, frames: int, form: lame.Form) -> None:
    """From where the file stands to its end."""
    lame.check(form)
    if frames < 1:
        raise MediaError("There is nothing to encode: the programme is empty.")
    # A variable bit rate has no padding by which two streams could fall into step: it is made in one go.
    starts = plan.starts(frames) if form.vbr is None else (0,)
    begin = file.tell()
    try:
        sound = _written(file, begin + info_size(form), starts, lambda start: Stretch(read, start, frames, form))
    except Apart:
        sound = _written(file, begin + info_size(form), (0,), lambda start: Stretch(read, start, frames, form))
    file.seek(begin)
    file.write(info_frame(sound, programme=frames, form=form))
    file.seek(0, io.SEEK_END)


def _written(file: BinaryIO, at: int, starts: Sequence[int], stretch: Callable[[int], Stretch]) -> Tally:
    """Encodes the stretches that begin at ``starts``, and writes what is to be used of them from byte ``at`` on. Raises Apart."""
    file.seek(at)
    file.truncate()
    # Nobody but the work holds the stretches: what is written is let go.
    work = _Work([stretch(start) for start in starts], file)
    with ThreadPoolExecutor(_THREADS, "mp3") as pool:
        futures = [pool.submit(work.encode, index) for index in range(len(starts))]
        try:
            for future in futures:
                future.result()
        except BaseException:  # Ctrl-C included: what has not begun shall not begin
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return work.sound


class _Work:
    """Stretches of one programme on their way to one stream. Each is encoded by one thread, and each join made by one."""

    def __init__(self, stretches: list[Stretch], file: BinaryIO) -> None:
        self._stretches: list[Stretch | None] = [*stretches]
        """None for those that are written."""
        self._file = file
        self._lock = Lock()
        self._encoded: set[int] = set()
        self._starts = [stretch.start for stretch in stretches]
        self._taken_over: list[int | None] = [0, *(None for _ in stretches[1:])]
        """For each stretch, the frame of the programme from which on it is used, as soon as that is known."""
        self._written = 0
        self.sound = Tally()

    def encode(self, index: int) -> None:
        """Encodes a stretch as far as its own part goes, then makes the joins whose two sides are there by now."""
        stretch = self._at(index)
        own = self._starts[index + 1] if index + 1 < len(self._starts) else None
        while not stretch.ended if own is None else stretch.fed < own + PRE_ROLL:
            stretch.grow(_STEP)
        with self._lock:  # whoever comes second to a join finds both sides there, and nobody else does
            self._encoded.add(index)
            joins = [later for later in (index, index + 1) if {later - 1, later} <= self._encoded]
        for later in joins:
            earlier = self._at(later - 1)
            taken_over = join(earlier, self._at(later))
            earlier.rest()
            with self._lock:
                self._taken_over[later] = taken_over
        with self._lock:
            self._write()

    def _write(self) -> None:
        """Writes the stretches that come next and whose two joins are made."""
        while self._written < len(self._starts) and self._written in self._encoded:
            first, ends = self._taken_over[self._written], [*self._taken_over[self._written + 1 : self._written + 2]]
            if first is None or None in ends:
                return
            piece = self._at(self._written).cut(first, *(ends or [None]))
            self._file.write(piece.stream)
            self.sound.add(piece)
            self._stretches[self._written] = None
            self._written += 1

    def _at(self, index: int) -> Stretch:
        stretch = self._stretches[index]
        assert stretch is not None
        return stretch
