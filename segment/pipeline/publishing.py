"""The verbs that bring made segments to listeners."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from segment.model.feed import FeedSummary
from segment.model.finding import Finding
from segment.project.load import load
from segment.steps import Report, silent

if TYPE_CHECKING:
    from segment.project.site.publishing import Published


def build_feed(
    folder: str | Path = ".",
    *,
    out: str | Path | None = None,
    corrections: Mapping[str, str] | None = None,
    force: bool = False,
    dry_run: bool = False,
) -> tuple[FeedSummary, tuple[Finding, ...]]:
    """Write the feed of the show around ``folder``; what was made, and notes on it by its own check.

    ``corrections`` says by name what was wrong with something that is out and was made again: it gets a new file name, and a line
    in its notes, and keeps its id and its date.
    What may not be published stays out and is listed; :func:`refuse_withheld` makes a failure of that.
    ``dry_run`` writes nothing.
    """
    from segment.project.feed.building import build

    return build(load(Path(folder)), None if out is None else Path(out), force=force, dry_run=dry_run, corrections=corrections)


def correct_in_feed(name: str, what: str, folder: str | Path = ".") -> None:
    """Note that something which is out was wrong, and was made again: the next feed has it under a new file name.

    ``what`` is a line for listeners. Id and date stay, and the file that was there. Raises ProjectError for what was never in the
    feed, PublishError where it was not made again.
    """
    from segment.project.feed.changing import correct

    correct(load(Path(folder)), name, what)


def withdraw_from_feed(name: str, folder: str | Path = ".", *, reason: str = "", dry_run: bool = False) -> Path:
    """Take something out of the feed of the show around ``folder``; its files stay, and its page will say so.

    Returns the file that keeps this, ``feed.guids.toml``; ``dry_run`` leaves it as it is.

    Raises ProjectError for what was never in the feed.
    """
    from segment.project.feed import assigned
    from segment.project.feed.changing import withdraw

    project = load(Path(folder))
    withdraw(project, name, reason, dry_run=dry_run)
    return Path(project.root) / assigned.NAME


def restore_to_feed(name: str, folder: str | Path = ".", *, dry_run: bool = False) -> Path:
    """Take what was withdrawn back into the feed, with its id and its date; returns as :func:`withdraw_from_feed` does.

    Raises ProjectError for what was not withdrawn.
    """
    from segment.project.feed import assigned
    from segment.project.feed.changing import restore

    project = load(Path(folder))
    restore(project, name, dry_run=dry_run)
    return Path(project.root) / assigned.NAME


def refuse_withheld(made: FeedSummary) -> None:
    """Raise PublishError (exit code 4) where made segments may not be published."""
    from segment.project.feed.building import refuse_withheld as refuse

    refuse(made)


def check_feed(feed: str | Path) -> tuple[Finding, ...]:
    """Every broken rule of the feed in a file or at an address, by line."""
    from segment.project.feed.checking import check

    return check(str(feed))


def publish_show(
    folder: str | Path = ".",
    *,
    to: str = "",
    corrections: Mapping[str, str] | None = None,
    dry_run: bool = False,
    force: bool = False,
    report: Report = silent,
) -> Published:
    """Bring the show around ``folder`` to a place: a folder, or ``s3://bucket/prefix``; only what changed, the feed last.

    ``corrections`` as in :func:`build_feed`.
    """
    from segment.project.site.publishing import publish as go

    return go(load(Path(folder)), to, report, dry_run=dry_run, force=force, corrections=corrections)


def serve(folder: str | Path = "site", port: int = 8000) -> None:
    """Serve a published folder on 127.0.0.1 until it is stopped."""
    from segment.project.site.serving import serve as run

    run(Path(folder), port)
