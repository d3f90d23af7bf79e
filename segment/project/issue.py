"""The finished files of a build, all or none: pressed, proven, told about, and then given their names at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from segment.model.finding import Finding
from segment.project import history, outputs, package
from segment.project.copies import Copy
from segment.project.deliverable import Deliverable
from segment.project.finish import Finished
from segment.project.job import Job
from segment.project.press import Programme, press
from segment.steps import Report, Step


def issue(
    job: Job,
    mixes: tuple[Programme, ...],
    copies: tuple[Copy, ...],
    names: tuple[str, ...],
    *,
    more: Mapping[str, Callable[[Path], object]],
    blocked: tuple[Path, ...],
    findings: tuple[Finding, ...],
    rest: Callable[[], None],
    report: Report,
) -> dict[str, Finished]:
    """Write every file of a build, and its record; the proven files of sound by their names.

    ``mixes`` are in the order of :func:`segment.project.press.programmes`; ``more`` writes the files that were asked for besides;
    ``blocked`` is what is in the way and set aside. Raises what the stages raise; then no output has been touched.
    """
    podcast = mixes[0].made
    with outputs.staged(job.out, names) as part:
        done = press(
            mixes,
            label=lambda one: package.label(job, one.timeline),
            place=lambda copy: part[job.stem + copy.file],
            folder=job.out,
            rest=rest,
            report=report,
        )
        report(Step(stage="publish", message="captions, chapters, build record"))
        package.write_texts(part, job, podcast)
        for name, write in more.items():
            write(part[name])
        record = package.record(part, job, made_of(mixes, copies, done), findings)
        package.write_text(part[job.stem + package.RECORD], record)
        history.remember(job.out / outputs.record_name(job.stem), record.encode(), job.project.root)
        pending = outputs.announce(job.out, job.stem, record.encode())
        for path in blocked:
            outputs.set_aside(path)
    pending.unlink(missing_ok=True)
    return done


def made_of(
    mixes: tuple[Programme, ...], copies: tuple[Copy, ...], done: Mapping[str, Finished]
) -> tuple[tuple[Deliverable, Finished], ...]:
    """Each file of sound with what it was made of, in the order of ``copies``."""
    of = {copy.name: mix.made for mix in mixes for copy in mix.copies}
    return tuple((of[copy.name], done[copy.name]) for copy in copies)
