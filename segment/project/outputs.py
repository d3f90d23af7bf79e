"""Write finished files so that nothing of the user's is ever lost.

A file that stands where an output goes is replaced only when the build record says that we made it and it has not been
changed since. All files of a build take their names at the end, one rename each; a note of the new files' hashes is laid
beside them first, so that a build killed between two renames still knows its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from segment.errors import Cause, ProjectError, PublishError
from segment.media import files, refusal
from segment.model.report import BuildRecord, Output
from segment.publish.record import read_record


def record_name(stem: str) -> str:
    """The build record's file name."""
    return f"{stem}.report.json"


def _pending_name(stem: str) -> str:
    return f".{stem}.report.json.pending"


def record_at(path: Path) -> BuildRecord | None:
    """The build record in a file, or None where there is none that can be read."""
    try:
        return read_record(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, PublishError):
        return None


def _known(folder: Path, stem: str) -> set[tuple[str, str]]:
    known: set[tuple[str, str]] = set()
    for name in (record_name(stem), _pending_name(stem)):
        record = record_at(folder / name)
        if record is not None:
            known.update((out.path, out.sha256) for out in (*record.outputs, *record.earlier))
    return known


def in_the_way(folder: Path, stem: str, names: Sequence[str]) -> tuple[Path, ...]:
    """Files that stand where outputs go and are not ours, or ours and edited since."""
    known = _known(folder, stem)
    taken = []
    for name in names:
        path = folder / name
        if not path.exists():
            continue
        if name == record_name(stem):
            ours = record_at(path) is not None
        else:
            ours = path.is_file() and (name, files.sha256(path)) in known
        if not ours:
            taken.append(path)
    return tuple(taken)


def left_over(folder: Path, stem: str, names: Sequence[str]) -> tuple[Output, ...]:
    """What the build before made, or knew, that is still there and is none of ``names``: ours whenever it is made again."""
    record = record_at(folder / record_name(stem))
    if record is None:
        return ()
    known = {out.path: out for out in (*record.earlier, *record.outputs)}
    return tuple(out for path, out in sorted(known.items()) if path not in names and (folder / path).is_file())


def aside(path: Path) -> Path:
    """The name that a file gets when another takes its place: the first free of ``NAME~1``, ``NAME~2`` …"""
    number = 1
    while (free := path.with_name(f"{path.name}~{number}")).exists():
        number += 1
    return free


def set_aside(path: Path) -> Path:
    """Give a file that name; raises MediaError where the machine refuses."""
    free = aside(path)
    try:
        path.rename(free)
    except OSError as error:
        raise refusal.writing(free, error) from error
    return free


def refuse_to_overwrite(paths: Sequence[Path]) -> None:
    """Raise for files that would be overwritten; nothing when there are none."""
    if not paths:
        return
    names = ", ".join(path.name for path in paths)
    raise ProjectError(
        f"{names} in {paths[0].parent} {'is' if len(paths) == 1 else 'are'} not from this tool, or changed since it was made.",
        hint="--force makes it anew and keeps the old as NAME~1; -o DIR puts the new files somewhere else.",
        cause=Cause.USAGE,
    )


@contextmanager
def staged(folder: Path, names: Sequence[str]) -> Iterator[Mapping[str, Path]]:
    """Temporary paths for ``names``; all are renamed when the block ends well, none when it does not."""
    with ExitStack() as stack:
        yield {name: stack.enter_context(files.replace(folder / name)) for name in reversed(names)}


def announce(folder: Path, stem: str, record: bytes) -> Path:
    """Lay the coming build record beside the outputs before the first of them takes its name."""
    path = folder / _pending_name(stem)
    with files.replace(path) as part:
        part.write_bytes(record)
    return path
