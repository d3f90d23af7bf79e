"""How far a programme has come: counted where its sound passes, whatever makes or reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from threading import Lock
from typing import TYPE_CHECKING, Final

from segment.steps import Report, Stage, Step

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from segment.model.sound import Samples
    from segment.publish.exporters.recipe import Programme

_TELLING: Final = 0.02
"""Of a stage's work between two reports."""


class Gauge:
    """Tells, now and then, how far one piece of work is; any thread may count, one at a time is heard."""

    def __init__(
        self, report: Report, stage: Stage, message: str, *, frames: int, begins: float = 0.0, ends: float = 1.0
    ) -> None:
        """``begins`` and ``ends``: where in its stage the work lies, 0–1; ``frames`` is all of it."""
        self._report, self._stage, self._message = report, stage, message
        self._frames, self._begins, self._span = max(frames, 1), begins, ends - begins
        self._passed, self._told = 0, 0.0
        self._lock = Lock()
        self._tell(0.0)

    def count(self, frames: int) -> None:
        """So many more frames have passed. Raises what the report raises."""
        with self._lock:
            self._passed += frames
            done = min(self._passed / self._frames, 1.0)
            if done - self._told >= _TELLING:
                self._told = done
                self._tell(done)

    def counted(self, blocks: Iterable[Samples]) -> Iterator[Samples]:
        """The same blocks, counted as they pass."""
        for block in blocks:
            self.count(len(block))
            yield block

    def _tell(self, done: float) -> None:
        self._report(Step(stage=self._stage, message=self._message, done=self._begins + self._span * done))


class Followed:
    """A mastered programme whose readers are counted."""

    def __init__(self, programme: Programme, gauge: Gauge) -> None:
        self._programme, self._gauge = programme, gauge
        self.frames, self.rate = programme.frames, programme.rate

    def read(self, start: int, stop: int) -> NDArray[np.int16]:
        """As the programme's own."""
        self._gauge.count(stop - start)
        return self._programme.read(start, stop)

    def floats(self, start: int, stop: int) -> Samples:
        """As the programme's own."""
        self._gauge.count(stop - start)
        return self._programme.floats(start, stop)
