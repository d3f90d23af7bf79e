"""The engines at work: workers that start when they are first needed, each used by one thread at a time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from queue import Empty, SimpleQueue

from segment.errors import VoiceError
from segment.model.voice import VoiceProfile
from segment.voice.engines import engine
from segment.voice.engines.recipe import Engine, Worker


class Crew:
    """Up to ``size`` workers of each engine."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._engines: dict[str, Engine] = {}
        self._idle: dict[str, SimpleQueue[Worker]] = {}
        self._started: dict[str, list[Worker]] = {}
        self._identities: dict[int, tuple[VoiceProfile, str]] = {}
        self._closed = False
        self._lock = threading.Lock()

    def hire(self, name: str) -> None:
        """Makes an engine known; nothing starts yet. Raises VoiceError (MISSING) when it is unknown or lacks something."""
        if name not in self._engines:
            self._engines[name] = engine(name)
            self._idle[name] = SimpleQueue()
            self._started[name] = []

    def engine(self, name: str) -> Engine:
        """An engine that was hired."""
        return self._engines[name]

    def identity(self, profile: VoiceProfile) -> str:
        """What the profile's engine says of itself, asked once for each profile."""
        known = self._identities.get(id(profile))
        if known is None:
            # The profile is kept with it: its place in memory must not become another's.
            known = self._identities[id(profile)] = (profile, self._engines[profile.engine].identity(profile))
        return known[1]

    def start(self, name: str) -> bool:
        """Starts one more worker where there are fewer than ``size``; says whether it did."""
        with self._lock:
            if self._closed:
                raise VoiceError("The voices have been sent home.")
            if len(self._started[name]) >= self.size:
                return False
            worker = self._engines[name].start()
            self._started[name].append(worker)
        self._idle[name].put(worker)
        return True

    @contextmanager
    def worker(self, name: str) -> Iterator[Worker]:
        """A worker for this thread alone; waits for one while all are busy."""
        idle = self._idle[name]
        try:
            worker = idle.get_nowait()
        except Empty:
            self.start(name)
            worker = idle.get()
        try:
            yield worker
        finally:
            idle.put(worker)

    def close(self) -> None:
        """Ends them all, also while they speak."""
        with self._lock:
            self._closed = True
            workers = [worker for started in self._started.values() for worker in started]
        for worker in workers:
            worker.close()
