"""All files of sound of a build: one mix for each programme, and from it every copy, the podcast and the rest side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from segment.master.master import Measured
from segment.media.spool import Spool
from segment.model.asset import Right
from segment.model.label import Label
from segment.model.project import Project
from segment.model.sound import Spoken
from segment.project.copies import Copy
from segment.project.deliverable import Deliverable, deliverable
from segment.project.finish import Finished, encode, mastered, mixed, proven
from segment.project.gauge import Gauge
from segment.project.slot import Both, Ready
from segment.steps import Report, silent
from segment.units import rescale

_ENCODED: Final = 0.8
"""Of what comes after the mix, the part until the podcast is encoded; the rest is its proof."""


class Programme(Struct, frozen=True, kw_only=True):
    """What is mixed once, and the files made of it."""

    made: Deliverable
    spoken: Mapping[str, Spoken]
    channels: Literal[1, 2]
    copies: tuple[Copy, ...]


def programmes(fitted: Both, copies: tuple[Copy, ...], project: Project) -> tuple[Programme, ...]:
    """One for each set of lines, sampling rate and number of channels; the podcast's own comes first."""
    groups: dict[tuple[Right, int, Literal[1, 2]], list[Copy]] = {}
    for copy in copies:
        groups.setdefault((copy.use, copy.form.rate, copy.form.channels), []).append(copy)
    return tuple(
        Programme(made=_at(rate, ready, project), spoken=ready.spoken, channels=channels, copies=tuple(of))
        for (use, rate, channels), of in groups.items()
        for ready in [fitted.podcast if use == "podcast" else fitted.air]
    )


def _at(rate: int, ready: Ready, project: Project) -> Deliverable:
    """A deliverable as it was fitted; at another rate laid out again, of the same length to the nearest frame."""
    timeline = ready.made.timeline
    if rate == timeline.rate:
        return ready.made
    fitting = replace(ready.fitting, frames=rescale(timeline.frames, timeline.rate, rate))
    return deliverable(ready.planned, ready.spoken, project, fitting, rate=rate)


def press(
    made: tuple[Programme, ...],
    label: Callable[[Deliverable], Label],
    place: Callable[[Copy], Path],
    folder: Path,
    rest: Callable[[], None],
    report: Report,
) -> dict[str, Finished]:
    """Makes and proves every file, by its name; ``place`` says where to, ``folder`` has room for what is between.
    ``rest`` is called now and then, as :func:`mixed` says.

    The podcast comes first; the others are made while its MP3 is encoded, which needs Python only now and then.
    """
    stop = Event()
    first, *others = made

    def all_of(mix: Measured, copies: tuple[Copy, ...], words: Label) -> list[Finished]:
        done = []
        for copy in copies:
            programme, unseen = mastered(mix, copy), Gauge(silent, "master", copy.name, frames=mix.frames)
            encode(programme, copy, place(copy), words, unseen)
            done.append(proven(programme, copy, place(copy), words, stop, unseen))
        return done

    def other_files() -> list[Finished]:
        done = []
        for one in others:
            with Spool(folder) as spool:
                unseen = Gauge(silent, "mix", "", frames=one.made.timeline.frames)
                mix = mixed(one.made, one.spoken, one.channels, spool, stop, rest, unseen)
                done += all_of(mix, one.copies, label(one.made))
        return done

    with Spool(folder) as spool, ThreadPoolExecutor(max_workers=1) as pool:
        try:
            words, podcast, frames = label(first.made), first.copies[0], first.made.timeline.frames
            seen = Gauge(report, "mix", "mixing and measuring", frames=frames)
            mix = mixed(first.made, first.spoken, first.channels, spool, stop, rest, seen)
            programme = mastered(mix, podcast)
            beside = pool.submit(other_files)
            encode(programme, podcast, place(podcast), words, Gauge(report, "master", "encoding", frames=frames, ends=_ENCODED))
            seen = Gauge(report, "master", "proving", frames=frames, begins=_ENCODED)
            done = [proven(programme, podcast, place(podcast), words, stop, seen), *all_of(mix, first.copies[1:], words)]
            return {one.copy.name: one for one in (*done, *beside.result())}
        finally:
            # Where one failed, or Ctrl-C came, the others need not go on.
            stop.set()
