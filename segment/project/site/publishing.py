"""``segment publish``: what changed goes out, sound first, feed last."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from segment.errors import ProjectError
from segment.library.places import store
from segment.model.feed import FeedSummary
from segment.model.finding import Finding
from segment.model.project import Project
from segment.project.feed import assigned
from segment.project.feed.building import GENERATOR, put_together, summarised
from segment.project.site.command import Command
from segment.project.site.contents import contents
from segment.project.site.folder import Folder
from segment.project.site.looked import Looked
from segment.project.site.s3 import S3, Sums
from segment.project.site.target import Target
from segment.steps import Report, Step

DEFAULT = "site"


class Published(Struct, frozen=True, kw_only=True):
    """What went where."""

    place: str
    sent: tuple[str, ...]
    """Names of files that went out, in their order."""
    kept: int
    """Files that were there already."""
    feed: FeedSummary
    findings: tuple[Finding, ...] = ()


def target(project: Project, to: str) -> Target:
    """The place ``to`` names, else the show's, else the folder site/ in the show."""
    place = to or project.publish.to
    feed = project.feed.url.rpartition("/")[2]
    if not to and project.publish.command:
        return Command(project.publish.command, store(project.root) / DEFAULT, feed, _looked(project, "command"))
    if place.startswith("s3://"):
        return S3(place, project.publish.endpoint, Sums(store(project.root) / "site.sums"))
    if "://" in place:
        raise ProjectError(
            f"Nothing here publishes to {place.partition('://')[0]}://.",
            hint="It takes a folder or s3://bucket/prefix; publish.command runs rsync, or lftp for SFTP.",
        )
    folder = Path(to) if to else Path(project.root) / (place or DEFAULT)
    return Folder(folder, _looked(project, str(folder.absolute())))


def _looked(project: Project, place: str) -> Looked:
    """What is known of one place; a show may be published to several."""
    return Looked(store(project.root) / f"site.{hashlib.sha256(place.encode()).hexdigest()[:16]}.looked")


def publish(
    project: Project,
    to: str,
    report: Report,
    *,
    dry_run: bool,
    force: bool,
    corrections: Mapping[str, str] | None = None,
    now: datetime | None = None,
) -> Published:
    """Bring the show to its place; with ``dry_run`` only say what would go. ``corrections`` says by name what was wrong.

    Raises ProjectError where a feed of another program is in the way in a folder (without ``force``), PublishError where the
    place refuses: then all that went before is whole, the feed that was there is untouched, and the next run goes on.
    """
    feed = put_together(project, now or datetime.now(UTC), corrections)
    every = contents(project, feed)
    place = target(project, to)
    if isinstance(place, Folder) and not force:
        _not_anothers(Path(place.place) / every[-1].name)
    if corrections and not dry_run:
        # Kept first: broken off here, the next run must not put the new sound where the old one is.
        assigned.write(Path(project.root), feed.gathered.assigned)
    sent = []
    for number, file in enumerate(every):
        report(Step(stage="publish", message=file.name, done=number / len(every)))
        if place.same(file):
            continue
        if not dry_run:
            if file is every[-1]:
                # Once somebody has the feed, its ids are given.
                assigned.write(Path(project.root), feed.gathered.assigned)
            place.put(file)
        sent.append(file.name)
    if not dry_run:
        place.done()
    summary = summarised(feed, project.feed.url, changed=every[-1].name in sent)
    return Published(place=place.place, sent=tuple(sent), kept=len(every) - len(sent), feed=summary, findings=feed.findings)


def _not_anothers(path: Path) -> None:
    if path.is_file() and f"<generator>{GENERATOR}".encode() not in path.read_bytes()[:8000]:
        raise ProjectError(
            f"{path} is a feed of another program.",
            hint="Choose another folder with --to, or --force to put ours in its place.",
        )
