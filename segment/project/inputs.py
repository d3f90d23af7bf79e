"""Every file that went into a build, under a path that means the same wherever the folder is moved, and the way back from it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from segment.errors import SegmentError
from segment.library import lookup
from segment.library.places import Kind, built_in, user_folder
from segment.media import files
from segment.model.report import Input
from segment.model.sound import Sound
from segment.model.voice import VoiceProfile

_KINDS: tuple[Kind, ...] = ("scripts", "voices", "beds", "art")


def of(role: str, path: Path, out: Path) -> Input:
    """A file as the build record of a build into ``out`` names it. Raises MediaError when it cannot be read."""
    return Input(role=role, path=place(path, out), sha256=files.sha256(path))


def place(path: Path, out: Path) -> str:
    """``builtin:voices/host.toml``, ``user:voices/host.toml``, else the way from the finished files to it."""
    resolved = path.resolve()
    for kind in _KINDS:
        if resolved.is_relative_to(shipped := built_in(kind).resolve()):
            return f"builtin:{kind}/{resolved.relative_to(shipped).as_posix()}"
    if resolved.is_relative_to(own := user_folder().resolve()):
        return f"user:{resolved.relative_to(own).as_posix()}"
    try:
        return Path(os.path.relpath(resolved, out.resolve())).as_posix()
    except ValueError:
        return path.name  # between two drives there is no way


def found(entry: Input, out: Path) -> Path:
    """Where an input of a record in ``out`` should be now."""
    where, colon, rest = entry.path.partition(":")
    if colon and where == "builtin":
        kind, _, name = rest.partition("/")
        return next((built_in(known) / name for known in _KINDS if known == kind), Path(rest))
    if colon and where == "user":
        return user_folder() / rest
    return out / entry.path


def voices(casting: Mapping[str, VoiceProfile], out: Path) -> Iterator[Input]:
    """The profiles that speak, by role; one that came from no file is not among them."""
    for role, profile in casting.items():
        if profile.folder and (path := Path(profile.folder) / f"{profile.name}{lookup.SUFFIX['voices']}").is_file():
            yield of(f"voice:{role}", path, out)


def templates(names: Iterable[str], root: str, out: Path) -> Iterator[Input]:
    """The templates that wrote the script, with those they include."""
    for name in names:
        try:
            yield of("template", lookup.find("scripts", name, root).path, out)
        except SegmentError:
            continue  # gone since it was read


def music(used: Mapping[str, Path], sounds: Mapping[str, Sound], out: Path) -> Iterator[Input]:
    """Music, stings and clips: their files and what was read from them, both by the name a script uses."""
    for name, path in sorted(used.items()):
        yield Input(role=f"sound:{name}", path=place(path, out), sha256=sounds[name].fingerprint)
