"""What people see: notes, progress and the table of finished files."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec

from segment.cli.interrupt import interruptible
from segment.cli.terminal import in_line, say, say_json
from segment.model.finding import Finding
from segment.model.loudness import Loudness, as_one_channel
from segment.model.made import Artifact, Copied, Made
from segment.model.why import Since, Why
from segment.steps import Report, Step, whole
from segment.units import radio_time, time_of_day

_WIDEST = 40
"""Characters of what is going on, so that the bar has room."""
_RANK = {"info": 0, "warning": 1, "error": 2}


def notes(findings: Sequence[Finding], least: str = "info") -> None:
    """Notes on stderr, the worst first."""
    shown = [f for f in findings if _RANK[f.level] >= _RANK[least]]
    if not shown:
        return
    say("\nNotes", err=True)
    for finding in sorted(shown, key=lambda f: -_RANK[f.level]):
        place = f" ({finding.where})" if finding.where and str(finding.where) else ""
        say(f"  {finding.code} {finding.message}{place}", err=True)
        if finding.hint:
            say(f"        {finding.hint}", err=True)


def length(lies: str) -> None:
    """On stderr, where a script's length lies before it is spoken; nothing where that is not known."""
    if lies:
        say(f"\nRuns {lies}.", err=True)


@contextmanager
def progress(*, quiet: bool) -> Iterator[Report]:
    """Says what goes on and what time is left, on a terminal only; at each step Ctrl-C takes effect, wherever it came in."""
    with interruptible() as check:
        if quiet or not sys.stderr.isatty():
            yield lambda step: check()
            return
        from rich.console import Console
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            BarColumn(24),
            TimeRemainingColumn(compact=True),
        )
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task("starting", total=1.0)

            def report(step: Step) -> None:
                check()
                # A round that is spoken again does not take back what was shown.
                done = max(whole(step), bar.tasks[0].completed)
                bar.update(task, completed=done, description=in_line(f"{step.stage}  {step.message}")[:_WIDEST])

            yield report


def works(found: Sequence[Any], *, as_json: bool) -> None:
    """The works on a page, one a line, or ``{"works": […]}``."""
    if as_json:
        say_json({"works": found})
        return
    for one in found:
        about = ", ".join(part for part in (one.kind, one.reviewer) if part)
        length = f"{one.paragraphs} paragraph{'' if one.paragraphs == 1 else 's'}"
        say(f"{one.number:>3}  {one.title or '(no title)'}  ({f'{about}; ' if about else ''}{length})")


def kept_review(kept: Any, *, as_json: bool) -> None:
    """The file a review was written to, and the one it replaced; notes on stderr."""
    if as_json:
        say_json({"path": str(kept.path), "aside": str(kept.aside or ""), "review": kept.review})
        return
    say(str(kept.path))
    if kept.aside:
        say(f"{kept.aside} is the file that was there.", err=True)
    notes(kept.review.findings)


def at_or_above(findings: Sequence[Finding], least: str) -> int:
    """How many notes are at least this bad."""
    return sum(_RANK[finding.level] >= _RANK[least] for finding in findings)


def made(result: Made) -> None:
    """The finished files on stdout, with length and loudness."""
    files(result.artifacts, result.deliverables)


def files(artifacts: Sequence[Artifact], deliverables: Sequence[Copied]) -> None:
    """Each file on stdout, those of sound with length and loudness."""
    of = {one.path: one for one in deliverables}
    for artifact in artifacts:
        measured = ""
        if artifact.path in of:
            one = of[artifact.path]
            measured = f"{radio_time(one.duration_s)}  {_level(_of_the_file(one))}"
        say(f"{artifact.path}  {measured}".rstrip())


def orders(result: Made) -> None:
    """What is heard in each file, one table for each."""
    from segment.publish.order_sheet import printed

    for name, rows in result.orders.items():
        say(f"\nRunning order, {name}")
        for line in printed(rows):
            say(f"  {line}")


def back_times(result: Made, out_at_s: float) -> None:
    """When everything must begin for the segment to be over at a time of day."""
    say("\nBe here by")
    for mark in result.marks:
        say(f"  {time_of_day(out_at_s - mark.before_end_s):>8}  {mark.label}")
    say(f"  {time_of_day(out_at_s):>8}  out")


def _of_the_file(one: Copied) -> Loudness:
    """What a meter reads of the file: one channel by itself is lower than on both sides."""
    return as_one_channel(one.loudness) if one.channels == 1 else one.loudness


def _level(loudness: Loudness) -> str:
    return f"{loudness.integrated_lufs:.1f} LUFS  {loudness.true_peak_dbtp:.1f} dBTP"


def made_json(result: Made, *, running_order: bool) -> dict[str, Any]:
    """The shape that ``--json`` promises."""
    orders = {"running_order": msgspec.to_builtins(result.orders)} if running_order else {}
    return orders | {
        "slug": result.slug,
        "artifacts": msgspec.to_builtins(result.artifacts),
        "duration_s": round(result.duration_s, 6),
        "loudness": loudness_json(result.loudness),
        "air": {"duration_s": round(result.air_duration_s, 6), "loudness": loudness_json(result.air_loudness)},
        "deliverables": deliverables_json(result.deliverables),
        "chapters": msgspec.to_builtins(result.chapters),
        "findings": msgspec.to_builtins(result.findings),
    }


def deliverables_json(deliverables: Sequence[Copied]) -> list[dict[str, Any]]:
    """Each file of sound as ``--json`` shows it."""
    return [
        {
            "name": one.name,
            "path": one.path,
            "target": one.target,
            "duration_s": round(one.duration_s, 6),
            "channels": one.channels,
            "loudness": loudness_json(_of_the_file(one)),
        }
        for one in deliverables
    ]


def loudness_json(loudness: Loudness) -> dict[str, float]:
    """Loudness as ``--json`` shows it."""
    return {
        "integrated_lufs": round(loudness.integrated_lufs, 2),
        "true_peak_dbtp": round(loudness.true_peak_dbtp, 2),
        "lra_lu": round(loudness.lra_lu, 2),
    }


def because(found: Why) -> Iterator[str]:
    """What ``segment why`` says, line by line."""
    yield f"{found.slug}: {'up to date' if found.up_to_date else 'not up to date'}"
    yield "Made from"
    for entry in found.inputs:
        yield f"  {entry.state:8} {entry.role}: {entry.path}"
    for made in found.outputs:
        if made.state != "same":
            yield f"  {made.state:8} finished file: {made.path}"
    if found.since is None:
        yield "No earlier build of these files is known that differs."
        return
    yield "Against the build before"
    yield from (f"  {line}" for line in _since(found.since))


def _since(since: Since) -> Iterator[str]:
    for entry in since.inputs:
        yield f"{'changed ' if entry.state == 'changed' else 'no more '} {entry.role}: {entry.path}"
    yield from (f"new      {role}" for role in since.added)
    yield from (f"changed  setting {name}" for name in since.settings)
    if since.tool:
        yield f"changed  the tool: {since.tool} made it"
    yield f"{len(since.lines)} {'line' if len(since.lines) == 1 else 'lines'} made anew, {since.kept} as before"
    yield from (f"  {line.id} at {radio_time(line.start_s)}, {line.voice}" for line in since.lines)
    yield f"files that differ: {', '.join(since.outputs) or 'none'}"
