"""16-bit stereo PCM WAV, written as it is read (Microsoft RIFF, WAVE_FORMAT_PCM)."""

from __future__ import annotations

import os
import struct
from collections.abc import Sequence
from pathlib import Path

from segment.errors import Cause, MediaError
from segment.media import refusal
from segment.media.pcm import ReadPCM

_FRAME_BYTES = 4
_STRETCH = 1 << 16  # frames read at a time
_LARGEST = (1 << 32) - 1


def write(path: Path, read: ReadPCM, frames: int, rate: int, *, chunks: Sequence[tuple[bytes, bytes]] = ()) -> None:
    """Writes ``frames`` frames at ``rate`` Hz to ``path`` itself; put ``files.replace`` round it for all or nothing.

    ``chunks`` are further RIFF chunks, (four-character id, content), placed between the format and the sound.
    Raises MediaError: MACHINE when the disk refuses, MATERIAL over the format's 4 GB.
    """
    data = frames * _FRAME_BYTES
    head = b"WAVE" + _chunk(b"fmt ", struct.pack("<HHIIHH", 1, 2, rate, rate * _FRAME_BYTES, _FRAME_BYTES, 16))
    head += b"".join(_chunk(name, content) for name, content in chunks)
    size = len(head) + 8 + data
    if size > _LARGEST:
        raise MediaError(f"{path} would be larger than the 4 GB a WAV file can be.", cause=Cause.MATERIAL)
    try:
        with path.open("wb") as file:
            file.write(struct.pack("<4sI", b"RIFF", size) + head + struct.pack("<4sI", b"data", data))
            for start in range(0, frames, _STRETCH):
                file.write(read(start, min(start + _STRETCH, frames)).astype("<i2", copy=False).tobytes())
            # Tens of megabytes go to the disk now, while other threads are at work, and not when the file takes its name.
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise refusal.writing(path, error) from error


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack("<4sI", name, len(content)) + content + b"\0" * (len(content) % 2)
