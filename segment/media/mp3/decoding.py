"""An MP3 of ours back to sound, to be held against what went in."""

from __future__ import annotations

import io
from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import soundfile
from numpy.typing import NDArray

from segment.errors import MediaError

Samples = NDArray[np.float32]


def decode(data: bytes) -> Generator[Samples, None, None]:
    """The programme in blocks of a second at most, float32 (n, channels), in all exactly as long as the LAME tag says.

    The next block is decoded on another thread while the caller is busy with this one. Raises MediaError for what is no MP3.
    """
    blocks = _blocks(data)
    with ThreadPoolExecutor(1, "decode") as ahead:
        coming = ahead.submit(next, blocks, None)
        while (block := coming.result()) is not None:
            coming = ahead.submit(next, blocks, None)
            yield block


def _blocks(data: bytes) -> Iterator[Samples]:
    try:
        with soundfile.SoundFile(io.BytesIO(data)) as file:
            while len(block := file.read(file.samplerate, dtype="float32", always_2d=True)):
                yield block
    except soundfile.LibsndfileError as error:
        raise MediaError(f"The MP3 cannot be read back: {error.error_string}") from error
