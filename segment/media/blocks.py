"""A finished sound file read back in pieces, by libsndfile, which had no part in writing it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import soundfile

from segment.errors import MediaError

if TYPE_CHECKING:
    from segment.model.sound import Samples


def blocks(path: Path) -> Iterator[Samples]:
    """Blocks of a second at most, float32 (n, channels). Raises MediaError for what cannot be read."""
    try:
        with soundfile.SoundFile(path) as file:
            while len(block := file.read(file.samplerate, dtype="float32", always_2d=True)):
                yield block
    except (soundfile.LibsndfileError, OSError) as error:
        raise MediaError(f"{path} cannot be read back: {error}") from error
