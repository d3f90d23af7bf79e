"""A script at a path: a file of text or a Word document, or the one in a story's folder; and how it is told from a review."""

from __future__ import annotations

from pathlib import Path

from segment.errors import Cause, ProjectError, SegmentError
from segment.media import files
from segment.media import text as text_file
from segment.model.finding import Finding
from segment.model.project import Project
from segment.project import drafts
from segment.project.drafts import Draft
from segment.project.story import SCRIPT, story_of
from segment.script.differences import Difference, differences
from segment.script.formats.word_in import docx_text, is_docx
from segment.script.parsing import parse
from segment.script.told_apart import is_script
from segment.wording import quoted

_MOST_SHOWN = 20


def script_at(path: Path, project: Project, data: bytes | None = None) -> Draft | None:
    """The script at ``path`` (or in ``data``), or None for what is no script.

    A story's folder stands for its script.txt. A file called ``script`` or ``NAME.script`` is a script, one called ``review`` is
    none; of any other the text decides. Raises what reading and parsing a script raises.
    """
    if data is None and path.is_dir():
        story = story_of(path, project.root)
        return drafts.existing(story, project)
    if data is None and not path.is_file():
        return None
    named = _by_name(path) if data is None else None
    if named is False:
        return None
    contents = files.read_bytes(path, drafts.LIMIT) if data is None and named else data
    if contents is None:
        if path.stat().st_size > drafts.LIMIT:
            return None  # no script is so long
        contents = files.read_bytes(path, drafts.LIMIT)
    if not named and not _by_text(contents, project):
        return None
    return drafts.given(path, project, data)


def _by_name(path: Path) -> bool | None:
    first, _, rest = path.name.casefold().partition(".")
    if rest.rpartition(".")[2] not in {"txt", "docx"}:
        return None
    if first == "script" or rest.startswith("script."):
        return True
    return False if first == "review" else None


def _by_text(data: bytes, project: Project) -> bool:
    try:
        text = docx_text(data) if is_docx(data) else text_file.decoded(data, "")
    except SegmentError:
        return False
    return is_script(text, drafts.roles_of(project))


def differences_beside(path: Path, project: Project) -> tuple[Path, tuple[Difference, ...]]:
    """The text of the same script beside ``path``, and what ``path`` says that it does not.

    That is ``NAME.txt``, ``NAME.script.txt`` or ``script.txt`` in the same folder. Raises ProjectError where there is none.
    """
    beside = text_beside(path)
    if beside is None:
        raise ProjectError(
            f"There is no script beside {path.name} to compare it with.",
            hint=f"Put {path.stem}.txt or {SCRIPT} into the same folder.",
            cause=Cause.MATERIAL,
        )
    roles = drafts.roles_of(project)
    old = parse(text_file.read(beside, drafts.LIMIT), file=str(beside), roles=roles)
    new = parse(drafts.text_of(path), file=str(path), roles=roles)
    return beside, differences(old, new)


def text_beside(path: Path) -> Path | None:
    """The script in text that stands beside a copy of it."""
    names = (f"{path.stem}.txt", f"{path.stem}.script.txt", SCRIPT)
    return next((other for name in names if (other := path.with_name(name)).is_file() and other != path), None)


def difference_notes(path: Path, project: Project) -> tuple[Finding, ...]:
    """What a Word document says that the text beside it does not, as notes; nothing where there is no text beside it."""
    if path.suffix.lower() != ".docx" or text_beside(path) is None:
        return ()
    beside, found = differences_beside(path, project)
    notes = [Finding(code="PJ040", level="info", message=_said(one, beside.name)) for one in found[:_MOST_SHOWN]]
    if len(found) > _MOST_SHOWN:
        more = len(found) - _MOST_SHOWN
        notes.append(Finding(code="PJ040", level="info", message=f"There are {more} more differences from {beside.name}."))
    return tuple(notes)


def _said(one: Difference, name: str) -> str:
    if not one.before:
        return f"Put in, not in {name}: {quoted(one.after)}."
    place = f"line {one.line_before} of {name}" if one.line_before else f"a header of {name}"
    if not one.after:
        return f"Taken out, {place}: {quoted(one.before)}."
    return f"Changed, {place}: {quoted(_apart(one.before, one.after))} is now {quoted(_apart(one.after, one.before))}."


def _apart(text: str, other: str) -> str:
    """The words of ``text`` from a little before the first that is not in ``other`` to the last that is not."""
    words, others = text.split(), other.split()
    first = next((n for n, (a, b) in enumerate(zip(words, others, strict=False)) if a != b), min(len(words), len(others)))
    last = 0
    while last < min(len(words), len(others)) - first and words[-1 - last] == others[-1 - last]:
        last += 1
    start, stop = max(0, first - 2), min(len(words), len(words) - last + 2)
    shown = " ".join(words[start:stop])
    return f"{'… ' if start else ''}{shown}{' …' if stop < len(words) else ''}"
