"""Sounds laid aside: out of memory, in a nameless file, and still to be read as arrays.

The file is mapped, so an array's samples come from the disk when somebody looks at them, and the system may forget them again.
They take 4 bytes a sample: about 320 MB for an hour of speech at 22.05 kHz.
"""

from __future__ import annotations

import mmap
import os
import threading
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

import numpy as np
from msgspec.structs import replace

from segment.errors import Cause, MediaError
from segment.media import freed, nameless, refusal
from segment.media.spool import Samples, Spool
from segment.model.sound import Sound

_STRETCH = 1 << 26
"""Bytes mapped at a time; a longer sound has a stretch of its own."""
_ALIGNED = 64


class Aside:
    """Sounds in a nameless file; a context manager. For any number of threads. Arrays stay good when it is closed."""

    def __init__(self, folder: Path) -> None:
        """Opens the file in ``folder``. Raises MediaError (MACHINE) when that may not be written."""
        self._folder = folder
        self._lock = threading.Lock()
        self._seek = threading.Lock()
        self._maps: list[mmap.mmap] = []
        self._wholes: list[mmap.mmap] = []
        """Of sounds that came block by block, each in a file of its own."""
        self._size = 0
        """Of the file, which is all mapped."""
        self._at = 0
        """The next free byte of it."""
        try:
            self._file = nameless.opened(folder)
        except OSError as error:
            raise refusal.writing(folder, error) from error

    def lay(self, sound: Sound) -> Sound:
        """The same sound, its samples in the file. Raises MediaError (MACHINE) when the disk is full."""
        if not sound.samples.size:
            return sound
        data = np.ascontiguousarray(sound.samples, dtype="<f4")
        with self._lock:
            try:
                stretch, offset = self._room(data.nbytes)
                # Written, not stored through the map: a full disk is an error here, and would be the end of the process there.
                self._write(memoryview(data.tobytes()), self._at)
            except OSError as error:
                raise refusal.writing(self._folder, error) from error
            self._at += -(-data.nbytes // _ALIGNED) * _ALIGNED
        samples = np.frombuffer(stretch, dtype="<f4", count=data.size, offset=offset).reshape(data.shape)
        return replace(sound, samples=samples)

    def lay_blocks(self, blocks: Iterable[Samples], rate: int, fingerprint: str, name: str) -> Sound:
        """A sound that comes block by block, float32 (n, 1 or 2), each as wide as the first; it is never whole in memory.

        Raises MediaError: MACHINE when the disk is full, MATERIAL where nothing comes (of the file called ``name``).
        """
        whole = Spool(self._folder)
        width = 0
        for block in blocks:
            width = width or block.shape[1]
            whole.append(block)
        if not whole.frames:
            whole.close()
            raise MediaError(f"{name} cannot be read as sound: it holds no sound.", cause=Cause.MATERIAL)
        self._wholes.append(stretch := whole.mapped())
        samples = np.frombuffer(stretch, dtype="<f4").reshape(-1, width)
        return Sound(samples=samples, rate=rate, fingerprint=fingerprint)

    def rest(self) -> None:
        """Lets the system have the memory of what was looked at, which comes back from the file when it is asked for again."""
        freed.give_back()
        if hasattr(mmap, "MADV_DONTNEED"):
            for stretch in (*self._maps, *self._wholes):
                stretch.madvise(mmap.MADV_DONTNEED)

    def close(self) -> None:
        """Gives the disk space back as soon as no array is left; a second call does nothing."""
        self._maps.clear()
        self._wholes.clear()
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def __enter__(self) -> Aside:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _room(self, size: int) -> tuple[mmap.mmap, int]:
        """The map that has room for so many bytes at the next free place, and where in it that is."""
        if self._at + size > self._size:
            self._at = self._size
            length = -(-max(size, _STRETCH) // _STRETCH) * _STRETCH
            os.truncate(self._file, self._size + length)
            self._maps.append(mmap.mmap(self._file, length, access=mmap.ACCESS_READ, offset=self._size))
            self._size += length
        stretch = self._maps[-1]
        return stretch, self._at - (self._size - len(stretch))

    def _write(self, data: memoryview, at: int) -> None:
        done = 0
        while done < len(data):
            done += nameless.write_at(self._file, data[done:], at + done, self._seek)
