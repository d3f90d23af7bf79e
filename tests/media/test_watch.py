"""A time limit for one thing after another."""

from __future__ import annotations

import threading
import time

from segment.media.watch import Watch


def test_it_strikes_once_when_the_time_is_over() -> None:
    """A thing that is not over in time is struck, not before its time and not long after; things that are over are not."""
    struck: list[float] = []
    watch = Watch(lambda: struck.append(time.monotonic()))
    for _ in range(20):
        watch.begin(30.0)
        watch.over()
    time.sleep(0.25)
    assert not watch.too_late
    began = time.monotonic()
    watch.begin(0.3)
    while not struck and time.monotonic() - began < 10:
        time.sleep(0.01)
    assert watch.too_late
    assert 0.3 <= struck[0] - began < 5
    time.sleep(0.25)
    assert len(struck) == 1


def test_it_has_one_thread_and_lets_it_go() -> None:
    """However many things are watched there is one thread for them, and none after the end."""
    before = threading.active_count()
    watch = Watch(lambda: None)
    assert threading.active_count() == before
    for _ in range(5):
        watch.begin(30.0)
        watch.over()
    assert threading.active_count() == before + 1
    watch.end()
    deadline = time.monotonic() + 10
    while threading.active_count() > before and time.monotonic() < deadline:
        time.sleep(0.02)
    assert threading.active_count() == before
