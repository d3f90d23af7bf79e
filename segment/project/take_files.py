"""What is written beside recordings when it is asked for: the list of takes, and label tracks for Audacity."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

from segment.errors import Cause, ProjectError
from segment.media import files
from segment.media import text as text_file
from segment.model.project import Project
from segment.model.script import Script
from segment.project import outputs, take_lists
from segment.project.recorded import Held, as_listed, held, own_lines
from segment.voice.take.label_track import label_track, labelled
from segment.voice.take.list_text import list_text

LABELS: Final = ".labels.txt"


class TakeFile(Struct, frozen=True, kw_only=True):
    """A file that is, or would be, written."""

    path: Path
    text: str
    set_aside: bool
    """Whether a file that is there is kept under another name."""


def listed(
    role: str, paths: Sequence[Path], labels: Sequence[Path], script: Script, project: Project, *, force: bool
) -> TakeFile:
    """The list of takes, with the choices of an edited list or of edited ``labels`` in it.

    Raises ProjectError (USAGE) where an edited list is there and ``force`` is not given.
    """
    own = own_lines(script, role, project)
    found = held(role, paths, own, project)
    if labels:
        tracks = _tracks(paths, labels)
        found = as_listed(found, labelled(role, found.made.parts, found.edit, tracks), own, project)
    path, aside = _place(role, paths, found, force)
    chosen = any(choice.listed for choice in found.edit.choices)
    return TakeFile(path=path, text=list_text(role, found.made.parts, found.edit, chosen=chosen), set_aside=aside)


def _place(role: str, paths: Sequence[Path], found: Held, force: bool) -> tuple[Path, bool]:
    kept = found.kept
    if kept is None or not kept.whole or not kept.wanted.edited:
        return take_lists.place(role, paths), False
    if not force:
        raise ProjectError(
            f"{kept.path} is edited.",
            hint="--force writes it anew with your choices in it, and keeps the old as NAME~1.",
            cause=Cause.USAGE,
        )
    return kept.path, True


def label_tracks(
    role: str, paths: Sequence[Path], folder: Path | None, script: Script, project: Project, *, force: bool
) -> tuple[TakeFile, ...]:
    """A label track for each recording, beside it or in ``folder``.

    Raises ProjectError (USAGE) where another file of that name is there and ``force`` is not given.
    """
    found = held(role, paths, own_lines(script, role, project), project)
    made: list[TakeFile] = []
    for path, part in zip(paths, found.made.parts, strict=True):
        place = (folder or path.parent) / f"{path.stem}{LABELS}"
        text = label_track(found.edit, part)
        other = place.exists() and not (place.is_file() and place.read_bytes() == text.encode())
        if other and not force:
            raise ProjectError(
                f"{place} is there and says something else.",
                hint="--force writes it anew and keeps the old as NAME~1; -o DIR puts it somewhere else.",
                cause=Cause.USAGE,
            )
        made.append(TakeFile(path=place, text=text, set_aside=other))
    return tuple(made)


def write(file: TakeFile) -> Path:
    """Write it; what is in its place is kept as NAME~1."""
    files.make_folder(file.path.parent)
    if file.set_aside:
        outputs.set_aside(file.path)
    with files.replace(file.path) as part:
        part.write_bytes(file.text.encode())
    return file.path


def _tracks(paths: Sequence[Path], labels: Sequence[Path]) -> dict[int, tuple[str, str]]:
    """Name and text of each track by the recording it is of: the one of its name, or the only one."""
    found: dict[int, tuple[str, str]] = {}
    for path in labels:
        stem = path.name.removesuffix(LABELS).removesuffix(path.suffix)
        of = [n for n, recording in enumerate(paths) if recording.stem == stem or len(paths) == 1]
        if len(of) != 1:
            raise ProjectError(
                f"{path.name} is the label track of none of these recordings.",
                hint=f"Name it after its recording, such as {paths[0].stem}{LABELS}.",
            )
        found[of[0]] = (str(path), text_file.read(path, take_lists.LIMIT))
    return found
