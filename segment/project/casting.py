"""Who speaks which role: a person's take, or a voice profile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from segment.library.lookup import find, listing
from segment.media import text
from segment.model.project import Project
from segment.model.voice import VoiceProfile
from segment.project.language import usual_voice
from segment.voice import load_profile

_PROFILE_LIMIT = 1_000_000
"""Bytes of a voice profile."""


class Casting(Struct, frozen=True, kw_only=True):
    """The voices of one build."""

    voices: dict[str, VoiceProfile]
    """Roles a synthetic voice speaks."""
    takes: dict[str, tuple[Path, ...]]
    """Roles a person recorded, and the files of each in their order."""
    scratch: tuple[str, ...]
    """Roles where a synthetic voice stands in for a person of the project."""


def profile(name: str, root: str) -> VoiceProfile:
    """The voice profile called ``name``, the project's own first.

    Raises ProjectError for one that is not there, VoiceError for one with mistakes.
    """
    found = find("voices", name, root)
    return load_profile(
        text.read(found.path, _PROFILE_LIMIT), name=found.name, file=str(found.path), folder=str(found.path.parent)
    )


HOUSE_ROLES = ("host", "critic")
"""The roles that built-in templates write for."""


def cast(roles: Sequence[str], project: Project, chosen: Mapping[str, str], takes: Mapping[str, tuple[Path, ...]]) -> Casting:
    """A voice for each role in the script: chosen on the command line, else by the project, else the usual one.

    Raises ProjectError for a voice that is not there, VoiceError for a profile with mistakes.
    """
    names = {found.name for found in listing("voices", project.root)}
    voices: dict[str, VoiceProfile] = {}
    for role in roles:
        if role in takes:
            continue
        name = chosen.get(role) or project.role(role).voice or usual_voice(role, project.show.language, names)
        voices[role] = profile(name, project.root)
    scratch = tuple(r for r in voices if project.role(r).person and project.role(r).synthetic == "scratch")
    return Casting(voices=voices, takes={r: p for r, p in takes.items() if r in roles}, scratch=scratch)
