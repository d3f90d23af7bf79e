"""A show's settings judged as a whole: every mistake in segment.toml, and everything it names that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from segment.errors import ProjectError, SegmentError, Where
from segment.library.lookup import find
from segment.media import text
from segment.model.finding import Finding
from segment.model.project import Project
from segment.project.casting import profile
from segment.project.check import is_from_the_future, mistakes
from segment.project.load import Layer, layers, load
from segment.project.setting import show_file
from segment.publish.picture import picture_type

_LIMIT = 10_000_000
"""Bytes of a file that is looked into."""


class ShowChecked(Struct, frozen=True, kw_only=True):
    """What was found about a show's settings."""

    path: Path
    """Its segment.toml."""
    findings: tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing of it is an error."""
        return not any(note.level == "error" for note in self.findings)


def check_show(start: Path) -> ShowChecked:
    """Judge the show around ``start``, with the user's own settings and the environment, which hold in it too.

    Raises ProjectError where there is no show, for a file that is no TOML, and for one of a newer version.
    """
    path = show_file(start)
    found = layers(start)
    if any(is_from_the_future(layer.settings) for layer in found):
        load(start)  # which says so
    wrong = tuple(note for layer in found for note in _placed(layer))
    return ShowChecked(path=path, findings=wrong or tuple(_named(load(start), path)))


def _placed(layer: Layer) -> Iterator[Finding]:
    """The mistakes of one place, with file and line."""
    lines = text.read(Path(layer.source), _LIMIT) if layer.origin != "environment" else ""
    for note in mistakes(layer.settings):
        key = note.message.partition(" ")[0]
        yield replace(note, where=Where(file=layer.source, line=line_of(lines, key)))


def line_of(text_: str, key: str) -> int:
    """The 1-based line on which a dotted key is given a value, 0 where it is not found."""
    table = ""
    for number, line in enumerate(text_.splitlines(), start=1):
        if header := re.match(r"\s*\[+\s*([^\]]+?)\s*\]+", line):
            table = _bare(header[1])
        elif (given := re.match(r"\s*([^#=]+?)\s*=", line)) and key == ".".join(filter(None, (table, _bare(given[1])))):
            return number
    return 0


def _bare(key: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in key.split("."))


def _named(project: Project, path: Path) -> Iterator[Finding]:
    lines = text.read(path, _LIMIT)
    yield from (replace(note, where=Where(file=str(path), line=line_of(lines, key))) for key, note in _looked_up(project))


def _looked_up(project: Project) -> Iterator[tuple[str, Finding]]:
    root = Path(project.root)
    if project.show.art:
        key = "show.art"
        yield from ((key, note) for note in _file(key, root / project.show.art, root))
        if (root / project.show.art).is_file() and not picture_type((root / project.show.art).read_bytes()[:_LIMIT]):
            yield key, _note("PJ003", f"{key}: {project.show.art} is neither a JPEG nor a PNG image.", "")
    for name, bed in project.beds.items():
        key = f"beds.{name}.file"
        yield from ((key, note) for note in _file(key, root / bed.path, root))
        if not bed.rights:
            hint = f'Under [beds.{name}], say rights = ["air", "podcast"].'
            note = Finding(code="PJ005", level="warning", message=f"Nothing says where beds.{name} may be used.", hint=hint)
            yield f"beds.{name}.file", note
    for name, role in project.roles.items():
        if role.voice:
            try:
                profile(role.voice, project.root)
            except SegmentError as error:
                key = f"roles.{name}.voice"
                yield key, _note("PJ004", f"{key}: {error.message}", error.hint)
    try:
        find("scripts", project.script.template, project.root)
    except ProjectError as error:
        key = "script.template"
        yield key, _note("PJ004", f"{key}: {error.message}", error.hint)


def _file(key: str, path: Path, root: Path) -> Iterator[Finding]:
    if not path.is_file():
        yield _note("PJ003", f"{key}: there is no file {path}.", "Files are looked for from the folder of segment.toml.")
    elif not path.resolve().is_relative_to(root.resolve()):
        yield Finding(
            code="PJ006",
            level="warning",
            message=f"{key}: {path} lies outside the show's folder.",
            hint="A copy inside moves with the show.",
        )


def _note(code: str, message: str, hint: str) -> Finding:
    return Finding(code=code, level="error", message=message, hint=hint)
