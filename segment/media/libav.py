"""Sound out of whatever libav knows (M4A, Opus, films), through PyAV. Imported only when soundfile cannot read a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from numpy.typing import NDArray

from segment.errors import MediaError

_NO_LINKS = {"protocol_whitelist": ""}
"""A playlist may name other files and addresses; none of them is opened."""


def read(path: Path) -> tuple[NDArray[np.float32], int]:
    """The first audio stream's samples, float32 (frames, channels), and its rate in Hz, without the codec's own padding.

    Raises MediaError when there is none, when it is damaged or changes its form half-way.
    """
    try:
        with path.open("rb") as file, av.open(file, options=_NO_LINKS) as container:
            if not container.streams.audio:
                raise _unreadable(path, "there is no sound in it")
            return _samples(path, container.streams.audio[0])
    except av.FFmpegError as error:
        raise _unreadable(path, _reason(error)) from error


def _samples(path: Path, stream: AudioStream) -> tuple[NDArray[np.float32], int]:
    blocks: list[NDArray[np.float32]] = []
    form: tuple[int, int] | None = None
    for frame in stream.container.decode(stream):  # type: ignore[attr-defined]  # an input container, since we opened one
        block = _block(frame)
        if form not in {None, (frame.rate, block.shape[1])}:
            raise _unreadable(path, "its sampling rate or channels change half-way")
        form = frame.rate, block.shape[1]
        blocks.append(block)
    if form is None:
        raise _unreadable(path, "it holds no sound")
    return np.concatenate(blocks), form[0]


def _block(frame: AudioFrame) -> NDArray[np.float32]:
    samples: NDArray[Any] = frame.to_ndarray()
    shaped = samples.T if frame.format.is_planar else samples.reshape(-1, frame.layout.nb_channels)
    floats = shaped.astype(np.float32, order="C")
    if samples.dtype.kind == "f":
        return floats
    if samples.dtype.kind == "u":
        floats -= 128
    return floats / np.float32(1 << (8 * samples.dtype.itemsize - 1))


def _reason(error: av.FFmpegError) -> str:
    if isinstance(error, av.error.InvalidDataError):
        return "it is damaged or not a sound file"
    return (error.strerror or "unknown to the decoder").lower()


def _unreadable(path: Path, why: str) -> MediaError:
    return MediaError(f"{path} cannot be read as sound: {why}.")
