"""32-bit float WAV, streamed: sound as the mix has it, for other programs to go on with (RIFF, WAVE_FORMAT_IEEE_FLOAT)."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from segment.errors import Cause, MediaError
from segment.media import refusal

if TYPE_CHECKING:
    from segment.model.sound import Samples

_SAMPLE_BYTES = 4
_HEAD_BYTES = 58
_FORMAT = b"fmt " + struct.pack("<IH", 18, 3)
_LARGEST = (1 << 32) - 1


def write(path: Path, blocks: Iterable[Samples], frames: int, rate: int, channels: int) -> None:
    """Writes blocks of float32 (n, 1 or 2), ``frames`` in all, to ``path`` itself; one channel counts on both where 2 are asked.

    Raises MediaError: MACHINE when the disk refuses, MATERIAL over the format's 4 GB.
    """
    data = frames * channels * _SAMPLE_BYTES
    if _HEAD_BYTES + data > _LARGEST:
        raise MediaError(f"{path.name} would be larger than the 4 GB a WAV file can be.", cause=Cause.MATERIAL)
    width = channels * _SAMPLE_BYTES
    head = struct.pack("<4sI4s", b"RIFF", _HEAD_BYTES - 8 + data, b"WAVE")
    head += struct.pack("<4sIHHIIHHH", b"fmt ", 18, 3, channels, rate, rate * width, width, 8 * _SAMPLE_BYTES, 0)
    head += struct.pack("<4sII", b"fact", 4, frames) + struct.pack("<4sI", b"data", data)
    try:
        with path.open("wb") as file:
            file.write(head)
            for block in blocks:
                wide = block if block.shape[1] == channels else np.repeat(block, channels, axis=1)
                file.write(np.ascontiguousarray(wide, "<f4").data)
    except OSError as error:
        raise refusal.writing(path, error) from error


def read(path: Path) -> tuple[Samples, int]:
    """What :func:`write` wrote, float32 (frames, 1 or 2), read-only, and its rate: without a look at the rest of the format.

    Raises MediaError: MACHINE when it may not be read, MATERIAL for any other file.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise refusal.reading(path, error) from error
    if len(data) < _HEAD_BYTES or data[:4] != b"RIFF" or data[12:22] != _FORMAT or data[50:54] != b"data":
        raise MediaError(f"{path} is no float WAV of ours.", cause=Cause.MATERIAL)
    channels, rate = struct.unpack_from("<HI", data, 22)
    if int.from_bytes(data[54:58], "little") != len(data) - _HEAD_BYTES:
        raise MediaError(f"{path} breaks off.", cause=Cause.MATERIAL)
    # Copied: behind the head, samples do not lie where a processor reads them whole.
    samples = np.frombuffer(data[_HEAD_BYTES:], "<f4").reshape(-1, channels)
    return samples, int(rate)
