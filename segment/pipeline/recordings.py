"""The verbs on a person's recordings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from segment.model.project import Project
from segment.model.script import Script
from segment.project import drafts
from segment.project.load import project_of

if TYPE_CHECKING:
    from segment.model.take import Checked
    from segment.project.take_files import TakeFile


def check_take(recordings: str | Path | Sequence[str | Path], script: str | Path, *, role: str = "critic") -> Checked:
    """Hold the recordings of a role against its lines of a script; nothing is written.

    Raises MediaError and VoiceError for recordings that cannot be used, VoiceError (USAGE) for a role without lines.
    """
    from segment.project.recorded import held, own_lines
    from segment.project.take_length import with_length
    from segment.voice.take.checking import checked
    from segment.voice.take.cutting import cut

    given = _given(recordings, script, role)
    own = own_lines(given.script, given.role, given.project)
    found = held(given.role, given.paths, own, given.project)
    told = checked(given.role, found.made, found.edit)
    lines = cut(own, found.edit, found.made.samples, found.made.rate, found.edit.heard).lines
    return with_length(told, given.script, lines, given.project)


def list_takes(
    recordings: str | Path | Sequence[str | Path],
    script: str | Path,
    *,
    role: str = "critic",
    labels: Sequence[str | Path] = (),
    force: bool = False,
    dry_run: bool = False,
) -> TakeFile:
    """Write the list of takes beside the recordings, as :func:`segment.make` does; returns the file, or that it would write.

    ``labels``: edited label tracks whose stars decide. An edited list is written anew only where ``force`` says so: its choices
    go into the new one and the old is kept as NAME~1. Raises ProjectError (USAGE) for it otherwise.
    """
    from segment.project.take_files import listed, write

    given = _given(recordings, script, role)
    made = listed(given.role, given.paths, [Path(track) for track in labels], given.script, given.project, force=force)
    if not dry_run:
        write(made)
    return made


def label_takes(
    recordings: str | Path | Sequence[str | Path],
    script: str | Path,
    *,
    role: str = "critic",
    out: str | Path | None = None,
    force: bool = False,
    dry_run: bool = False,
) -> tuple[TakeFile, ...]:
    """Write a label track for Audacity for each recording, beside it or in the folder ``out``; returns the files.

    Raises ProjectError (USAGE) where something else stands under that name; ``force`` keeps it as NAME~1.
    """
    from segment.project.take_files import label_tracks, write

    given = _given(recordings, script, role)
    folder = None if out is None else Path(out)
    made = label_tracks(given.role, given.paths, folder, given.script, given.project, force=force)
    for file in () if dry_run else made:
        write(file)
    return made


def script_of_take(
    recordings: str | Path | Sequence[str | Path], review: str | Path, *, role: str = "critic", work: str = ""
) -> TakenScript:
    """A script made of what was read of a printed review: its own sentences in the order they were read, in the house's frame.

    The result has the ``text`` and ``found``, the share of the review's words that was found (0–1). ``work`` as in
    :func:`segment.read_review`. Raises what that and :func:`segment.check_take` raise.
    """
    from segment import script as writing
    from segment.pipeline.reviews import read_review
    from segment.pipeline.scripts import write_script
    from segment.project.read_aloud import read_aloud

    page = Path(review)
    project = project_of(page)
    read = read_review(page, work=work)
    paths = drafts.recordings({role: recordings}, None)[role.lower()]
    frame = writing.examine(write_script(read, project=project, takes=[role.lower()]).text, roles=drafts.roles_of(project)).script
    made = read_aloud(role.lower(), paths, read, frame, project)
    return TakenScript(text=writing.to_text(made.script), found=made.found)


class TakenScript(Struct, frozen=True, kw_only=True):
    """A script made of what was read of a review."""

    text: str
    found: float
    """Share of the review's words that was found in the recordings, 0–1."""


class _Given(Struct, frozen=True, kw_only=True):
    """Recordings, and the script they are of."""

    role: str
    paths: tuple[Path, ...]
    script: Script
    project: Project


def _given(recordings: str | Path | Sequence[str | Path], script: str | Path, role: str) -> _Given:
    path = Path(script)
    project = project_of(path)
    paths = drafts.recordings({role: recordings}, None)[role.lower()]
    return _Given(role=role.lower(), paths=paths, script=drafts.given(path, project).script, project=project)
