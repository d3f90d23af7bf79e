"""A script as a template makes it of a review, to look at while the template is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from segment.library import lookup
from segment.library.places import places
from segment.model.finding import Finding
from segment.model.review import Review
from segment.model.script import Break, Speech
from segment.model.template import Preview
from segment.project.drafts import recordings
from segment.project.house import Length, house
from segment.project.load import NAME, project_of
from segment.project.sheets import runs
from segment.project.story import story_of
from segment.project.template_source import source_of
from segment.script import examine, write
from segment.script.timing import text_seconds


def preview(name: str, review: Review, page: Path, *, slot_s: Length, spoilers: bool) -> Preview:
    """The script, its notes and its length. A mistake in the script is shown at the template's line, with the line it made."""
    project = project_of(page)
    found = lookup.find("scripts", name, project.root)
    told = house(project, recordings(None, story_of(page, project.root)), review.reviewer, slot_s, spoilers=spoilers)
    written = write(review, template=found.name, source=source_of(project.root), house=told, name=str(found.path))
    roles = frozenset({"host", "critic"}) | frozenset(project.roles)
    parsed = examine(written.text, file=found.path.name, roles=roles)
    lines = written.text.split("\n")
    said = [
        span.text
        for item in parsed.script.items
        if isinstance(item, Speech)
        for span in item.spans
        if not isinstance(span, Break)
    ]
    return Preview(
        template=found.name,
        review=review.title or str(page),
        text=written.text,
        length_s=text_seconds(written.text, told.words_per_minute, language=told.language),
        length=runs(parsed.script, project),
        words=len(" ".join(said).split()),
        findings=(*(_placed(note, lines, written.places) for note in parsed.findings), *written.findings),
        watched=tuple(map(str, watched(page, project.root))),
    )


def _placed(note: Finding, lines: list[str], made: tuple[object, ...]) -> Finding:
    from msgspec.structs import replace

    from segment.errors import Where

    at = note.where.line if note.where else 0
    place = made[at - 1] if 0 < at <= len(made) else None
    if not isinstance(place, Where):
        return note
    return replace(note, where=place, hint=f"{note.hint} It made line {at}: {lines[at - 1][:90]}".strip())


def watched(page: Path, root: str) -> Iterator[Path]:
    """The files a preview depends on: the review, the settings, and every template there is to include."""
    yield page
    if root:
        yield Path(root) / NAME
    for place in places("scripts", root):
        yield from sorted(place.folder.glob("*.j2"))


def states(page: Path, root: str) -> tuple[tuple[str, int, int], ...]:
    """What those files are now: each with its time and size. Any edit, and any file that comes or goes, makes it differ."""
    found = []
    for path in watched(page, root):
        try:
            seen = path.stat()
        except OSError:
            continue
        found.append((str(path), seen.st_mtime_ns, seen.st_size))
    return tuple(found)


def changes(page: Path, root: str, wait: Callable[[], None]) -> Iterator[None]:
    """Once now, and again after each change. ``wait`` is called between two looks.

    A look at a handful of files twice a second costs nothing and works on network drives and in containers, where a watcher that
    the system notifies hears nothing; so no library is needed for it.
    """
    before: tuple[tuple[str, int, int], ...] | None = None
    while True:
        now = states(page, root)
        if now != before:
            before = now
            yield None
        wait()
