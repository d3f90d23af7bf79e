"""An MP3 of ours back to sound, to be held against what went in."""

from __future__ import annotations

import io
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from segment.media.blocks import blocks

Samples = NDArray[np.float32]


def decode(source: bytes | Path) -> Generator[Samples, None, None]:
    """The programme in blocks of a few seconds, float32 (n, channels), in all exactly as long as the LAME tag says.

    The next block is decoded on another thread while the caller is busy with this one; from a file that is quicker than from
    bytes, which libsndfile can only get at through Python. Raises MediaError for what is no MP3.
    """
    reading = blocks(io.BytesIO(source), "The MP3") if isinstance(source, bytes) else blocks(source, str(source))
    with ThreadPoolExecutor(1, "decode") as ahead:
        coming = ahead.submit(next, reading, None)
        while (block := coming.result()) is not None:
            coming = ahead.submit(next, reading, None)
            yield block
