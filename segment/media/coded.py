"""AAC in M4A and Opus in Ogg, through PyAV. Imported only when such a file is made.

Both coders begin before the programme: an M4A says so in its edit list, an Opus file in its pre-skip, and both say where the
programme ends; a player that heeds them plays exactly the programme.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import av
import numpy as np
from av.audio.stream import AudioStream
from msgspec import Struct
from numpy.typing import NDArray

from segment.errors import Cause, MediaError
from segment.media import refusal

F32 = NDArray[np.float32]


class Codec(Struct, frozen=True, kw_only=True):
    """How libav knows it."""

    encoder: str
    container: str
    options: dict[str, str]
    """Of the container; ``bitexact`` keeps random numbers and version strings out of the file."""
    sample_format: str
    planar: bool
    frame: int
    """Samples the encoder takes at a time."""


AAC: Final = Codec(
    encoder="aac",
    container="ipod",
    options={"movflags": "+faststart", "fflags": "+bitexact", "movie_timescale": "{rate}"},
    sample_format="fltp",
    planar=True,
    frame=1024,
)
OPUS: Final = Codec(
    encoder="libopus", container="opus", options={"fflags": "+bitexact"}, sample_format="flt", planar=False, frame=960
)


class ChapterAt(Struct, frozen=True, kw_only=True):
    """A chapter for the container."""

    title: str
    start: int
    """Frame, or millisecond of what was read."""
    end: int


def missing(codec: Codec) -> str:
    """Empty when this machine's PyAV has the encoder, else a sentence."""
    if codec.encoder in av.codec.codecs_available:
        return ""
    return f"The installed PyAV has no {codec.encoder} encoder: pip install --force-reinstall --only-binary :all: av"


def write(
    path: Path,
    read: Callable[[int, int], F32],
    frames: int,
    rate: int,
    *,
    codec: Codec,
    kbps: int,
    channels: int,
    chapters: Sequence[ChapterAt] = (),
    language: str = "",
) -> None:
    """Encodes ``frames`` frames at ``rate`` Hz to ``path`` itself; the same programme gives the same bytes.

    ``read`` gives float32 (n, ``channels`` or more), full scale 1.0; ``language`` is a code of ISO 639-2.
    Raises MediaError (MACHINE) when the disk refuses.
    """
    options = {key: value.format(rate=rate) for key, value in codec.options.items()}
    try:
        with path.open("wb"):  # a reason why not, in the system's own words
            pass
        with av.open(str(path), "w", format=codec.container, options=options) as container:
            stream = container.add_stream(codec.encoder, rate=rate)
            assert isinstance(stream, AudioStream)
            stream.layout = "mono" if channels == 1 else "stereo"
            stream.bit_rate = kbps * 1000
            stream.codec_context.format = av.AudioFormat(codec.sample_format)
            stream.codec_context.flags |= av.codec.context.Flags.bitexact
            if language:
                stream.metadata["language"] = language
            if chapters:
                container.set_chapters([_chapter(number, mark, rate) for number, mark in enumerate(chapters)])
            for start in range(0, frames, codec.frame):
                block = read(start, min(start + codec.frame, frames))[:, :channels]
                container.mux(stream.encode(_frame(block, start, rate, codec, channels)))
            container.mux(stream.encode(None))
    except av.FFmpegError as error:
        raise MediaError(f"{path} cannot be written: {error.strerror}.", cause=Cause.MACHINE) from error
    except OSError as error:
        raise refusal.writing(path, error) from error


def found(path: Path) -> tuple[str, tuple[ChapterAt, ...]]:
    """Language and chapters of a finished file as libav's players find them, times in milliseconds. Raises MediaError."""
    try:
        with av.open(str(path)) as container:
            language = container.streams.audio[0].metadata.get("language", "")
            return language, tuple(_found(one) for one in container.chapters())
    except av.FFmpegError as error:
        raise MediaError(f"{path} cannot be read: {error.strerror}.") from error


def _found(one: Any) -> ChapterAt:
    start, end = (round(one[key] * one["time_base"] * 1000) for key in ("start", "end"))
    return ChapterAt(title=one["metadata"].get("title", ""), start=start, end=end)


def _chapter(number: int, mark: ChapterAt, rate: int) -> Any:
    return {
        "id": number,
        "start": mark.start,
        "end": mark.end,
        "time_base": Fraction(1, rate),
        "metadata": {"title": mark.title},
    }


def _frame(block: F32, start: int, rate: int, codec: Codec, channels: int) -> av.AudioFrame:
    shaped = np.ascontiguousarray(block.T) if codec.planar else np.ascontiguousarray(block).reshape(1, -1)
    frame = av.AudioFrame.from_ndarray(shaped, format=codec.sample_format, layout="mono" if channels == 1 else "stereo")
    frame.sample_rate, frame.pts, frame.time_base = rate, start, Fraction(1, rate)
    return frame
