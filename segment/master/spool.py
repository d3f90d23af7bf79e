"""What the master stage asks of the place where the programme waits between its two passes."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class SpoolLike(Protocol):
    """Takes the programme once, gives back any stretch of it, to several threads at once."""

    def append(self, block: NDArray[np.float32], /) -> None:
        """Adds a block, float32 (n, 1 or 2)."""

    def read(self, start: int, stop: int, /) -> NDArray[np.float32]:
        """Frames start…stop, float32 (stop − start, 2), an array of the caller's own."""
