"""segment.toml → Project: found upward, checked as a whole, laid over the user's own and under the environment."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from segment.errors import ProjectError, Where
from segment.library.places import user_folder
from segment.media import text
from segment.model.asset import Asset
from segment.model.project import Project
from segment.project.check import Flat, field_of, flatten, is_from_the_future, mistakes, split
from segment.project.fields import FIELDS, FORMAT

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


class Layer(msgspec.Struct, frozen=True, kw_only=True):
    """Settings from one place."""

    origin: Literal["environment", "project", "user"]
    source: str
    """The file, or ``environment``."""
    settings: Flat


def _refuse(layer: Layer) -> None:
    source = Where(file=layer.source)
    if is_from_the_future(layer.settings):
        raise ProjectError(
            f"Settings of form {layer.settings['format']} are of a newer version: this one reads form {FORMAT}.",
            where=source,
            hint="Bring the tool up to date: pip install --upgrade radio-segment",
        )
    wrong = mistakes(layer.settings)
    if not wrong:
        return
    lines = "".join(f"\n  {note.message} {note.hint}" for note in wrong)
    plural = "setting is" if len(wrong) == 1 else "settings are"
    raise ProjectError(f"{len(wrong)} {plural} wrong:{lines}", where=source)


def from_environment(environment: Mapping[str, str]) -> Flat:
    """Settings given as ``SEGMENT_AIR_LUFS=-23``; keys with a chosen name (roles, beds) are not read from there."""
    settings: Flat = {}
    for field in FIELDS:
        value = environment.get(f"SEGMENT_{field.key.replace('.', '_').upper()}")
        if value is not None and "*" not in field.key:
            settings[field.key] = typed(field.type, value)
    return settings


def typed(kind: type, given: str) -> Any:
    """Words as the type a setting takes, a list at its commas; as they are where they are none of it."""
    if kind is list:
        return [word for part in given.split(",") if (word := part.strip())]
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
        field = field_of(key)
        *groups, name = split(key, field)
        branch = tree
        for group in groups:
            branch = branch.setdefault(group, {})
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


def layers(start: Path, environment: Mapping[str, str] | None = None) -> tuple[Layer, ...]:
    """The settings that hold around ``start``, place by place, those that win last. Nothing is checked yet.

    Raises ProjectError for a file that is no TOML, MediaError for one that cannot be read as text.
    """
    root = find_root(start)
    found = []
    for origin, path in _files(root):
        if path.is_file():
            found.append(Layer(origin=origin, source=str(path), settings=_read(path)))
    given = from_environment(os.environ if environment is None else environment)
    return (*found, Layer(origin="environment", source="environment", settings=given))


def _files(root: Path | None) -> Iterator[tuple[Literal["project", "user"], Path]]:
    yield "user", user_folder() / NAME
    if root:
        yield "project", root / NAME


def load(start: Path, environment: Mapping[str, str] | None = None) -> Project:
    """The project around ``start``, or the defaults where there is none.

    Environment lies over the project's file, that over the user's own.

    Raises ProjectError that lists every wrong setting with its file, or says that a newer version made it; MediaError for a
    file that cannot be read as text.
    """
    settings: Flat = {}
    for layer in layers(start, environment):
        _refuse(layer)
        settings.update(layer.settings)
    root = find_root(start)
    return project_from(settings, str(root) if root else "")


def project_of(path: Path) -> Project:
    """The project a page or script belongs to: the one around it, else the one around the working folder."""
    around = find_root(path if path.is_dir() else path.parent)
    return load(around if around else Path.cwd())
