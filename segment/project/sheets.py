"""A script as the people of a show get it: who speaks, how fast, in which form."""

from __future__ import annotations

from segment.errors import Cause, ProjectError, SegmentError
from segment.library.lookup import listing
from segment.library.plugins import plugins
from segment.model.project import Project
from segment.model.script import Script, Speech
from segment.model.voice import WORDS_PER_MINUTE
from segment.project.casting import profile
from segment.project.language import usual_voice
from segment.project.paces import paces_of
from segment.script.formats.clock import running_time
from segment.script.formats.exporter import Sheet
from segment.script.formats.table import exporter
from segment.wording import did_you_mean, quoted

GROUP = "segment.script_forms"


def exported(script: Script, form: str, project: Project, *, role: str = "", mirror: bool = False) -> bytes:
    """The script in a form that ``segment.script.formats.table`` or another package has.

    Raises ScriptError for a form nobody knows, ProjectError (USAGE) for a reader who has no line.
    """
    maker = exporter(form, plugins(GROUP))
    return maker.export(sheet(script, project, role=role, mirror=mirror))


def sheet(script: Script, project: Project, *, role: str = "", mirror: bool = False) -> Sheet:
    """The script with what the show knows of its readers."""
    roles = tuple(dict.fromkeys(item.role for item in script.items if isinstance(item, Speech)))
    people = {name: project.role(name).person for name in roles if project.role(name).person}
    wanted = role.strip().lower()
    # A reader may be called by his own name too.
    wanted = next((name for name, person in people.items() if person.lower() == wanted), wanted)
    if wanted and wanted not in roles:
        hint = did_you_mean(role, [*roles, *people.values()], f"Who speaks: {', '.join(roles)}.")
        raise ProjectError(f"{quoted(role)} has no line in this script.", hint=hint, cause=Cause.USAGE)
    voices = _voices(roles, project)
    return Sheet(
        script=script,
        language=project.show.language,
        people=people,
        rates={name: _rate(name, voice, project) for name, voice in voices.items()},
        paces=paces_of(project, voices),
        voices=voices,
        show=project.show.name,
        role=wanted,
        mirror=mirror,
    )


def runs(script: Script, project: Project) -> str:
    """Where the script's length lies at the paces of its readers: ``2:31–2:39``, or of air and podcast where they differ."""
    return running_time(sheet(script, project))


def _voices(roles: tuple[str, ...], project: Project) -> dict[str, str]:
    known = {found.name for found in listing("voices", project.root)}
    return {name: project.role(name).voice or usual_voice(name, project.show.language, known) for name in roles}


def _rate(role: str, voice: str, project: Project) -> float:
    """A synthetic voice reads at its profile's rate; a person at the house's."""
    if project.role(role).person:
        return WORDS_PER_MINUTE
    try:
        return profile(voice, project.root).rate
    except SegmentError:
        return WORDS_PER_MINUTE  # a voice that is not there is for the mix to tell
