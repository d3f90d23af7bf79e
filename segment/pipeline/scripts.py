"""The verbs that write, read, check and hand out scripts."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from segment import script as writing
from segment.library import lookup
from segment.media import files, text
from segment.model.finding import Finding
from segment.model.pace import Pace
from segment.model.project import Project
from segment.model.review import Review
from segment.project import drafts
from segment.project.house import Length, house, lengths
from segment.project.load import load, project_of
from segment.project.memory import remembered
from segment.project.paces import voice_paces
from segment.project.pronunciations import files_of, lexicon
from segment.project.script_notes import script_notes as noted
from segment.project.to_length import aim, has_music

if TYPE_CHECKING:
    from segment.model.script import Script
    from segment.project.given_out import GivenOut
    from segment.script.differences import Difference
    from segment.script.facts.holding import Sourced

TEMPLATE_LIMIT = 1_000_000
"""Bytes of a template."""


def write_script(
    review: Review,
    *,
    template: str = "",
    project: Project | None = None,
    takes: Iterable[str] = (),
    slot_s: Length = None,
    spoilers: bool = False,
    cart_s: Length = None,
    aim_s: float | None = None,
    paces: Mapping[str, Pace] | None = None,
) -> writing.Written:
    """Write the on-air script of a review; ``takes`` names the roles a person has recorded.

    It stops before the ending unless ``spoilers`` or the project lets it be told. ``slot_s`` and ``cart_s`` are seconds, or the
    least and the most of them; ``aim_s`` is what of them is left for talk at the ``paces`` of the voices, where that is known.
    """
    show, takes = load(Path.cwd()) if project is None else project, frozenset(takes)
    slot_s, cart_s = lengths(slot_s, cart_s, template, show)
    found = lookup.find("scripts", template or show.script.template, show.root)

    def source(name: str) -> str:
        return text.read(lookup.find("scripts", name, show.root).path, TEMPLATE_LIMIT)

    guessed = aim(slot_s, cart_s, show) if aim_s is None else aim_s
    if guessed is not None and paces is None:
        paces = voice_paces(show, {}, dict.fromkeys(takes, ()))
    told = house(show, takes, review.reviewer, slot_s, spoilers=spoilers, cart_s=cart_s, aim_s=guessed, paces=paces)
    written = functools.partial(
        writing.write, review, template=found.name, source=source, name=str(found.path), lexicon=lexicon(show.root)
    )
    made = written(house=told)
    if aim_s is None and told.slot_s is not None and not has_music(made.text):
        return written(house=msgspec.structs.replace(told, aim_s=told.slot_s - show.mix.tail_s))
    return made


def script_again(review: Review, project: Project, *, template: str, takes: Iterable[str], spoilers: bool) -> writing.Written:
    """As :func:`write_script` without a length, or what that wrote before of the same review, templates and names."""
    root, takes = project.root, sorted(takes)
    given = [
        review,
        project,
        template,
        takes,
        spoilers,
        [(str(found.path), files.sha256(found.path)) for found in lookup.listing("scripts", root)],
        [(str(path), files.sha256(path)) for path in files_of(root)],
    ]

    def write() -> writing.Written:
        return write_script(review, template=template, project=project, takes=takes, spoilers=spoilers)

    return remembered(project, "script", given, writing.Written, write)


def script_notes(
    script: str, *, review: Review | None = None, project: Project | None = None, spoilers: bool = False
) -> tuple[Finding, ...]:
    """Notes on a script for the ear, and on what it says otherwise than its review; without those that the show allows.

    With ``spoilers`` the ending may be told.
    """
    show = load(Path.cwd()) if project is None else project
    return noted(writing.examine(script, roles=drafts.roles_of(show)), "", show, review, spoilers=spoilers)


def script_length(script: str | Script, *, project: Project | None = None) -> str:
    """Where a script's length lies before it is spoken, at the paces of its readers: ``2:31–2:39``."""
    from segment.project.sheets import runs

    show = load(Path.cwd()) if project is None else project
    if isinstance(script, str):
        script = writing.examine(script, roles=drafts.roles_of(show)).script
    return runs(script, show)


def script_sources(script: str, *, review: Review, project: Project | None = None) -> tuple[Sourced, ...]:
    """For every spoken sentence the sentence of the review that it came from, or that it is a bridge of the show's own."""
    from segment.script.facts.holding import sources

    show = load(Path.cwd()) if project is None else project
    return sources(writing.examine(script, roles=drafts.roles_of(show)), review)


def read_script(path: str | Path, *, data: bytes | None = None) -> drafts.Draft | None:
    """The on-air script in a file (text or a Word document) or in a story's folder; None for what is no script, but a review."""
    from segment.project.script_file import script_at

    return script_at(Path(path), project_of(Path(path)), data)


def export_script(
    script: Script, form: str = "text", *, project: Project | None = None, role: str = "", mirror: bool = False
) -> bytes:
    """A script in a form of :mod:`segment.script.formats.table`, such as ``paper``; ``role`` is the reader it is for."""
    from segment.project.sheets import exported

    return exported(script, form, load(Path.cwd()) if project is None else project, role=role, mirror=mirror)


def keep_script(data: bytes, path: str | Path, *, project: Project, force: bool = False, dry_run: bool = False) -> GivenOut:
    """Write an exported script; what is not ours, or was edited, is only replaced under ``force``, and kept as ``NAME~1``.

    Nothing is written under ``dry_run``.
    """
    from segment.project.given_out import give_out

    return give_out(data, Path(path), project.root, force=force, dry_run=dry_run)


def compare_script(path: str | Path) -> tuple[Path, tuple[Difference, ...]]:
    """The text of the same script beside ``path``, and each line of it that ``path`` has otherwise."""
    from segment.project.script_file import differences_beside

    return differences_beside(Path(path), project_of(Path(path)))


def back_timed(text: str, project: Project, out_at_s: float) -> str:
    """A script with comments that say when each part, chapter and line must begin; ``out_at_s`` counts from midnight."""
    from segment.project.back_times import back_timed as timed

    return timed(text, project, out_at_s)
