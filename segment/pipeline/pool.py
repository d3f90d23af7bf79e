"""Processes that each make one story after the other, on a processor of their own."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.queues import SimpleQueue


def processes(jobs: int) -> ProcessPoolExecutor:
    """So many processes.

    Where there is one for each processor, each keeps to its own: a story then needs no second one, and what it shares among
    threads and voices when it has the machine to itself stays together.
    """
    # Threads of ours may run in this process: a copy of it would not be whole.
    start = multiprocessing.get_context("spawn")
    places: SimpleQueue[int] = start.SimpleQueue()
    if hasattr(os, "sched_getaffinity"):
        allowed = sorted(os.sched_getaffinity(0))
        if jobs >= len(allowed):
            for number in range(jobs):
                places.put(allowed[number % len(allowed)])
    return ProcessPoolExecutor(jobs, mp_context=start, initializer=settle, initargs=(places,))


def settle(places: SimpleQueue[int]) -> None:
    """What each process does first: takes a processor, where there is one to take, and loads what every story needs."""
    if not places.empty() and hasattr(os, "sched_setaffinity"):
        with contextlib.suppress(OSError):
            os.sched_setaffinity(0, {places.get()})
    import segment.pipeline.making
    import segment.project.produce  # noqa: F401

    gc.collect()
    gc.freeze()  # what is loaded stays
    gc.set_threshold(100_000, 20, 20)
