"""Begins and ends run loops."""

from __future__ import annotations

from typing import Any, ClassVar

from Foundation import NSObject


class PyObjCAppHelperRunLoopStopper(NSObject):
    """Says whether its loop goes on."""

    running: ClassVar[list[Any]] = []
    shouldStop = False

    @classmethod
    def addRunLoopStopper_toRunLoop_(cls, stopper: Any, loop: Any) -> None:
        """A loop begins."""
        cls.running.append(stopper)

    @classmethod
    def removeRunLoopStopperFromRunLoop_(cls, loop: Any) -> None:
        """A loop has ended."""
        cls.running.pop()

    def shouldRun(self) -> bool:
        """Until it is stopped."""
        return not self.shouldStop


def stopEventLoop() -> None:
    """Ends the innermost loop."""
    PyObjCAppHelperRunLoopStopper.running[-1].stop()
