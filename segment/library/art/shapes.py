"""Shapes as signed distances: how many pixels each point lies outside (positive) or inside (negative) an outline.

Only sums, products and square roots, which are exact everywhere, so that every machine draws the same pixels.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Field = NDArray[np.float64]


def disc(x: Field, y: Field, centre: tuple[float, float], radius: float) -> Field:
    """A filled circle."""
    across, down = x - centre[0], y - centre[1]
    return np.sqrt(across * across + down * down) - radius


def bar(x: Field, y: Field, start: tuple[float, float], length: float, width: float) -> Field:
    """An upright bar with round ends, ``length`` between the centres of its ends, growing upwards from ``start``."""
    across, down = x - start[0], y - np.clip(y, start[1] - length, start[1])
    return np.sqrt(across * across + down * down) - width / 2


def waves(x: Field, y: Field, centre: tuple[float, float], radius: float, width: float) -> Field:
    """Two quarters of a ring with round ends, one to the left and one to the right of ``centre``."""
    side, height = np.abs(x - centre[0]), np.abs(y - centre[1])
    ring = np.abs(np.sqrt(side * side + height * height) - radius)
    corner = radius * math.sqrt(0.5)
    to_end = np.sqrt((side - corner) * (side - corner) + (height - corner) * (height - corner))
    return np.where(side >= height, ring, to_end) - width / 2


def coverage(distance: Field) -> NDArray[np.uint8]:
    """How much of each pixel a shape covers, in ``STEPS`` steps: the smooth edge."""
    return np.rint(np.clip(0.5 - distance, 0.0, 1.0) * STEPS).astype(np.uint8)


STEPS = 12
"""Shades from no cover to full cover."""
