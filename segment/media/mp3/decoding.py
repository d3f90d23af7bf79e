"""An MP3 of ours back to sound, to be held against what went in."""

from __future__ import annotations

import io
from collections.abc import Iterator

import numpy as np
import soundfile
from numpy.typing import NDArray

from segment.errors import MediaError


def decode(data: bytes) -> Iterator[NDArray[np.float32]]:
    """The programme in blocks of a second at most, float32 (n, channels), in all exactly as long as the LAME tag says.

    Raises MediaError for what is no MP3.
    """
    try:
        with soundfile.SoundFile(io.BytesIO(data)) as file:
            while len(block := file.read(file.samplerate, dtype="float32", always_2d=True)):
                yield block
    except soundfile.LibsndfileError as error:
        raise MediaError(f"The MP3 cannot be read back: {error.error_string}") from error
