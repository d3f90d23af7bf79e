"""What people see of a batch: how far it is and how long it will take, and the table at its end."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from types import TracebackType
from typing import Any

from segment.cli.interrupt import interruptible
from segment.cli.terminal import in_line, say, say_json
from segment.model.batch import Batch, Row
from segment.units import radio_time


class Progress:
    """Called with each row. On a terminal a line says how many are done and the time left; off it nothing moves."""

    def __init__(self, *, as_json: bool, quiet: bool) -> None:
        self._as_json = as_json
        self._moves = not quiet and not as_json and sys.stderr.isatty()
        self._began = time.monotonic()
        self._made = 0
        self._interrupt = interruptible()

    def __enter__(self) -> Progress:
        self._check = self._interrupt.__enter__()
        return self

    def __call__(self, row: Row, done: int, of: int) -> None:
        """Shows a row; raises KeyboardInterrupt when Ctrl-C came."""
        self._check()
        self._made += row.state != "up to date"
        if self._as_json:
            say_json(row, indent=None)
        elif self._moves:
            left = left_s(time.monotonic() - self._began, self._made, of - done)
            # The line is written over at each row; CSI K takes away what a longer one left.
            say_over(f"{done} of {of}{f', {radio_time(round(left))} left' if left else ''}: {row.name}")

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._moves:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
        self._interrupt.__exit__(kind, error, trace)


def left_s(elapsed_s: float, made: int, left: int) -> float | None:
    """Seconds that ``left`` more take when they take what the others took; None while nothing was made."""
    return elapsed_s / made * left if made and left else None


def say_over(text: str) -> None:
    """A line on a terminal that the next one replaces."""
    sys.stderr.write(f"\r{in_line(text)[:100]}\x1b[K")
    sys.stderr.flush()


def table(done: Batch, *, quiet: bool) -> None:
    """One line a story: state, length, loudness in and out, true peak, notes; then what failed, and why."""
    width = max((len(row.name) for row in done.rows), default=4)
    say(f"{'':{width}}  {'state':10}  {'length':>7}  {'LUFS in':>7}  {'out':>6}  {'dBTP':>5}  notes")
    for row in done.rows:
        if row.state != "up to date" or not quiet:
            say(row_line(row, width))
    counts = [(sum(row.state == state for row in done.rows), state) for state in ("made", "up to date", "failed")]
    say(f"{', '.join(f'{count} {state}' for count, state in counts if count)} in {radio_time(round(done.took_s))}", err=True)
    for row in done.rows:
        if row.state == "failed":
            say(f"{row.name}: {row.message}", err=True)
            if row.hint:
                say(f"  {row.hint}", err=True)


def row_line(row: Row, width: int = 0) -> str:
    """A row of the table."""
    length = "" if row.length_s is None else radio_time(row.length_s)
    figures = (_number(row.lufs_in), _number(row.lufs), _number(row.true_peak_dbtp))
    notes, name = str(row.notes or ""), in_line(row.name)
    return f"{name:{width}}  {row.state:10}  {length:>7}  {figures[0]:>7}  {figures[1]:>6}  {figures[2]:>5}  {notes}".rstrip()


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"


def plan(found: Iterable[tuple[Any, str]], *, as_json: bool) -> None:
    """What a batch would make, and why; what is up to date stands there, too."""
    if as_json:
        say_json(
            {"would": [{"name": item.name, "path": str(item.path), "out": str(item.out), "why": why} for item, why in found]}
        )
        return
    for item, why in found:
        word = "up to date " if why == "up to date" else "would make "
        say(f"{word} {in_line(str(item.path))} into {in_line(str(item.out))}: {why}")
