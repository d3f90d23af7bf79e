"""One piece of a batch, in whatever process makes it: what went wrong comes back as a row, and nothing else is disturbed."""

from __future__ import annotations

import time
from pathlib import Path

from msgspec import Struct

from segment.errors import Cause, SegmentError
from segment.model.batch import Row
from segment.model.made import Made
from segment.project.batch_items import Item
from segment.project.outputs import record_at, record_name


class Task(Struct, frozen=True, kw_only=True):
    """One item and how it is to be made."""

    item: Item
    force: bool = False
    accept_doubtful: bool = False


def make_one(task: Task) -> Row:
    """Make a story, a page or a script. Never raises but for Ctrl-C."""
    from segment.pipeline.making import make, mix_script
    from segment.pipeline.scripts import read_script

    began = time.perf_counter()
    item = task.item
    out = None if item.is_story else item.out
    try:
        if not item.is_story and read_script(item.path) is not None:
            made = mix_script(item.path, out=out, force=task.force, accept_doubtful=task.accept_doubtful)
        else:
            made = make(item.path, out=out, force=task.force, accept_doubtful=task.accept_doubtful)
    except Exception as error:
        return failed(item, error, time.perf_counter() - began)
    return _row(item, made, time.perf_counter() - began)


def _row(item: Item, made: Made, took_s: float) -> Row:
    out = Path(made.artifacts[0].path).parent
    record = record_at(out / record_name(made.slug))
    gain = next((done.gain_db for done in record.deliverables if done.name == "podcast"), None) if record else None
    lufs = made.loudness.integrated_lufs
    return Row(
        name=item.name,
        state="made",
        out=str(out),
        length_s=round(made.duration_s, 3),
        air_length_s=round(made.air_duration_s, 3),
        lufs_in=None if gain is None else round(lufs - gain, 2),
        lufs=round(lufs, 2),
        true_peak_dbtp=round(made.loudness.true_peak_dbtp, 2),
        notes=sum(note.level != "info" for note in made.findings),
        took_s=round(took_s, 3),
    )


def failed(item: Item, error: BaseException, took_s: float = 0.0) -> Row:
    """A row for what could not be made."""
    if isinstance(error, SegmentError):
        place = f"{error.where}: " if error.where else ""
        message, hint, code = f"{place}{error.message}", error.hint, error.exit_code
    elif isinstance(error, MemoryError):
        message, hint, code = "There is not enough memory.", "Give fewer --jobs.", int(Cause.MACHINE)
    elif isinstance(error, OSError):
        message, hint, code = f"{error.strerror or error}: {error.filename or 'the disk'}.", "", int(Cause.MACHINE)
    else:
        message, hint, code = f"A bug in segment: {type(error).__name__}: {error}.", "Please report it.", int(Cause.BUG)
    return Row(
        name=item.name, state="failed", out=str(item.out), message=message, hint=hint, exit_code=code, took_s=round(took_s, 3)
    )
