"""FLAC files of a whole programme, written as it is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import soundfile
from numpy.typing import NDArray

from segment.errors import Cause, MediaError
from segment.media import refusal

_STRETCH = 1 << 16
_LONGEST = (1 << 36) - 1
"""Frames a FLAC file can count."""


def write(
    path: Path, read: Callable[[int, int], NDArray[Any]], frames: int, rate: int, *, bits: Literal[16, 24], channels: int
) -> None:
    """Writes ``frames`` frames at ``rate`` Hz to ``path`` itself.

    ``read`` gives int16, or for 24 bits int32 within 24 bits, (n, ``channels`` or more). Raises MediaError: MACHINE when the disk
    refuses, MATERIAL for more than a FLAC file can count.
    """
    if frames > _LONGEST:
        raise MediaError(f"{path} would be longer than a FLAC file can be.")
    try:
        with path.open("wb"):  # libsndfile does not say why a file cannot be opened
            pass
        with soundfile.SoundFile(path, "w", rate, channels, subtype=f"PCM_{bits}", format="FLAC") as file:
            for start in range(0, frames, _STRETCH):
                block = read(start, min(start + _STRETCH, frames))[:, :channels]
                # libsndfile takes the uppermost bits of what it is given.
                file.write(block if bits == 16 else block << 8)
    except OSError as error:
        raise refusal.writing(path, error) from error
    except soundfile.LibsndfileError as error:
        raise MediaError(f"{path} cannot be written: {error}.", hint="Is the disk full?", cause=Cause.MACHINE) from error
