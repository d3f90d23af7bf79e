"""A run loop: what is scheduled is done in turn."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

scheduled: deque[Callable[[], None]] = deque()
NSDefaultRunLoopMode = "mode"


class NSObject:
    """Objects are made by alloc and init, never by a call."""

    @classmethod
    def alloc(cls) -> Any:
        """Makes one without its __init__, as Objective-C does."""
        return cls.__new__(cls)

    def init(self) -> Any:
        """Nothing to do."""
        return self


class NSURL:
    """Of a file."""

    @staticmethod
    def fileURLWithPath_(path: str) -> str:
        """The path serves."""
        return path


class NSDate:
    """A moment."""

    @staticmethod
    def dateWithTimeIntervalSinceNow_(seconds: float) -> NSDate:
        """Any moment will do."""
        return NSDate()

    def earlierDate_(self, other: NSDate) -> NSDate:
        """This one."""
        return self


class NSTimer:
    """Calls back from the run loop."""

    @staticmethod
    def scheduledTimerWithTimeInterval_target_selector_userInfo_repeats_(
        seconds: float, target: Any, selector: str, info: Any, repeats: bool
    ) -> None:
        """Soon."""
        scheduled.append(lambda: getattr(target, selector.replace(":", "_"))(None))


class NSRunLoop:
    """The only one."""

    @staticmethod
    def currentRunLoop() -> NSRunLoop:
        """The only one."""
        return NSRunLoop()

    def limitDateForMode_(self, mode: str) -> NSDate:
        """A moment."""
        return NSDate()

    def runMode_beforeDate_(self, mode: str, date: NSDate) -> bool:
        """Does what is next."""
        if scheduled:
            scheduled.popleft()()
        return True
