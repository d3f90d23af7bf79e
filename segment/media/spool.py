"""The programme on disk between passes: written once, read back at random, gone when the process is.

Raw float32 in the folder's file system, 4 bytes a frame where the programme is mono and 8 where it is stereo: at 44.1 kHz
about 635 MB for an hour of speech and 1.27 GB for an hour of stereo.
"""

from __future__ import annotations

import bisect
import mmap
import os
import threading
from pathlib import Path
from types import TracebackType

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from segment.media import nameless, refusal

Samples = NDArray[np.float32]

_SAMPLE_BYTES = 4


class _Run(Struct, frozen=True):
    """Frames that lie together in the file with one channel count."""

    start: int
    """First frame."""
    offset: int
    """Its first byte."""
    channels: int


class Spool:
    """Frames in a nameless file; a context manager. Appending is for one thread, reading for any number at once."""

    def __init__(self, folder: Path) -> None:
        """Opens the file in ``folder``. Raises MediaError (MACHINE) when that may not be written."""
        self._folder = folder
        self._runs: list[_Run] = []
        self._starts: list[int] = []
        self._frames = 0
        self._bytes = 0
        self._seek = threading.Lock()
        try:
            self._file = nameless.opened(folder)
        except OSError as error:
            raise refusal.writing(folder, error) from error

    @property
    def size_bytes(self) -> int:
        """Room it takes on the disk so far."""
        return self._bytes

    @property
    def frames(self) -> int:
        """Frames so far."""
        return self._frames

    def append(self, block: Samples) -> None:
        """Adds a block, float32 (n, 1 or 2). Raises MediaError (MACHINE) when the disk is full."""
        length, channels = block.shape
        data = np.ascontiguousarray(block, dtype="<f4").tobytes()
        self._write(data)
        if not self._runs or self._runs[-1].channels != channels:
            self._runs.append(_Run(self._frames, self._bytes, channels))
            self._starts.append(self._frames)
        self._frames += length
        self._bytes += len(data)

    def read(self, start: int, stop: int) -> Samples:
        """Frames start…stop, float32 (stop − start, 2); mono stretches come on both channels. ValueError outside 0…frames."""
        if not 0 <= start <= stop <= self._frames:
            raise ValueError(f"frames {start}…{stop} of {self._frames}")
        out = np.empty((stop - start, 2), dtype=np.float32)
        index = bisect.bisect_right(self._starts, start) - 1
        at = start
        while at < stop:
            run = self._runs[index]
            index += 1
            end = min(stop, self._starts[index]) if index < len(self._runs) else stop
            width = run.channels * _SAMPLE_BYTES
            data = self._read(run.offset + (at - run.start) * width, (end - at) * width)
            out[at - start : end - start] = np.frombuffer(data, dtype="<f4").reshape(-1, run.channels)
            at = end
        return out

    def mapped(self) -> mmap.mmap:
        """All of it as memory that comes from the disk when somebody looks; the spool is closed, and the map holds the file."""
        made = mmap.mmap(self._file, self._bytes, access=mmap.ACCESS_READ)
        self.close()
        return made

    def close(self) -> None:
        """Gives the disk space back; a second call does nothing."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _write(self, data: bytes) -> None:
        view = memoryview(data)
        done = 0
        while done < len(view):
            try:
                done += nameless.write_at(self._file, view[done:], self._bytes + done, self._seek)
            except OSError as error:
                raise refusal.writing(self._folder, error) from error

    def _read(self, offset: int, count: int) -> bytes:
        try:
            data = nameless.read_at(self._file, count, offset, self._seek)
            while len(data) < count and (more := nameless.read_at(self._file, count - len(data), offset + len(data), self._seek)):
                data += more
        except OSError as error:
            raise refusal.reading(self._folder, error) from error
        return data
