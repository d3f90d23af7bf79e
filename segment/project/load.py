"""segment.toml → Project: found upward, checked as a whole, laid over the user's own and under the environment."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from segment.errors import ProjectError, Where
from segment.library.places import user_folder
from segment.media import text
from segment.model.asset import Asset
from segment.model.project import Project
from segment.project.check import Flat, field_of, flatten, mistakes
from segment.project.fields import FIELDS

NAME = "segment.toml"
_LIMIT = 1_000_000
"""Bytes of settings."""


def find_root(start: Path) -> Path | None:
    """The nearest folder at or above ``start`` that holds a segment.toml."""
    # The way that was named comes first: a linked story belongs to the show it is linked into.
    for place in (start.absolute(), start.resolve()):
        for folder in (place, *place.parents):
            if (folder / NAME).is_file():
                return folder.resolve()
    return None


def _read(path: Path) -> Flat:
    try:
        return dict(flatten(tomllib.loads(text.read(path, _LIMIT))))
    except tomllib.TOMLDecodeError as error:
        raise ProjectError(f"The settings cannot be read: {error}.", where=Where(file=str(path))) from error


def _refuse(settings: Flat, source: str) -> None:
    wrong = mistakes(settings)
    if not wrong:
        return
    lines = "".join(f"\n  {note.message} {note.hint}" for note in wrong)
    plural = "setting is" if len(wrong) == 1 else "settings are"
    raise ProjectError(f"{len(wrong)} {plural} wrong:{lines}", where=Where(file=source))


def from_environment(environment: Mapping[str, str]) -> Flat:
    """Settings given as ``SEGMENT_AIR_LUFS=-23``; keys with a chosen name (roles, beds) are not read from there."""
    settings: Flat = {}
    for field in FIELDS:
        value = environment.get(f"SEGMENT_{field.key.replace('.', '_').upper()}")
        if value is not None and "*" not in field.key:
            settings[field.key] = _typed(field.type, value)
    return settings


def _typed(kind: type, given: str) -> Any:
    if kind is bool and given.lower() in {"true", "false"}:
        return given.lower() == "true"
    if kind in {int, float}:
        try:
            return kind(given)
        except ValueError:
            return given
    return given


def _nested(settings: Flat) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for key, value in settings.items():
        *groups, name = key.split(".")
        branch = tree
        for group in groups:
            branch = branch.setdefault(group, {})
        field = field_of(key)
        branch[name] = float(value) if field is not None and field.type is float else value
    return tree


def project_from(settings: Flat, root: str) -> Project:
    """A Project from settings that were checked; bed files stay relative to the root."""
    tree = _nested(settings)
    tree["beds"] = {
        name: Asset(
            name=name,
            path=bed.get("file", f"beds/{name}.wav"),
            title=bed.get("title", name),
            author=bed.get("author", ""),
            licence=bed.get("licence", ""),
            rights=tuple(bed.get("rights", ())),
            origin="project",
        )
        for name, bed in tree.get("beds", {}).items()
    }
    tree["roles"] = {name.lower(): role for name, role in tree.get("roles", {}).items()}
    return msgspec.convert({**tree, "root": root}, Project)


def load(start: Path, environment: Mapping[str, str] | None = None) -> Project:
    """The project around ``start``, or the defaults where there is none.

    Environment lies over the project's file, that over the user's own.

    Raises ProjectError that lists every wrong setting with its file, MediaError for a file that cannot be read as text.
    """
    settings: Flat = {}
    own = user_folder() / NAME
    root = find_root(start)
    for path in (own, root / NAME if root else None):
        if path is not None and path.is_file():
            layer = _read(path)
            _refuse(layer, str(path))
            settings.update(layer)
    layer = from_environment(os.environ if environment is None else environment)
    _refuse(layer, "environment")
    settings.update(layer)
    return project_from(settings, str(root) if root else "")


def project_of(path: Path) -> Project:
    """The project a page or script belongs to: the one around it, else the one around the working folder."""
    around = find_root(path if path.is_dir() else path.parent)
    return load(around if around else Path.cwd())
