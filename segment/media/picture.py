"""Pictures: what a file holds, and a square RGB picture of another size made of it. Through PyAV, which reads them already."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from segment.errors import Cause, MediaError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_QUALITY = 2
"""Of a JPEG, 1 the best to 31."""
_RGB = {"rgb24", "yuvj420p", "yuvj422p", "yuvj444p", "yuv420p", "yuv422p", "yuv444p", "pal8"}
"""Pixel formats that are RGB or JPEG's own form of it, without transparency."""


class Picture(Struct, frozen=True, kw_only=True):
    """What kind of picture a file is."""

    width: int
    height: int
    rgb: bool
    """False for greys, CMYK and transparency."""


def look(data: bytes, name: str) -> Picture:
    """Size and colours of a PNG or JPEG. Raises MediaError for what cannot be read as a picture."""
    frame = _frame(data, name)
    return Picture(width=frame.width, height=frame.height, rgb=frame.format.name in _RGB)


def square_jpeg(data: bytes, name: str, side: int) -> bytes:
    """The middle of a picture as a square JPEG of ``side`` pixels in RGB; what is transparent becomes white."""
    import av
    import numpy as np

    frame = _frame(data, name)
    pixels: NDArray[np.uint8] = frame.to_ndarray(format="rgba")
    opaque = pixels[..., 3:].astype(np.uint16)
    flat = ((pixels[..., :3] * opaque + 255 * (255 - opaque)) // 255).astype(np.uint8)
    least = min(flat.shape[:2])
    top, left = (flat.shape[0] - least) // 2, (flat.shape[1] - least) // 2
    cut = np.ascontiguousarray(flat[top : top + least, left : left + least])
    scaled = av.VideoFrame.from_ndarray(cut, format="rgb24").reformat(side, side, format="yuvj444p", interpolation="LANCZOS")
    out = io.BytesIO()
    with av.open(out, "w", format="mjpeg") as container:
        stream: Any = container.add_stream("mjpeg", rate=1, options={"qmin": str(_QUALITY), "qmax": str(_QUALITY)})
        stream.width = stream.height = side
        stream.pix_fmt = "yuvj444p"
        scaled.pts = 0
        for packet in [*stream.encode(scaled), *stream.encode()]:
            container.mux(packet)
    return out.getvalue()


def _frame(data: bytes, name: str) -> Any:
    import av

    try:
        with av.open(io.BytesIO(data), "r") as container:
            return next(container.decode(video=0))
    except (av.FFmpegError, IndexError, StopIteration) as error:
        raise MediaError(f"{name} cannot be read as a picture.", cause=Cause.MATERIAL) from error
