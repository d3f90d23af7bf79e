"""Very many stories: those up to date are passed over, the others made side by side; a failure costs its story alone."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from pathlib import Path

from segment.errors import Cause, ProjectError, SegmentError
from segment.media.processes import processors
from segment.model.batch import Batch, Row
from segment.pipeline.piecework import Task, failed, make_one
from segment.project.batch_items import Item, items
from segment.project.story_state import Looking, StoryState
from segment.wording import one_line

Told = Callable[[Row, int, int], None]
"""Progress: a row, how many there are by now, and how many there will be."""
Pool = Callable[[int], Executor]
"""Makes the executor for so many jobs at once."""


def silent(row: Row, done: int, of: int) -> None:
    """Progress that nobody reads."""


def batch(
    what: Iterable[str | Path],
    *,
    jobs: int = 0,
    out: str | Path | None = None,
    anew: bool = False,
    force: bool = False,
    accept_doubtful: bool = False,
    report: Told = silent,
    pool: Pool | None = None,
) -> Batch:
    """Make every story or page in ``what``: a show's folder, a folder of pages, patterns, files.

    ``jobs`` are made at once, by default one for each processor this process may use. What is up to date is passed over unless
    ``anew``. ``force`` and ``accept_doubtful`` as in :func:`segment.make`. ``report`` is called for each row, and to raise there
    (KeyboardInterrupt, say) ends the batch: what is made by then is whole. ``pool`` makes another executor than one of
    processes. Where processes are started, a script that calls this needs ``if __name__ == "__main__":``.

    Raises ProjectError for what is not there; what goes wrong with one story is told in its row.
    """
    began = time.perf_counter()
    asked = items(what, None if out is None else Path(out))
    at_once = jobs or processors()
    if at_once < 1:
        raise ProjectError(f"{at_once} jobs cannot be done at once.", hint="Give 1 or more.", cause=Cause.USAGE)
    rows: dict[int, Row] = {}

    def told(number: int, row: Row) -> None:
        rows[number] = row
        report(row, len(rows), len(asked))

    tasks: dict[int, Task] = {}
    for number, item in enumerate(asked):
        row = None if anew else current(item)
        if row is not None:
            told(number, row)
        else:
            tasks[number] = Task(item=item if pool is None else item.absolute(), force=force, accept_doubtful=accept_doubtful)
    with closing(_made(tasks, min(at_once, max(1, len(tasks))), pool)) as made:
        for number, row in made:
            told(number, row)
    return Batch(rows=tuple(rows[number] for number in sorted(rows)), took_s=round(time.perf_counter() - began, 3))


def plan_batch(what: Iterable[str | Path], *, out: str | Path | None = None, anew: bool = False) -> tuple[tuple[Item, str], ...]:
    """What :func:`batch` would look at, each with why it would be made, or ``up to date``; nothing is written."""
    asked = items(what, None if out is None else Path(out))
    return tuple((item, reason(item, anew=anew)) for item in asked)


def reason(item: Item, *, anew: bool = False) -> str:
    """Why an item would be made, or ``up to date``."""
    return _why(_state(item), anew=anew)


def _why(state: StoryState | None, *, anew: bool) -> str:
    if state is None:
        return "it was never made"
    if state.state == "changed":
        return f"changed: {', '.join(state.changed)}"
    return "asked for anew" if anew and state.state == "up to date" else state.state


def current(item: Item) -> Row | None:
    """The row of what is up to date; None for what has to be made."""
    state = _state(item)
    return _row(item, state) if state is not None and state.state == "up to date" else None


def _state(item: Item) -> StoryState | None:
    looking = Looking(item.root)
    return looking.state(str(item.path), item.name) if item.is_story else looking.built(str(item.out), item.name)


def _row(item: Item, state: StoryState) -> Row:
    return Row(
        name=item.name,
        state="up to date",
        out=str(item.out),
        length_s=state.length_s,
        lufs=_rounded(state.lufs),
        true_peak_dbtp=_rounded(state.true_peak_dbtp),
        notes=state.notes,
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def _made(tasks: dict[int, Task], jobs: int, pool: Pool | None) -> Generator[tuple[int, Row], None, None]:
    """The rows of all tasks, each as it comes. A process that dies takes what it was at; the rest goes on in new ones."""
    if jobs == 1 and pool is None:
        for number, task in tasks.items():
            yield number, make_one(task)
        return
    if pool is None:
        from segment.pipeline.pool import processes

        pool = processes
    left = dict(tasks)
    while left:
        suspects: list[int] = []
        for number, row in _round(left, jobs, pool):
            if row is None:
                suspects.append(number)
            else:
                del left[number]
                yield number, row
        for number in suspects:
            # Nobody knows which of those at work was the one: each is tried once more, alone.
            row = next((row for _, row in _round({number: left[number]}, 1, pool)), None)
            yield number, row or failed(left[number].item, _died())
            del left[number]


def _round(tasks: dict[int, Task], jobs: int, pool: Pool) -> Generator[tuple[int, Row | None], None, None]:
    """Rows until all are done or the pool broke; None for each task that was at work then."""
    waiting = iter([*tasks.items()])
    running: dict[Future[Row], int] = {}
    with _closing(pool(jobs)) as executor:
        # A few more than are made at once, so that no process waits for its next; what has not been handed out cannot be lost.
        while True:
            try:
                while len(running) < 2 * jobs and (entry := next(waiting, None)) is not None:
                    running[executor.submit(make_one, entry[1])] = entry[0]
            except BrokenProcessPool:
                yield from ((number, None) for number in [*running.values()])
                return
            if not running:
                return
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                try:
                    row = future.result()
                except BrokenProcessPool:
                    yield from ((number, None) for number in running.values())
                    return
                except Exception as error:
                    # What an executor says of work that it lost: a machine that went away, say.
                    row = failed(tasks[running[future]].item, _lost(error))
                yield running.pop(future), row


@contextmanager
def _closing(executor: Executor) -> Iterator[Executor]:
    try:
        yield executor
    except BaseException:
        executor.shutdown(wait=False, cancel_futures=True)
        raise
    executor.shutdown()


def _lost(error: Exception) -> SegmentError:
    return SegmentError(f"It was lost on its way: {type(error).__name__}: {one_line(str(error))}.", cause=Cause.MACHINE)


def _died() -> SegmentError:
    return SegmentError(
        "Its process was ended from outside.", hint="Is there enough memory? Try fewer --jobs.", cause=Cause.MACHINE
    )
