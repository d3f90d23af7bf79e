"""The script templates of a show: what there is, what each makes of reviews of every kind, and how past stories would differ."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from segment import review as reading
from segment.errors import Cause, ProjectError, SegmentError, Where
from segment.library import lookup
from segment.library.places import user_folder
from segment.media import files, text
from segment.model.project import Project
from segment.model.template import Checked, Difference, TemplateChecked, TemplateListed
from segment.project.casting import HOUSE_ROLES
from segment.project.house import house
from segment.project.load import find_root, load
from segment.project.story import STORIES, Story, story_of
from segment.project.teaching import taught
from segment.project.template_source import LIMIT, source_of
from segment.script import examine, write
from segment.script.episode.check import check_episode_template
from segment.script.head import head
from segment.script.template_check import FAILS, check_template, never_made
from segment.script.times import read_time


def listed(folder: Path) -> tuple[TemplateListed, ...]:
    """Every template of the show around ``folder``; one with mistakes in its first comment is there with what is wrong."""
    root = _root(folder)
    return tuple(_listed(found, root) for found in lookup.listing("scripts", root) if not found.name.startswith("_"))


def _root(folder: Path) -> str:
    root = find_root(folder)
    return str(root) if root else ""


def _listed(found: lookup.Found, root: str) -> TemplateListed:
    entry = TemplateListed(name=found.name, origin=found.origin, path=str(found.path))
    try:
        said = head(found.name, source_of(root))
    except SegmentError as error:
        return replace(entry, wrong=str(error))
    return replace(entry, about=said.about, length_s=said.length_s, evergreen=said.evergreen, writes=said.writes)


def shown(name: str, folder: Path) -> tuple[TemplateListed, str]:
    """A template and its text; parts such as ``_house`` are shown too."""
    root = _root(folder)
    found = lookup.find("scripts", name, root)
    return _listed(found, root), text.read(found.path, LIMIT)


def new(name: str, source: str, folder: Path, *, dry_run: bool) -> Path:
    """Copy a template into the show (outside any show: among the user's own), with comments that teach the language;
    where it is written, or with ``dry_run`` would be.

    Raises ProjectError (USAGE) where there is one of that name, or the name is none.
    """
    stem = name.removesuffix(".j2")
    if not stem.replace("-", "").replace("_", "").replace(".", "").isalnum() or stem.startswith("."):
        raise ProjectError(
            f"“{name}” is no name for a template.", hint="Use letters, digits and hyphens: friday-60.", cause=Cause.USAGE
        )
    root = _root(folder)
    found = lookup.find("scripts", source, root)
    target = (Path(root) if root else user_folder()) / "scripts" / f"{stem}.j2"
    if target.exists():
        raise ProjectError(
            f"{target.name} is there already: nothing was written.",
            where=Where(file=str(target)),
            hint="Choose another name, or edit that one.",
            cause=Cause.USAGE,
        )
    copied = text.read(found.path, LIMIT)
    if dry_run:
        return target
    files.make_folder(target.parent)
    with files.replace(target) as part:
        part.write_bytes((copied if found.name.startswith("_") else taught(copied, stem, found.name)).encode())
    return target


def checked(names: Iterable[str], folder: Path, against: Path | None) -> Checked:
    """Try templates (all of them without ``names``) on reviews of every kind, and on the past stories in ``against``."""
    root = _root(folder)
    project = load(folder)
    source = source_of(root)
    wanted = tuple(names)
    found = [lookup.find("scripts", name, root) for name in wanted] or [
        entry for entry in lookup.listing("scripts", root) if not entry.name.startswith("_")
    ]
    texts: dict[str, str] = {}
    made: list[TemplateChecked] = []
    reached: set[str] = set()
    for entry in found:
        file = str(entry.path)
        tried = check_episode_template if _writes_episodes(entry.name, source) else check_template
        findings, scripts, places = tried(entry.name, source, file=file, roles=frozenset(HOUSE_ROLES) | frozenset(project.roles))
        reached |= places
        if not any(finding.code == FAILS for finding in findings):
            texts[file] = source(entry.name)
        made.append(TemplateChecked(name=entry.name, origin=entry.origin, scripts=scripts, findings=findings))
    if not wanted:
        # A part is judged by all templates together: each of them uses some of it.
        texts |= {f"{part.name}.j2": source(part.name) for part in lookup.listing("scripts", root) if part.name.startswith("_")}
    stray = never_made(texts, reached)
    made = [
        replace(entry, findings=(*entry.findings, *(f for f in stray if f.where and f.where.file == str(at.path))))
        for entry, at in zip(made, found, strict=True)
    ]
    own = {str(at.path) for at in found}
    parts = tuple(f for f in stray if f.where and f.where.file not in own)
    if parts:
        made.append(TemplateChecked(name="_house", origin="", scripts=0, findings=parts))
    differences = tuple(_against(against, wanted, project)) if against is not None else ()
    ok = not any(f.level == "error" for entry in made for f in entry.findings) and not any(d.wrong for d in differences)
    return Checked(ok=ok, templates=tuple(made), differences=differences)


def _writes_episodes(name: str, source: Callable[[str], str]) -> bool:
    try:
        return head(name, source).writes == "episodes"
    except SegmentError:
        return False  # what is wrong with it is told when it is tried


def _against(folder: Path, names: tuple[str, ...], project: Project) -> Iterator[Difference]:
    if not folder.is_dir():
        raise ProjectError(f"There is no folder {folder}.", hint=f"Name the show's {STORIES}/.", cause=Cause.USAGE)
    stories = [place for place in sorted(folder.iterdir()) if place.is_dir() and (place / "script.txt").is_file()]
    if (folder / "script.txt").is_file():
        stories = [folder]
    for place in stories:
        for name in names or (project.script.template,):
            yield _difference(place, name, load(place))


def _difference(place: Path, name: str, project: Project) -> Difference:
    try:
        story = story_of(place, project.root) or _story(place)
        old = text.read(story.script, 5_000_000)
        read = reading.read(files.read_bytes(story.review, reading.LIMIT_BYTES), name=str(story.review), aliases=project.headings)
        slot = read_time(examine(old).script.header("SLOT") or "")
        root = project.root
        told = house(project, story.takes(), read.reviewer, slot)
        new = write(read, template=name, source=source_of(root), house=told).text
    except SegmentError as error:
        return Difference(story=place.name, template=name, wrong=str(error))
    changed = difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=0)
    lines = tuple(_line(line) for line in list(changed)[2:])
    return Difference(story=place.name, template=name, lines=lines)


def _line(line: str) -> str:
    return line if line.startswith("@@") else f"{line[0]} {line[1:]}".rstrip()


def _story(place: Path) -> Story:
    for name in ("review.md", "review.txt", "review.json", "review.page.txt"):
        if (place / name).is_file():
            return Story(folder=place, review=place / name)
    raise ProjectError(f"There is no review in {place.name}.", cause=Cause.MATERIAL)
