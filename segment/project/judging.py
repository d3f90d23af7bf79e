"""Any file judged by what it is: a sound, a script, a review, the settings of a show, a voice."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from segment import review as reading
from segment.errors import Cause, SegmentError, Where
from segment.library.plugins import plugins
from segment.media import files, heard, text
from segment.model.finding import Finding
from segment.model.loudness import Target
from segment.model.sound_check import Judged, Kind
from segment.project.episode.places import NAME as EPISODE
from segment.project.load import NAME, project_of
from segment.project.script_file import script_at
from segment.project.script_notes import script_notes
from segment.project.show_check import check_show

_LIMIT = 50_000_000
"""Bytes of a text."""


def judge_file(path: Path, target: Target | None) -> Judged:
    """What the file is and what was found about it; ``target`` is for sound files.

    Whatever cannot be read is an error in the answer and not raised, so that the other files are judged too.
    """
    try:
        if path.name == NAME:
            return _settings(path)
        if path.name == EPISODE:
            return _episode(path)
        if path.suffix == ".toml" and not _is_form(path):
            return _voice(path)
        if heard.is_sound(path):
            return _sound(path, target)
        return _text(path)
    except SegmentError as error:
        return Judged(path=str(path), kind=_kind(path), findings=(_told(error, path),), exit_code=error.exit_code)


def _kind(path: Path) -> Kind:
    if path.suffix == ".toml":
        return "settings" if path.name == NAME else "episode" if path.name == EPISODE else "voice"
    if heard.is_sound(path):
        return "sound"
    return "script" if path.suffix.lower() in {".txt", ".docx"} else "review"


def _told(error: SegmentError, path: Path) -> Finding:
    message = error.message if error.where or str(path) in error.message else f"{path}: {error.message}"
    return Finding(code="SD000", level="error", message=message, hint=error.hint, where=error.where)


def _is_form(path: Path) -> bool:
    """Whether it is a review in the tool's own form, which says so."""
    return "form" in text.read(path, _LIMIT).partition("[")[0]


def _settings(path: Path) -> Judged:
    found = check_show(path.parent)
    return Judged(path=str(path), kind="settings", findings=found.findings, exit_code=0 if found.is_sound else int(Cause.USAGE))


def _episode(path: Path) -> Judged:
    from segment.project.episode.places import place_of
    from segment.project.episode.reading import read_episode

    read_episode(place_of(path))
    return Judged(path=str(path), kind="episode")


def _voice(path: Path) -> Judged:
    from segment.voice.profiles import load_profile

    load_profile(text.read(path, _LIMIT), name=path.stem, file=str(path), folder=str(path.parent))
    return Judged(path=str(path), kind="voice")


def _sound(path: Path, target: Target | None) -> Judged:
    from segment.master.examine import examine
    from segment.master.judge import judge

    file = heard.listen(path)
    found = examine(file.blocks, file.rate, file.channels)
    findings = tuple(replace(note, where=Where(file=str(path))) for note in judge(found, target))
    failed = any(note.level == "error" for note in findings)
    return Judged(
        path=str(path),
        kind="sound",
        findings=findings,
        exit_code=int(Cause.GATE) if failed else 0,
        sound=found,
        target=target.name if target else "",
    )


def _text(path: Path) -> Judged:
    project = project_of(path)
    draft = script_at(path, project)
    if draft is not None:
        findings = (*draft.findings, *script_notes(draft.parsed, str(path), project, None))
        return Judged(path=str(path), kind="script", findings=findings, exit_code=_gate(findings))
    data = files.read_bytes(path, _LIMIT)
    found = reading.read(data, name=str(path), aliases=project.headings, readers=plugins("segment.readers"))
    return Judged(path=str(path), kind="review", findings=found.findings, exit_code=_gate(found.findings))


def _gate(findings: tuple[Finding, ...]) -> int:
    return int(Cause.MATERIAL) if any(note.level == "error" for note in findings) else 0
