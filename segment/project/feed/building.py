"""``segment feed build``: the feed's file and the file of its ids."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from xml.sax.saxutils import escape

from msgspec import Struct

from segment.errors import Cause, ProjectError, PublishError, Where
from segment.media import files
from segment.model.feed import FeedSummary
from segment.model.finding import Finding
from segment.model.project import Project
from segment.project.feed import assigned
from segment.project.feed.art import Art, art
from segment.project.feed.changing import corrected
from segment.project.feed.collecting import candidates
from segment.project.feed.gathering import Gathered, base_of, gather
from segment.project.outputs import set_aside
from segment.publish.feed.lint import lint
from segment.publish.feed.rss import rss

FEED = "feed.xml"
GENERATOR = "radio-segment"


class Feed(Struct, frozen=True, kw_only=True):
    """A feed that was put together."""

    text: str
    gathered: Gathered
    art: Art
    findings: tuple[Finding, ...]


def put_together(project: Project, now: datetime, corrections: Mapping[str, str] | None = None) -> Feed:
    """The feed of a project, and its own lint; ``corrections`` says by name what was wrong with something that is out.

    Raises ProjectError outside a project, and what correcting and gathering raise.
    """
    if not project.root:
        raise ProjectError("There is no show here.", hint="segment init FOLDER makes one.", cause=Cause.USAGE)
    base_of(project)
    root = Path(project.root)
    picture = art(project)
    found = candidates(root)
    known = assigned.read(root)
    if corrections:
        known = corrected(project, known, {one.name: one for one in found}, corrections, now)
    gathered = gather(project, found, known, picture.name, now)
    text = rss(gathered.channel, [item for _, item in gathered.items], generator=GENERATOR)
    notes = (*picture.findings, *gathered.findings, *lint(text.encode(), FEED, project.feed.url))
    return Feed(text=text, gathered=gathered, art=picture, findings=notes)


def build(
    project: Project,
    out: Path | None,
    *,
    force: bool,
    dry_run: bool = False,
    corrections: Mapping[str, str] | None = None,
    now: datetime | None = None,
) -> tuple[FeedSummary, tuple[Finding, ...]]:
    """Write the feed and keep its ids; both stay untouched where nothing changed, and with ``dry_run``.

    Raises PublishError for a feed of another program in the way, ProjectError for wrong settings.
    """
    feed = put_together(project, now or datetime.now(UTC), corrections)
    path = out or Path(project.root) / FEED
    data = feed.text.encode()
    old = path.read_bytes() if path.is_file() else b""
    foreign = path.exists() and old != data and not _is_ours(path, old)
    if foreign and not force:
        raise ProjectError(
            f"{path.name} is a feed of another program, or was changed since it was made.",
            where=Where(file=str(path)),
            hint="--force writes ours and keeps it as NAME~1; -o FILE writes somewhere else.",
            cause=Cause.USAGE,
        )
    if not dry_run:
        if foreign:
            set_aside(path)
        # The ids first: a feed whose ids are lost would give others out the next time.
        assigned.write(Path(project.root), feed.gathered.assigned)
        if old != data:
            with files.replace(path) as part:
                part.write_bytes(data)
    return summarised(feed, str(path), changed=old != data), feed.findings


def summarised(feed: Feed, path: str, *, changed: bool) -> FeedSummary:
    """What was made of a show."""
    gathered = feed.gathered
    return FeedSummary(
        path=path,
        items=len(gathered.items),
        changed=changed,
        waiting=gathered.waiting,
        withheld=gathered.withheld,
        withdrawn=tuple(one.name for one in gathered.withdrawn),
    )


def refuse_withheld(summary: FeedSummary) -> None:
    """Raise (GATE) for what may not be published; the feed without it is written by then."""
    if not summary.withheld:
        return
    why = "".join(f"\n  {name}: {' '.join(reasons)}" for name, reasons in summary.withheld.items())
    raise PublishError(
        f"What is made and may not be published is not in the feed:{why}",
        hint='Record the take, allow the voice, or give the music rights = ["podcast"]. feed.skip leaves one out for good.',
        cause=Cause.GATE,
    )


def _is_ours(path: Path, old: bytes) -> bool:
    return path.is_file() and f"<generator>{escape(GENERATOR)}".encode() in old[:8000]
