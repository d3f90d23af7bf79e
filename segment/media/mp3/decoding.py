"""An MP3 of ours back to sound, to be held against what went in."""

from __future__ import annotations

import io
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from segment.media.blocks import blocks

Samples = NDArray[np.float32]


def decode(data: bytes) -> Generator[Samples, None, None]:
    """The programme in blocks of a second at most, float32 (n, channels), in all exactly as long as the LAME tag says.

    The next block is decoded on another thread while the caller is busy with this one. Raises MediaError for what is no MP3.
    """
    reading = blocks(io.BytesIO(data), "The MP3")
    with ThreadPoolExecutor(1, "decode") as ahead:
        coming = ahead.submit(next, reading, None)
        while (block := coming.result()) is not None:
            coming = ahead.submit(next, reading, None)
            yield block
