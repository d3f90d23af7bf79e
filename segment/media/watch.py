"""A time limit for one thing after another, kept by one thread: a timer for each would cost more than what most of them guard."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

_LOOK_S = 0.1
"""How often it looks whether the time is over, and so how late it is at the most."""


class Watch:
    """Its thread begins with the first limit and ends with :meth:`end`; it keeps nobody from leaving."""

    def __init__(self, strike: Callable[[], object]) -> None:
        """``strike`` is called once, from the thread, when a limit is over before the thing is."""
        self.too_late = False
        """Whether it has struck."""
        self._strike = strike
        self._until = float("inf")
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None

    def begin(self, limit_s: float) -> None:
        """From now on ``limit_s`` seconds."""
        self._until = time.monotonic() + limit_s
        if self._thread is None:
            self._thread = threading.Thread(target=self._look, daemon=True)
            self._thread.start()

    def over(self) -> None:
        """The thing is done; no limit runs."""
        self._until = float("inf")

    def end(self) -> None:
        """Nothing is watched any more."""
        self._ended.set()

    def _look(self) -> None:
        while not self._ended.wait(_LOOK_S):
            if time.monotonic() > self._until:
                self.too_late = True
                self._strike()
                return
