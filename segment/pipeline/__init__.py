"""One function per verb: the stages called in order, and no other logic.

Every function raises a subclass of :class:`segment.errors.SegmentError` for what a user can cause.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from segment import review as reading
from segment import script as writing
from segment.library import lookup
from segment.library.plugins import plugins
from segment.media import files, text
from segment.model.finding import Finding
from segment.model.made import Made
from segment.model.pace import Pace
from segment.model.project import Project
from segment.model.review import Review
from segment.pipeline.auditions import check_voices, learn, names_at_risk, play, say_word, try_voice, voice_shelf, voices
from segment.pipeline.showing import check_show, config, config_schema, set_config
from segment.pipeline.templating import (
    check_templates,
    new_template,
    preview_template,
    show_template,
    template_fields,
    templates,
)
from segment.project import drafts
from segment.project.build import Build, build
from segment.project.casting import HOUSE_ROLES, cast
from segment.project.desk import Desk
from segment.project.house import Length, house, lengths
from segment.project.load import load, project_of
from segment.project.paces import voice_paces
from segment.project.pronunciations import lexicon
from segment.project.review_file import Kept, keep
from segment.project.script_file import difference_notes
from segment.project.script_notes import script_notes as noted
from segment.project.speakers import speaker
from segment.project.story import SCRIPT, story_of
from segment.project.texts import with_formats
from segment.project.to_length import ToLength, aim
from segment.steps import Report, Step, silent

if TYPE_CHECKING:
    from segment.model.script import Script
    from segment.model.stems import Stems
    from segment.model.why import Why
    from segment.project.check_up import Check
    from segment.project.given_out import GivenOut
    from segment.project.job import Also
    from segment.script.differences import Difference

PAGE_LIMIT = 50_000_000
"""Bytes; nothing a critic wrote is longer."""

TEMPLATE_LIMIT = 1_000_000
"""Bytes of a template."""


def read_review(page: str | Path, *, data: bytes | None = None, work: str = "") -> Review:
    """Read a page of text, a Markdown review, or the structured form.

    ``data`` stands in for the file's contents, for a page that is not in a file; ``work`` chooses one of several on the page
    by its number or title, the first when empty. The page's own heading words are led to known ones as the segment.toml
    around the page says.
    """
    contents = files.read_bytes(Path(page), PAGE_LIMIT) if data is None else data
    aliases = project_of(Path(page)).headings
    if not work:
        return reading.read(contents, name=str(page), aliases=aliases, readers=plugins("segment.readers"))
    return reading.chosen(reading.read_all(contents, name=str(page), aliases=aliases, readers=plugins("segment.readers")), work)


def read_works(page: str | Path, *, data: bytes | None = None) -> tuple[Review, ...]:
    """Read every review on a page, in its order."""
    contents = files.read_bytes(Path(page), PAGE_LIMIT) if data is None else data
    aliases = project_of(Path(page)).headings
    return reading.read_all(contents, name=str(page), aliases=aliases, readers=plugins("segment.readers"))


def keep_review(review: Review, path: str | Path, *, force: bool = False) -> Kept:
    """Write the structured form of a review to a ``.md`` or ``.json`` file, with the producer's marks of the one that is there.

    A file that was edited, but for its marks, is only replaced under ``force`` and kept as ``NAME~1``.
    """
    return keep(review, Path(path), force=force)


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

    aim_s = aim(slot_s, cart_s, show) if aim_s is None else aim_s
    if aim_s is not None and paces is None:
        paces = voice_paces(show, {}, {role: Path() for role in takes})
    voices = house(show, takes, review.reviewer, slot_s, spoilers=spoilers, cart_s=cart_s, aim_s=aim_s, paces=paces)
    names = lexicon(show.root)
    return writing.write(review, template=found.name, source=source, house=voices, name=str(found.path), lexicon=names)


def script_notes(script: str, *, review: Review | None = None, project: Project | None = None) -> tuple[Finding, ...]:
    """Notes on a script for the ear, and on what it says otherwise than its review; without those that the show allows."""
    show = load(Path.cwd()) if project is None else project
    return noted(writing.examine(script, roles=drafts.roles_of(show)), "", show, review)


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


def keep_script(data: bytes, path: str | Path, *, project: Project, force: bool = False) -> GivenOut:
    """Write an exported script; what is not ours, or was edited, is only replaced under ``force``, and kept as ``NAME~1``."""
    from segment.project.given_out import give_out

    return give_out(data, Path(path), project.root, force=force)


def compare_script(path: str | Path) -> tuple[Path, tuple[Difference, ...]]:
    """The text of the same script beside ``path``, and each line of it that ``path`` has otherwise."""
    from segment.project.script_file import differences_beside

    return differences_beside(Path(path), project_of(Path(path)))


def back_timed(text: str, project: Project, out_at_s: float) -> str:
    """A script with comments that say when each part, chapter and line must begin; ``out_at_s`` counts from midnight."""
    from segment.project.back_times import back_timed as timed

    return timed(text, project, out_at_s)


def make(
    page: str | Path,
    *,
    template: str = "",
    voices: Mapping[str, str] | None = None,
    takes: Mapping[str, str | Path] | None = None,
    out: str | Path | None = None,
    slot_s: Length = None,
    cart_s: Length = None,
    spoilers: bool = False,
    rewrite: bool = False,
    force: bool = False,
    accept_doubtful: bool = False,
    formats: Iterable[str] = (),
    also: Iterable[Also] = (),
    data: bytes | None = None,
    work: str = "",
    report: Report = silent,
) -> Made:
    """Make a finished segment of a review page, or of a story folder.

    In a story folder the script that is there is used; ``rewrite`` writes it anew and keeps the old one as ``script.txt~1``.
    ``work`` chooses one of several works on the page, as in :func:`read_review`. A new script is written to ``slot_s`` (INTRO,
    PIECE and TAG) or ``cart_s`` (the air file alone), seconds or the least and the most of them, and the files are that long.
    A sentence that a voice cannot say so that it passes its check stops the build, or is taken with a warning where
    ``accept_doubtful`` or the show says so. ``also`` asks for further files: ``stems``, ``labels``, ``cue-sheet``; ``formats``
    takes the place of the show's: ``vtt``, ``srt``, ``json``, ``html``, ``notes`` or ``all``.
    """
    page = Path(page)
    project = with_formats(project_of(page), formats)
    slot_s, cart_s = lengths(slot_s, cart_s, template, project)
    story = story_of(page, project.root) if data is None else None
    source = story.review if story else page
    recorded = drafts.recordings(takes, story)
    chosen = dict(voices or {})
    # The voices' processes start while the page is read and its script written.
    with speaker(cast(HOUSE_ROLES, project, chosen, recorded).voices, project, accept_doubtful=accept_doubtful) as voiced:
        voiced.warm()
        desk = Desk(voiced)
        report(Step(stage="read", message=str(source)))
        review = read_review(source, data=data, work=work)
        draft = None if rewrite else drafts.existing(story, project)
        findings: tuple[Finding, ...] = ()
        templates: tuple[str, ...] = ()
        if draft is None:
            report(Step(stage="write", message=review.title))
            to_length = ToLength(
                review=review,
                project=project,
                page=source,
                takes=recorded,
                voices=chosen,
                slot_s=slot_s,
                cart_s=cart_s,
            )

            def write(aim_s: float | None = None) -> writing.Written:
                return write_script(
                    review,
                    template=template,
                    project=project,
                    takes=recorded,
                    slot_s=slot_s,
                    cart_s=cart_s,
                    spoilers=spoilers,
                    aim_s=aim_s,
                    paces=None if aim_s is None else voice_paces(project, chosen, recorded),
                )

            written = to_length.written(write, desk, report)
            draft = drafts.new(written.text, written.findings, project, story, review.title)
            findings, templates = drafts.unanswered(review.findings, written.findings), written.templates
        asked = Build(
            draft=draft,
            project=project,
            story=story,
            review=review,
            page=source,
            takes=recorded,
            voices=chosen,
            out=None if out is None else Path(out),
            force=force,
            findings=findings,
            templates=templates,
            also=frozenset(also),
        )
        return build(asked, desk, report)


def mix_script(
    script: str | Path,
    *,
    voices: Mapping[str, str] | None = None,
    takes: Mapping[str, str | Path] | None = None,
    out: str | Path | None = None,
    force: bool = False,
    accept_doubtful: bool = False,
    formats: Iterable[str] = (),
    also: Iterable[Also] = (),
    data: bytes | None = None,
    report: Report = silent,
) -> Made:
    """Make a finished segment of a script, as it stands.

    ``data`` stands in for the file's contents, for a script that is not in a file; the rest as in :func:`make`.
    """
    path = Path(script)
    project = with_formats(project_of(path), formats)
    # Whatever the script is called, the story is that of its folder.
    story = story_of(path.with_name(SCRIPT), project.root) if data is None else None
    review = read_review(story.review) if story and story.review.is_file() else None
    asked = Build(
        draft=drafts.given(path, project, data),
        findings=difference_notes(path, project) if data is None else (),
        project=project,
        story=story,
        review=review,
        page=story.review if review and story else None,
        takes=drafts.recordings(takes, story),
        voices=dict(voices or {}),
        out=None if out is None else Path(out),
        force=force,
        also=frozenset(also),
    )
    with speaker({}, project, accept_doubtful=accept_doubtful) as voiced:
        return build(asked, Desk(voiced), report)


def init(folder: str | Path) -> tuple[Path, ...]:
    """Make a show folder that builds at once; returns the files written. Nothing that is there is touched."""
    from segment.project.scaffold import scaffold

    return scaffold(Path(folder))


def why(out: str | Path) -> Why:
    """What a finished file (or its report, or a folder with one build) was made from, and what the last change made anew."""
    from segment.project.why import why as answer

    return answer(Path(out))


def stems(out: str | Path, deliverable: Literal["podcast", "air"] = "podcast") -> Stems:
    """Voice and music of a made segment, apart and before mastering; ``out`` as for :func:`why`.

    Raises ProjectError for what is not from this tool, and where the build store no longer has it.
    """
    from segment.project.kept_mix import kept_stems
    from segment.project.why import record_of

    return kept_stems(record_of(Path(out)), deliverable)


def doctor(folder: str | Path = ".") -> tuple[Check, ...]:
    """What is there, and what is missing, to make segments on this machine."""
    from segment.project.check_up import check_up

    return check_up(Path(folder))


__all__ = [
    "Kept",
    "Made",
    "back_timed",
    "check_show",
    "check_templates",
    "check_voices",
    "compare_script",
    "config",
    "config_schema",
    "doctor",
    "export_script",
    "init",
    "keep_review",
    "keep_script",
    "learn",
    "make",
    "mix_script",
    "names_at_risk",
    "new_template",
    "play",
    "preview_template",
    "read_review",
    "read_script",
    "read_works",
    "say_word",
    "script_notes",
    "set_config",
    "show_template",
    "stems",
    "template_fields",
    "templates",
    "try_voice",
    "voice_shelf",
    "voices",
    "why",
    "write_script",
]
