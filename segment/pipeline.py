"""One function per verb: the stages called in order, and no other logic.

Every function raises a subclass of :class:`segment.errors.SegmentError` for what a user can cause.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from segment import review as reading
from segment import script as writing
from segment.library import lookup
from segment.library.plugins import plugins
from segment.media import files, text
from segment.model.finding import Finding
from segment.model.made import Made
from segment.model.project import Project
from segment.model.review import Review
from segment.project import drafts
from segment.project.build import Build, build
from segment.project.casting import HOUSE_ROLES, cast
from segment.project.house import house
from segment.project.kept import shelf
from segment.project.load import load, project_of
from segment.project.review_file import Kept, keep
from segment.project.story import story_of
from segment.steps import Report, Step, silent
from segment.voice import Speaker

if TYPE_CHECKING:
    from segment.model.audition import Listed, Reading, Stocked, Tried
    from segment.model.template import Checked, Fields, Preview, TemplateListed
    from segment.model.why import Why
    from segment.project.check_up import Check

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
    slot_s: float | None = None,
    spoilers: bool = False,
) -> writing.Written:
    """Write the on-air script of a review; ``takes`` names the roles a person has recorded.

    It stops before the ending unless ``spoilers`` or the project lets it be told.
    """
    show = load(Path.cwd()) if project is None else project
    found = lookup.find("scripts", template or show.script.template, show.root)

    def source(name: str) -> str:
        return text.read(lookup.find("scripts", name, show.root).path, TEMPLATE_LIMIT)

    voices = house(show, takes, review.reviewer, slot_s, spoilers=spoilers)
    return writing.write(review, template=found.name, source=source, house=voices, name=str(found.path))


def make(
    page: str | Path,
    *,
    template: str = "",
    voices: Mapping[str, str] | None = None,
    takes: Mapping[str, str | Path] | None = None,
    out: str | Path | None = None,
    slot_s: float | None = None,
    spoilers: bool = False,
    rewrite: bool = False,
    force: bool = False,
    data: bytes | None = None,
    work: str = "",
    report: Report = silent,
) -> Made:
    """Make a finished segment of a review page, or of a story folder.

    In a story folder the script that is there is used; ``rewrite`` writes it anew and keeps the old one as ``script.txt~1``.
    ``work`` chooses one of several works on the page, as in :func:`read_review`.
    """
    page = Path(page)
    project = project_of(page)
    story = story_of(page, project.root) if data is None else None
    source = story.review if story else page
    recorded = drafts.recordings(takes, story)
    chosen = dict(voices or {})
    # The voices' processes start while the page is read and its script written.
    with Speaker(cast(HOUSE_ROLES, project, chosen, recorded).voices, shelf=shelf(project)) as speaker:
        speaker.warm()
        report(Step(stage="read", message=str(source)))
        review = read_review(source, data=data, work=work)
        draft = None if rewrite else drafts.existing(story, project)
        findings: tuple[Finding, ...] = ()
        templates: tuple[str, ...] = ()
        if draft is None:
            report(Step(stage="write", message=review.title))
            written = write_script(review, template=template, project=project, takes=recorded, slot_s=slot_s, spoilers=spoilers)
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
        )
        return build(asked, speaker, report)


def mix_script(
    script: str | Path,
    *,
    voices: Mapping[str, str] | None = None,
    takes: Mapping[str, str | Path] | None = None,
    out: str | Path | None = None,
    force: bool = False,
    data: bytes | None = None,
    report: Report = silent,
) -> Made:
    """Make a finished segment of a script, as it stands.

    ``data`` stands in for the file's contents, for a script that is not in a file.
    """
    path = Path(script)
    project = project_of(path)
    story = story_of(path, project.root) if data is None else None
    review = read_review(story.review) if story and story.review.is_file() else None
    asked = Build(
        draft=drafts.given(path, project, data),
        project=project,
        story=story,
        review=review,
        page=story.review if review and story else None,
        takes=drafts.recordings(takes, story),
        voices=dict(voices or {}),
        out=None if out is None else Path(out),
        force=force,
    )
    with Speaker({}, shelf=shelf(project)) as speaker:
        return build(asked, speaker, report)


def init(folder: str | Path) -> tuple[Path, ...]:
    """Make a show folder that builds at once; returns the files written. Nothing that is there is touched."""
    from segment.project.scaffold import scaffold

    return scaffold(Path(folder))


def voices(folder: str | Path = ".") -> tuple[Listed, ...]:
    """The voices that the show around ``folder`` can cast, and where each comes from."""
    from segment.project.voices import listed

    return listed(Path(folder))


def try_voice(
    name: str, text: str = "", *, out: str | Path | None = None, force: bool = False, folder: str | Path = "."
) -> Tried:
    """Have a voice say ``text`` (a sentence of ours without it) as the mix would play it, into a WAV file."""
    from segment.project.audition import audition

    return audition(name, text, None if out is None else Path(out), Path(folder), force=force)


def say_word(
    word: str, *, voice: str = "critic", out: str | Path | None = None, force: bool = False, folder: str | Path = "."
) -> Reading:
    """How a voice reads a word, as it is spelt and with its pronouncer or marks, in IPA and in a WAV file."""
    from segment.project.voices import said

    return said(word, voice, None if out is None else Path(out), Path(folder), force=force)


def check_voices(
    names: Iterable[str] = (), *, out: str | Path | None = None, folder: str | Path = "."
) -> tuple[Listed | Tried, ...]:
    """Have voices (all without ``names``) speak a sentence that must pass every check; those that cannot say what is wrong."""
    from segment.project.voices import checked

    return checked(tuple(names), Path(folder), None if out is None else Path(out))


def voice_shelf(folder: str | Path = ".", *, prune: bool = False) -> Stocked:
    """What is kept of spoken lines; ``prune`` takes away what cannot be read, and the longest not used beyond the limit."""
    from segment.project.voices import stocked

    return stocked(Path(folder), prune=prune)


def templates(folder: str | Path = ".") -> tuple[TemplateListed, ...]:
    """The script templates of the show around ``folder``, what each is for, and where each comes from."""
    from segment.project.templates import listed

    return listed(Path(folder))


def show_template(name: str, folder: str | Path = ".") -> tuple[TemplateListed, str]:
    """A template and its text."""
    from segment.project.templates import shown

    return shown(name, Path(folder))


def new_template(name: str, *, source: str = "review", folder: str | Path = ".") -> Path:
    """Copy a template into the show's ``scripts/``, with comments that teach the language. Nothing that is there is touched."""
    from segment.project.templates import new

    return new(name, source, Path(folder))


