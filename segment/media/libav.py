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
from msgspec import Struct
from numpy.typing import NDArray

from segment.errors import MediaError
from segment.units import radio_time

Samples = NDArray[np.float32]

_NO_LINKS = {"protocol_whitelist": ""}
"""A playlist may name other files and addresses; none of them is opened."""

_GUESS_LENGTH = {"mp3", "aac"}
"""Bare streams, whose length libav estimates from the first bit rate."""

_MP4 = "mov,mp4"

_SLACK_S = 0.5


class Known(Struct, frozen=True, kw_only=True):
    """What a file says of its sound."""

    rate: int
    """Hz."""
    channels: int


def known(path: Path) -> Known:
    """The form of the first audio stream. Raises MediaError."""
    try:
        with path.open("rb") as file, av.open(file, "r", options=_NO_LINKS) as container:
            stream = _first(path, container)
            return Known(rate=stream.rate, channels=stream.channels)
    except av.FFmpegError as error:
        raise _unreadable(path, _reason(error)) from error


def blocks(path: Path) -> Iterator[Samples]:
    """The first audio stream in pieces, as :func:`read` would give it; the whole is never in memory.

    Raises MediaError as :func:`read` does.
    """
    try:
        with path.open("rb") as file, av.open(file, "r", options=_NO_LINKS) as container:
            stream = _first(path, container)
            forms: set[tuple[int, int]] = set()
            frames = 0
            for block, rate in _blocks(path, container, stream):
                forms.add((rate, block.shape[1]))
                if len(forms) > 1:
                    raise _unreadable(path, "its sampling rate or channels change half-way")
                frames += len(block)
                yield block
            _refuse_short(path, container, stream, frames)
    except av.FFmpegError as error:
        raise _unreadable(path, _reason(error)) from error


def read(path: Path, longest_s: float = math.inf) -> tuple[Samples, int]:
    """The first audio stream's samples, float32 (frames, channels), and its rate in Hz, without the codec's own padding.

    Raises MediaError when there is none, when it is damaged before its end, breaks off, changes its form half-way, or is longer
    than ``longest_s``.
    """
    try:
        with path.open("rb") as file, av.open(file, "r", options=_NO_LINKS) as container:
            stream = _first(path, container)
            samples, rate = _joined(path, _blocks(path, container, stream), longest_s)
            _refuse_short(path, container, stream, len(samples))
            return samples, rate
    except av.FFmpegError as error:
        raise _unreadable(path, _reason(error)) from error


def _first(path: Path, container: InputContainer) -> AudioStream:
    if not container.streams.audio:
        raise _unreadable(path, "there is no sound in it")
    return container.streams.audio[0]


def _refuse_short(path: Path, container: InputContainer, stream: AudioStream, frames: int) -> None:
    if container.format.name in _GUESS_LENGTH or not stream.duration or not stream.time_base:
        return
    promised = float(stream.duration * stream.time_base)
    if frames / stream.rate < promised - _SLACK_S:
        at = radio_time(frames / stream.rate)
        raise _unreadable(path, f"it breaks off at {at}, where its header promises {radio_time(promised)}")


def _edited(container: InputContainer, stream: AudioStream) -> int | None:
    """Frames up to which an MP4's edit list plays: libav takes the coder's delay off the start, no padding off the end."""
    if not container.format.name.startswith(_MP4) or not stream.duration or stream.time_base is None:
        return None
    frames = stream.duration * stream.time_base * stream.rate
    return int(frames) if frames.denominator == 1 else None


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
    left = _edited(container, stream)
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
            if left is not None:
                block = block[:left]
                left -= len(block)
            seconds += len(block) / frame.rate
            if len(block):
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
