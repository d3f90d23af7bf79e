"""Sound of ours read back in pieces, by libsndfile: it had no part in the making."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import soundfile

from segment.errors import MediaError

if TYPE_CHECKING:
    from segment.model.sound import Samples

_SECONDS = 4
"""Long enough that threads at work on different blocks seldom wait for one another."""


def blocks(source: Path | BinaryIO, name: str) -> Iterator[Samples]:
    """Blocks of four seconds at most, float32 (n, channels).

    Raises MediaError, which calls it ``name``, for what cannot be read.
    """
    try:
        with soundfile.SoundFile(source) as file:
            while len(block := file.read(_SECONDS * file.samplerate, dtype="float32", always_2d=True)):
                yield block
    except (soundfile.LibsndfileError, OSError) as error:
        raise MediaError(f"{name} cannot be read back: {error}.") from error
