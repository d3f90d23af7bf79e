"""Holds a build record against the files it names, and against the build before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from segment.errors import Cause, MediaError, ProjectError
from segment.media import files
from segment.model.report import BuildRecord, Input, LineRecord
from segment.model.why import InputState, LineChange, OutputState, Since, Why
from segment.project import history, inputs
from segment.project.load import find_root
from segment.project.outputs import record_at, record_name

_ENDING = record_name("")


def why(path: Path) -> Why:
    """What a finished file, or all of a folder's, was made from, whether that is still so, and what the last change made anew.

    Raises ProjectError for what is not from this tool.
    """
    at = record_of(path)
    record = record_at(at)
    if record is None:
        raise ProjectError(f"{at} is no build record that can be read.", cause=Cause.MATERIAL)
    out = at.parent
    went_in = tuple(InputState(role=entry.role, path=entry.path, state=_state(entry, out)) for entry in record.inputs)
    came_out = tuple(OutputState(path=made.path, state=_came(out / made.path, made.sha256)) for made in record.outputs)
    root = find_root(out)
    earlier = history.before(at, str(root) if root else "")
    return Why(
        slug=at.name.removesuffix(_ENDING),
        up_to_date=all(entry.state == "same" for entry in went_in) and all(made.state == "same" for made in came_out),
        inputs=went_in,
        outputs=came_out,
        since=None if earlier is None else since(earlier, record),
    )


def record_of(path: Path) -> Path:
    """The record of a finished file, of the only build in a folder, or the record itself."""
    if path.is_dir():
        there = sorted(path.glob(f"*{_ENDING}"))
        if len(there) == 1:
            return there[0]
        found = f"{len(there)} builds: name one" if there else "no build"
        raise ProjectError(f"In {path} there is {found}.", hint=", ".join(p.name for p in there), cause=Cause.MATERIAL)
    if path.name.endswith(_ENDING):
        return path
    for record in sorted(path.parent.glob(f"*{_ENDING}")):
        made = record_at(record)
        if made is not None and path.name in {output.path for output in made.outputs}:
            return record
    raise ProjectError(
        f"{path} was not made by this tool, or its build record ({_ENDING.lstrip('.')}) is gone.", cause=Cause.MATERIAL
    )


def _digest(path: Path) -> str:
    """Of a file that is there; empty for one that is not."""
    try:
        return files.sha256(path)
    except MediaError:
        return ""


def _state(entry: Input, out: Path) -> Literal["same", "changed", "gone"]:
    digest = _digest(inputs.found(entry, out))
    return "same" if digest == entry.sha256 else "changed" if digest else "gone"


def _came(path: Path, sha256: str) -> Literal["same", "edited", "gone"]:
    digest = _digest(path)
    return "same" if digest == sha256 else "edited" if digest else "gone"


def since(before: BuildRecord, now: BuildRecord) -> Since:
    """One build against another of the same files."""
    old, new = ({(entry.role, entry.path): entry.sha256 for entry in record.inputs} for record in (before, now))
    differ = [
        InputState(role=role, path=path, state="changed" if (role, path) in new else "gone")
        for (role, path), digest in old.items()
        if new.get((role, path)) != digest
    ]
    old_outputs = {made.path: made.sha256 for made in before.outputs}
    heard = Counter(line.sound for line in _lines(before))
    anew = []
    kept = 0
    for line in _lines(now):
        if heard[line.sound]:
            heard[line.sound] -= 1
            kept += 1
        else:
            anew.append(LineChange(id=line.id, start_s=line.start_s, voice=line.voice))
    return Since(
        inputs=tuple(differ),
        added=tuple(role for role, path in new if (role, path) not in old),
        settings=tuple(_differing(before.settings, now.settings)),
        tool=before.tool if before.tool != now.tool else "",
        lines=tuple(anew),
        kept=kept,
        outputs=tuple(made.path for made in now.outputs if old_outputs.get(made.path) != made.sha256),
    )


def _lines(record: BuildRecord) -> tuple[LineRecord, ...]:
    """Each line once, from the first deliverable that has it."""
    lines: dict[str, LineRecord] = {}
    for deliverable in record.deliverables:
        for line in deliverable.lines:
            lines.setdefault(line.id, line)
    return tuple(lines.values())


def _differing(old: dict[str, Any], new: dict[str, Any], prefix: str = "") -> Iterator[str]:
    for key in dict.fromkeys([*old, *new]):
        a, b = old.get(key), new.get(key)
        if isinstance(a, dict) and isinstance(b, dict):
            yield from _differing(a, b, f"{prefix}{key}.")
        elif a != b:
            yield f"{prefix}{key}"