def template_fields(review: Review, *, project: Project | None = None) -> Fields:
    """Every field a template can use, its value in this review, and how many of the show's reviews lack it."""
    from segment.project.template_fields import fields

    return fields(review, load(Path.cwd()) if project is None else project)


def check_templates(names: Iterable[str] = (), *, against: str | Path | None = None, folder: str | Path = ".") -> Checked:
    """Try templates (all without ``names``) on reviews of every kind, and against the scripts of past stories."""
    from segment.project.templates import checked

    return checked(names, Path(folder), None if against is None else Path(against))


def preview_template(
    name: str, page: str | Path, *, slot_s: float | None = None, spoilers: bool = False, work: str = ""
) -> Preview:
    """The script a template makes of a review page, its notes and its length; nothing is written."""
    from segment.project.template_preview import preview

    review = read_review(page, work=work)
    return preview(name, review, Path(page), slot_s=slot_s, spoilers=spoilers)


def play(path: str | Path) -> None:
    """Play a sound file to its end. Raises MediaError (MISSING) where this machine has no player."""
    from segment.media.playing import play as played

    played(Path(path))


def why(out: str | Path) -> Why:
    """What a finished file (or its report, or a folder with one build) was made from, and what the last change made anew."""
    from segment.project.why import why as answer

    return answer(Path(out))


def doctor(folder: str | Path = ".") -> tuple[Check, ...]:
    """What is there, and what is missing, to make segments on this machine."""
    from segment.project.check_up import check_up

    return check_up(Path(folder))


__all__ = [
    "Kept",
    "Made",
    "check_templates",
    "check_voices",
    "doctor",
    "init",
    "keep_review",
    "make",
    "mix_script",
    "new_template",
    "play",
    "preview_template",
    "read_review",
    "read_works",
    "say_word",
    "show_template",
    "template_fields",
    "templates",
    "try_voice",
    "voice_shelf",
    "voices",
    "why",
    "write_script",
]
