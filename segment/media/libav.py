"""Sound out of whatever libav knows (MP3, M4A, Opus, films), through PyAV. Imported only when a file needs it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer
from numpy.typing import NDArray

from segment.errors import MediaError
from segment.units import radio_time

Samples = NDArray[np.float32]

_NO_LINKS = {"protocol_whitelist": ""}
"""A playlist may name other files and addresses; none of them is opened."""

_GUESS_LENGTH = {"mp3", "aac"}
"""Bare streams, whose length libav estimates from the first bit rate."""

_SLACK_S = 0.5


def read(path: Path, longest_s: float = math.inf) -> tuple[Samples, int]:
    """The first audio stream's samples, float32 (frames, channels), and its rate in Hz, without the codec's own padding.

    Raises MediaError when there is none, when it is damaged before its end, breaks off, changes its form half-way, or is longer
    than ``longest_s``.
    """
    try:
        with path.open("rb") as file, av.open(file, "r", options=_NO_LINKS) as container:
            if not container.streams.audio:
                raise _unreadable(path, "there is no sound in it")
            stream = container.streams.audio[0]
            samples, rate = _joined(path, _blocks(path, container, stream), longest_s)
            if container.format.name not in _GUESS_LENGTH and stream.duration and stream.time_base:
                promised = float(stream.duration * stream.time_base)
                if len(samples) / rate < promised - _SLACK_S:
                    at = radio_time(len(samples) / rate)
                    raise _unreadable(path, f"it breaks off at {at}, where its header promises {radio_time(promised)}")
            return samples, rate
    except av.FFmpegError as error:
        raise _unreadable(path, _reason(error)) from error


def _joined(path: Path, blocks: Iterator[tuple[Samples, int]], longest_s: float) -> tuple[Samples, int]:
    parts: list[Samples] = []
    forms: set[tuple[int, int]] = set()
    seconds = 0.0
    for block, rate in blocks:
        parts.append(block)
        seconds += len(block) / rate
        if seconds > longest_s:
            raise _unreadable(path, f"it is longer than {radio_time(longest_s)}")
        forms.add((rate, block.shape[1]))
        if len(forms) > 1:
            raise _unreadable(path, "its sampling rate or channels change half-way")
    if not parts:
        raise _unreadable(path, "it holds no sound")
    return np.concatenate(parts), forms.pop()[0]


def _blocks(path: Path, container: InputContainer, stream: AudioStream) -> Iterator[tuple[Samples, int]]:
    """What the packets decode to. One that does not is forgiven at the end only, where other programs leave their remains."""
    damaged = False
    seconds = 0.0
    for packet in container.demux(stream):
        try:
            frames = packet.decode()
        except av.error.InvalidDataError:
            damaged = True
            continue
        for frame in frames:
            if damaged:
                raise _unreadable(path, f"it is damaged at {radio_time(seconds)}")
            block = _block(frame)
            seconds += len(block) / frame.rate
            yield block, frame.rate


def _block(frame: AudioFrame) -> Samples:
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
