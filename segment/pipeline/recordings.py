"""The verbs on a person's recordings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from segment.project import drafts
from segment.project.load import project_of

if TYPE_CHECKING:
    from segment.model.take import Checked


def check_take(recordings: str | Path | Sequence[str | Path], script: str | Path, *, role: str = "critic") -> Checked:
    """Hold the recordings of a role against its lines of a script; nothing is written.

    Raises MediaError and VoiceError for recordings that cannot be used, VoiceError (USAGE) for a role without lines.
    """
    from segment.project.recorded import held, own_lines
    from segment.voice.take.checking import checked

    path = Path(script)
    project = project_of(path)
    draft = drafts.given(path, project)
    paths = drafts.recordings({role: recordings}, None)[role.lower()]
    found = held(role.lower(), paths, own_lines(draft.script, role.lower(), project), project)
    return checked(role.lower(), found.made, found.edit)
