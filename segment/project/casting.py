"""Who speaks which role: a person's take, or a voice profile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from segment.library.lookup import find, listing
from segment.media import text
from segment.model.cleaning import Cleaning
from segment.model.project import Project
from segment.model.voice import VoiceProfile
from segment.project.language import usual_voice
from segment.voice import load_cleaning, load_profile

_PROFILE_LIMIT = 1_000_000
"""Bytes of a voice profile."""


class Preset(Struct, frozen=True, kw_only=True):
    """What may be taken out of a role's recordings."""

    allowed: Cleaning
    path: Path
    """The profile that says so."""


class Casting(Struct, frozen=True, kw_only=True):
    """The voices of one build."""

    voices: dict[str, VoiceProfile]
    """Roles a synthetic voice speaks."""
    takes: dict[str, tuple[Path, ...]]
    """Roles a person recorded, and the files of each in their order."""
    presets: dict[str, Preset]
    """For each of those, what its voice profile says of a recording."""
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


def preset(role: str, project: Project, chosen: str = "") -> Preset:
    """What may be taken out of a recording of a role: as the profile says that would speak it otherwise, ``chosen`` before all.

    Raises ProjectError for a profile that is not there, VoiceError for one with mistakes in its table ``[take]``.
    """
    found = find("voices", _name(role, project, chosen), project.root)
    return Preset(allowed=load_cleaning(text.read(found.path, _PROFILE_LIMIT), file=str(found.path)), path=found.path)


def _name(role: str, project: Project, chosen: str) -> str:
    return (
        chosen
        or project.role(role).voice
        or usual_voice(role, project.show.language, {f.name for f in listing("voices", project.root)})
    )


HOUSE_ROLES = ("host", "critic")
"""The roles that built-in templates write for."""


def cast(roles: Sequence[str], project: Project, chosen: Mapping[str, str], takes: Mapping[str, tuple[Path, ...]]) -> Casting:
    """A voice for each role in the script: chosen on the command line, else by the project, else the usual one.

    Raises ProjectError for a voice that is not there, VoiceError for a profile with mistakes.
    """
    voices = {
        role: profile(_name(role, project, chosen.get(role, "")), project.root)
        for role in dict.fromkeys(roles)
        if role not in takes
    }
    presets = {role: preset(role, project, chosen.get(role, "")) for role in takes if role in roles}
    scratch = tuple(r for r in voices if project.role(r).person and project.role(r).synthetic == "scratch")
    return Casting(voices=voices, presets=presets, takes={r: p for r, p in takes.items() if r in roles}, scratch=scratch)
