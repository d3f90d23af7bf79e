"""A folder that is watched: what is dropped into it is made, once it has come whole."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

from segment.errors import Cause, ProjectError
from segment.media.refusal import reading
from segment.model.batch import Row
from segment.pipeline.batches import current, reason
from segment.pipeline.piecework import Task, make_one
from segment.project.batch_items import Item
from segment.project.dropped import dropped

_LOOK_S = 0.2
"""How often a file that is coming is looked at."""
SETTLED_S = 1.0
"""A file has come whole when its size and time have been the same for so long."""

Stamp = tuple[int, int]


def watch(
    folder: str | Path,
    *,
    out: str | Path | None = None,
    force: bool = False,
    accept_doubtful: bool = False,
    settled_s: float = SETTLED_S,
    stop: Event | None = None,
    report: Callable[[Row], None],
) -> None:
    """Make what is dropped into ``folder``, a show's or any, until ``stop`` is set or ``report`` raises.

    A story's review, script or recording makes its story anew; a page or script anywhere else is made into ``out``/PAGE, by
    default the folder's own out/. What lies there already and is not up to date is made first. A file is taken when nothing has
    changed it for ``settled_s`` seconds. Nothing the tool writes sets anything off.

    Raises ProjectError where there is no such folder, MediaError where the system does not let it be watched.
    """
    from watchfiles import watch as changes

    place = Path(folder)
    if not place.is_dir():
        raise ProjectError(f"There is no folder {place}.", cause=Cause.MATERIAL)
    base = place / "out" if out is None else Path(out)
    ended = stop or Event()
    tried: dict[Path, dict[Path, Stamp]] = {}

    def make(found: set[Path]) -> None:
        for item in sorted({item.path: item for path in found if (item := dropped(path, place, base))}.values(), key=_name):
            if not _whole(item, settled_s, ended):
                continue
            made_of = _stamps(item)
            # Made of the very same before, or up to date: an editor that only touched a file, or our own work.
            if tried.get(item.path) == made_of or current(item) is not None:
                continue
            tried[item.path] = made_of
            report(make_one(Task(item=item, force=force, accept_doubtful=accept_doubtful)))

    try:
        first = True
        for batch in changes(place, stop_event=ended, step=200, debounce=1000, rust_timeout=500, yield_on_timeout=True):
            # The first time round the system is watching already: what comes during this look is told again, and made once.
            make({path for path in place.rglob("*") if path.is_file()} if first else {Path(path) for _, path in batch})
            first = False
    except OSError as error:
        raise reading(place, error) from error


def plan_watch(folder: str | Path, *, out: str | Path | None = None) -> tuple[tuple[Item, str], ...]:
    """What :func:`watch` would make first of what lies in ``folder`` already, each with why."""
    place = Path(folder)
    base = place / "out" if out is None else Path(out)
    found = {item.path: item for path in place.rglob("*") if path.is_file() and (item := dropped(path, place, base))}
    return tuple((item, why) for item in sorted(found.values(), key=_name) if (why := reason(item)) != "up to date")


def _name(item: Item) -> str:
    return str(item.path)


def _material(item: Item) -> Iterator[Path]:
    """The files an item is made of."""
    if not item.is_story:
        yield item.path
        return
    for path in sorted(item.path.rglob("*")):
        if path.is_file() and dropped(path, item.path.parent.parent, item.out) is not None:
            yield path


def _stamps(item: Item) -> dict[Path, Stamp]:
    found = {}
    for path in _material(item):
        try:
            state = path.stat()
        except OSError:
            continue
        found[path] = (state.st_mtime_ns, state.st_size)
    return found


def _whole(item: Item, settled_s: float, ended: Event) -> bool:
    """Waits until nothing of it changes any more; False when it is gone, or the watch has ended."""
    before = _stamps(item)
    since = time.monotonic()
    while before and time.monotonic() - since < settled_s:
        if ended.wait(min(_LOOK_S, settled_s)):
            return False
        now = _stamps(item)
        if now != before:
            before, since = now, time.monotonic()
    return bool(before) and all(size for _, size in before.values())
