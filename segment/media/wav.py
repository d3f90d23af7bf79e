"""PCM WAV, written as it is read: 16 and 24 bits, 32-bit float; RF64 where 4 GB are too few.

Microsoft RIFF (WAVE_FORMAT_PCM and WAVE_FORMAT_IEEE_FLOAT); EBU Tech 3306 for RF64 and its ``ds64`` chunk.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from segment.errors import MediaError
from segment.media import refusal

Chunk = tuple[bytes, bytes]
"""A RIFF chunk: four-character id, content."""

Read = Callable[[int, int], NDArray[Any]]
"""(start, stop) → frames start…stop, (stop − start, channels or more), of the encoding's kind."""

_STRETCH: Final = 1 << 16  # frames read at a time
LARGEST: Final = (1 << 32) - 1
"""Bytes a RIFF size can say."""


class Encoding(Struct, frozen=True, kw_only=True):
    """How a sample stands in the file."""

    bits: int
    tag: int
    """WAVE format: 1 is integer PCM, 3 is IEEE float."""
    pack: Callable[[NDArray[Any]], bytes]
    """Bytes of C-contiguous samples."""


def _pack_24(samples: NDArray[Any]) -> bytes:
    return np.ascontiguousarray(samples, "<i4").view(np.uint8).reshape(-1, 4)[:, :3].tobytes()


S16: Final = Encoding(bits=16, tag=1, pack=lambda samples: samples.astype("<i2", copy=False).tobytes())
"""int16."""
S24: Final = Encoding(bits=24, tag=1, pack=_pack_24)
"""int32 within 24 bits."""
F32: Final = Encoding(bits=32, tag=3, pack=lambda samples: samples.astype("<f4", copy=False).tobytes())
"""float32, full scale 1.0."""


def write(
    path: Path,
    read: Read,
    frames: int,
    rate: int,
    *,
    chunks: Sequence[Chunk] = (),
    encoding: Encoding = S16,
    channels: int = 2,
    largest: int = LARGEST,
) -> None:
    """Writes ``frames`` frames at ``rate`` Hz to ``path`` itself; put ``files.replace`` round it for all or nothing.

    ``chunks`` stand between the format and the sound. A file of more than ``largest`` bytes becomes RF64. Of what ``read``
    gives, the first ``channels`` channels are written. Raises MediaError (MACHINE) when the disk refuses.
    """
    start_of_file = head(frames, rate, chunks=chunks, encoding=encoding, channels=channels, largest=largest)
    try:
        with path.open("wb") as file:
            file.write(start_of_file)
            for start in range(0, frames, _STRETCH):
                file.write(encoding.pack(read(start, min(start + _STRETCH, frames))[:, :channels]))
            if frames * channels * encoding.bits // 8 % 2:
                file.write(b"\0")
            # Tens of megabytes go to the disk now, while other threads are at work, and not when the file takes its name.
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise refusal.writing(path, error) from error


def head(
    frames: int,
    rate: int,
    *,
    chunks: Sequence[Chunk] = (),
    encoding: Encoding = S16,
    channels: int = 2,
    largest: int = LARGEST,
) -> bytes:
    """All of a file that stands before its first sample."""
    width = channels * encoding.bits // 8
    data = frames * width
    form = struct.pack("<HHIIHH", encoding.tag, channels, rate, rate * width, width, encoding.bits)
    body = _chunk(b"fmt ", form + (b"\0\0" if encoding.tag == F32.tag else b""))
    if encoding.tag == F32.tag:  # the standard asks for the length of everything that is not integer PCM
        body += _chunk(b"fact", struct.pack("<I", min(frames, LARGEST)))
    body += b"".join(_chunk(name, content) for name, content in chunks)
    size = len(b"WAVE") + len(body) + 8 + data + data % 2
    if size <= largest:
        return struct.pack("<4sI4s", b"RIFF", size, b"WAVE") + body + struct.pack("<4sI", b"data", data)
    sizes = struct.pack("<QQQI", size + 36, data, frames, 0)  # 36: this chunk itself
    return (
        struct.pack("<4sI4s", b"RF64", LARGEST, b"WAVE") + _chunk(b"ds64", sizes) + body + struct.pack("<4sI", b"data", LARGEST)
    )


def amend(path: Path, name: bytes, at: int, content: bytes) -> None:
    """Puts ``content`` over what stands ``at`` bytes into the chunk ``name`` before the sound.

    Raises MediaError when the file has no such chunk, or MACHINE when the disk refuses.
    """
    try:
        with path.open("rb+") as file:
            file.seek(12)
            while len(found := file.read(8)) == 8 and found[:4] != b"data":
                size = int.from_bytes(found[4:], "little")
                if found[:4] == name and at + len(content) <= size:
                    file.seek(at, os.SEEK_CUR)
                    file.write(content)
                    return
                file.seek(size + size % 2, os.SEEK_CUR)
    except OSError as error:
        raise refusal.writing(path, error) from error
    raise MediaError(f"{path} has no {name.decode('ascii')} chunk before its sound.")


def chunks(path: Path) -> tuple[Chunk, ...]:
    """Every chunk of a file before its sound. Raises MediaError when it cannot be read."""
    found: list[Chunk] = []
    try:
        with path.open("rb") as file:
            file.seek(12)
            while len(start := file.read(8)) == 8 and start[:4] != b"data":
                size = int.from_bytes(start[4:], "little")
                found.append((start[:4], file.read(size)))
                file.seek(size % 2, os.SEEK_CUR)
    except OSError as error:
        raise refusal.reading(path, error) from error
    return tuple(found)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack("<4sI", name, len(content)) + content + b"\0" * (len(content) % 2)
