"""The picture: an aerial and its waves, its mast the needle of a tuning scale; flat colours, no words, so it suits any show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from segment.library.art.shapes import STEPS, bar, coverage, disc, waves

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segment.library.art.shapes import Field

SIZE = 1400
"""Pixels on each side: the least that podcast directories take."""

NIGHT, CREAM, CORAL, AMBER, TEAL = (
    (0x17, 0x26, 0x3F),
    (0xF7, 0xEC, 0xD9),
    (0xEE, 0x6C, 0x4D),
    (0xF4, 0xB9, 0x42),
    (0x3F, 0xA7, 0x96),
)
_CENTRE = SIZE / 2
_AERIAL = (_CENTRE, 560.0)
_SCALE_FOOT = 1200.0


def picture() -> tuple[NDArray[np.uint8], tuple[tuple[int, int, int], ...]]:
    """The cover: (SIZE, SIZE) indices, and the palette of (red, green, blue) they point into."""
    y, x = np.mgrid[0:SIZE, 0:SIZE].astype(np.float64) + 0.5
    palette = [NIGHT]
    pixels = np.zeros((SIZE, SIZE), np.uint8)
    for colour, shapes in _layers(x, y):
        cover = np.zeros((SIZE, SIZE), np.uint8)
        for shape in shapes:
            np.maximum(cover, coverage(shape), out=cover)
        # The shapes keep clear of each other, so every edge is a blend with the night behind it.
        pixels = np.where(cover > 0, np.uint8(len(palette) - 1) + cover, pixels)
        palette += [_blend(colour, step) for step in range(1, STEPS + 1)]
    return pixels, tuple(palette)


def _layers(x: Field, y: Field) -> list[tuple[tuple[int, int, int], list[Field]]]:
    ticks = [(_CENTRE + 56.0 * i, 70.0 if i % 5 == 0 else 30.0) for i in range(-10, 11) if i != 0]
    return [
        (CREAM, [disc(x, y, _AERIAL, 78.0), *(bar(x, y, (at, _SCALE_FOOT), height, 12.0) for at, height in ticks)]),
        (CORAL, [waves(x, y, _AERIAL, 196.0, 78.0), bar(x, y, (_CENTRE, _SCALE_FOOT + 40.0), 540.0, 24.0)]),
        (AMBER, [waves(x, y, _AERIAL, 322.0, 78.0)]),
        (TEAL, [waves(x, y, _AERIAL, 448.0, 78.0)]),
        (CREAM, [waves(x, y, _AERIAL, 574.0, 78.0)]),
    ]


def _blend(colour: tuple[int, int, int], step: int) -> tuple[int, int, int]:
    red, green, blue = ((n * (STEPS - step) + c * step + STEPS // 2) // STEPS for n, c in zip(NIGHT, colour, strict=True))
    return red, green, blue
