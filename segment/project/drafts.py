"""The script of a build: the one that is there, the one a person gave, or a new one."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from segment.errors import Cause, ProjectError, ScriptError, Where
from segment.media import files
from segment.media import text as text_file
from segment.model.finding import Finding
from segment.model.project import Project
from segment.model.script import Script, Speech
from segment.ooxml import is_docx
from segment.project.casting import HOUSE_ROLES
from segment.project.memory import remembered
from segment.project.outputs import set_aside
from segment.project.slug import slug
from segment.project.story import Story
from segment.script.parsed import Parsed

LIMIT = 5_000_000
"""Bytes of a script."""


class Draft(Struct, frozen=True, kw_only=True):
    """A script ready to be spoken."""

    script: Script
    text: str
    path: Path | None
    """Where it is kept; None when it has no place yet and goes beside the finished files."""
    findings: tuple[Finding, ...] = ()
    document: Path | None = None
    """The Word document it was read from; ``text`` is what was read."""
    parsed: Parsed
    """The script with the lines of the file that it stands on."""

    @property
    def file(self) -> str:
        """Its name in messages."""
        return str(self.path or "")

    @property
    def sha256(self) -> str:
        """Identity of the text."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def roles(self) -> tuple[str, ...]:
        """Roles that speak, in order of their first line."""
        return tuple(dict.fromkeys(item.role for item in self.script.items if isinstance(item, Speech)))


def roles_of(project: Project) -> frozenset[str]:
    """The roles that may speak in a script of the show."""
    return frozenset(HOUSE_ROLES) | frozenset(project.roles)


def _parsed(
    text: str, file: str, project: Project, path: Path | None, notes: tuple[Finding, ...], document: Path | None = None
) -> Draft:
    roles = roles_of(project)

    def read() -> Parsed:
        from segment.script import parse

        return parse(text, file=file, roles=roles)

    parsed = remembered(project, "parsed", [text, file, sorted(roles)], Parsed, read)
    if not any(isinstance(item, Speech) for item in parsed.script.items):
        raise ScriptError("The script has no spoken line.", where=Where(file=file))
    return Draft(
        script=parsed.script, text=text, path=path, findings=(*notes, *parsed.findings), document=document, parsed=parsed
    )


def existing(story: Story | None, project: Project) -> Draft | None:
    """The script of a story folder, which is never written over; None where there is none."""
    if story is None or not story.script.is_file():
        return None
    note = Finding(
        code="PJ030",
        level="info",
        message=f"Used the {story.script.name} that is there.",
        hint="--rewrite writes it anew from the review and keeps this one.",
        where=Where(file=str(story.script)),
    )
    return _parsed(text_file.read(story.script, LIMIT), str(story.script), project, story.script, (note,))


def given(path: Path, project: Project, data: bytes | None = None) -> Draft:
    """A script named by the user, text or a Word document; ``data`` stands in for the contents of one that is not in a file.

    What a Word document says is kept as text beside the finished files.
    """
    contents = files.read_bytes(path, LIMIT) if data is None else data
    if is_docx(contents):
        from segment.script.formats.word_in import docx_text

        written = docx_text(contents, name=str(path))
        return _parsed(written, str(path), project, None, (), path if data is None else None)
    return _parsed(text_file.decoded(contents, str(path)), str(path), project, path if data is None else None, ())


def text_of(path: Path) -> str:
    """The text of a script in a file, of a Word document too."""
    contents = files.read_bytes(path, LIMIT)
    if is_docx(contents):
        from segment.script.formats.word_in import docx_text

        return docx_text(contents, name=str(path))
    return text_file.decoded(contents, str(path))


def drafted(text: str, findings: tuple[Finding, ...], project: Project, story: Story | None, title: str) -> Draft:
    """A script just written, which has no file yet."""
    if story is None:
        return _parsed(text, f"{slug(title)}.script.txt", project, None, findings)
    return _parsed(text, str(story.script), project, story.script, findings)


def new(text: str, findings: tuple[Finding, ...], project: Project, story: Story | None, title: str) -> Draft:
    """A script just written; in a story folder it is kept there, and an older one set aside."""
    draft = drafted(text, findings, project, story, title)
    if story is None:
        return draft
    notes: tuple[Finding, ...] = ()
    if story.script.exists():
        if story.script.is_file() and story.script.read_bytes() == text.encode():
            return replace(draft, findings=(*draft.findings, _as_before(story.script)))
        from segment.project.rewriting import rewritten

        aside = set_aside(story.script)
        notes = tuple(rewritten(aside, draft.parsed, story.takes(), roles_of(project)))
    with files.replace(story.script) as part:
        part.write_bytes(text.encode())
    return replace(draft, findings=(*draft.findings, *notes))


def _as_before(path: Path) -> Finding:
    return Finding(code="PJ031", level="info", message=f"Written anew, {path.name} is what it was before.")


_ANSWERED_BY = {"RV030": "SC202", "RV032": "SC201"}
"""Notes on a review that need no telling once the script's notes say what was done about them."""


def unanswered(review: tuple[Finding, ...], script: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The review's notes, without those that the new script has dealt with."""
    codes = {note.code for note in script}
    return tuple(note for note in review if _ANSWERED_BY.get(note.code) not in codes)


Takes = Mapping[str, str | Path | Sequence[str | Path]]
"""Recordings by role, one or several of each."""


def recordings(takes: Takes | None, story: Story | None) -> dict[str, tuple[Path, ...]]:
    """Recordings by role, in the order they were made: those named, over those in the story's takes folder.

    Raises ProjectError for a named file that is not there.
    """
    named = {
        role.lower(): (Path(given),) if isinstance(given, str | Path) else tuple(Path(path) for path in given)
        for role, given in (takes or {}).items()
    }
    for role, paths in named.items():
        for path in paths:
            if not path.is_file():
                raise ProjectError(f"There is no recording {path} for {role}.", cause=Cause.MATERIAL)
    return {**(story.takes() if story else {}), **named}
