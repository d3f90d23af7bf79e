"""What a look over a show's stories found, kept beside the shelf: the next look passes over what nothing has touched since."""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path

import msgspec
from msgspec import Struct

from segment.library.places import store
from segment.media import files, remade
from segment.model.report import Input
from segment.project import story_files
from segment.project.inputs import found
from segment.project.story import OUT, REVIEWS, SCRIPT, TAKES
from segment.project.story_state import Looking, StoryState

_FORM = 2
_FRESH_NS = 2 * 10**9
"""A file written this shortly before it was looked at may be written again without its time telling."""


class _Seen(Struct, frozen=True, array_like=True):
    state: StoryState
    names: tuple[str, ...]
    stamps: tuple[story_files.Stamp, ...]


class _Index(Struct, frozen=True):
    form: int = _FORM
    shared: dict[str, str] = {}
    stories: dict[str, _Seen] = {}


def looked_over(root: Path, folders: tuple[Path, ...]) -> tuple[StoryState, ...]:
    """Where each of these stories of a show stands."""
    path = store(str(root)) / "stories.index"
    before = _read(path)
    looking = Looking(str(root))
    # One changed file that stories share makes all of the index worthless.
    known = before.stories if all(_is_same(way, digest, root) for way, digest in before.shared.items()) else {}
    looking.shared.update(before.shared if known else {})
    now: dict[str, _Seen] = {}
    states = []
    anew = False
    for folder in folders:
        place, name = os.fspath(folder), folder.name
        seen = known.get(name)
        if seen is None or any(
            story_files.stamp(f"{place}/{one}") != stamp for one, stamp in zip(seen.names, seen.stamps, strict=True)
        ):
            seen = _seen(looking, place, name)
            anew = True
        states.append(seen.state)
        if seen.names:
            now[name] = seen
    if anew or len(now) != len(before.stories):
        _keep(path, _Index(shared=looking.shared, stories=now))
    return tuple(states)


def _seen(looking: Looking, place: str, name: str) -> _Seen:
    """A look at one story; without names where a file is so fresh that its time proves nothing."""
    began = time.time_ns()
    glance = story_files.Glance()
    there = glance.names(place)
    inside = [f"{folder}/{one}" for folder in (TAKES, OUT) if folder in there for one in glance.names(f"{place}/{folder}")]
    # What is not there need not be looked for again: were it to come, the folder's own time would tell.
    names = ("", *(one for one in (*REVIEWS, SCRIPT, TAKES, OUT) if one in there), *inside)
    stamps = tuple(glance.stamp(f"{place}/{one}") for one in names)
    state = looking.state(place, name, glance)
    if any(max(stamp[:2]) > began - _FRESH_NS for stamp in stamps):
        return _Seen(state, (), ())
    return _Seen(state, names, stamps)


def _is_same(way: str, digest: str, root: Path) -> bool:
    # A path stands for itself, beside any folder.
    return story_files.sha256(os.fspath(found(Input(role="", path=way, sha256=""), root))) == digest


def _read(path: Path) -> _Index:
    try:
        index = msgspec.msgpack.decode(path.read_bytes(), type=_Index)
    except (OSError, msgspec.DecodeError):
        return _Index()
    return index if index.form == _FORM else _Index()


def _keep(path: Path, index: _Index) -> None:
    # On read-only media, and where a folder's name is no text, the next look begins anew.
    with contextlib.suppress(OSError, UnicodeEncodeError):
        remade.folder(path.parent)
        files.put(path, msgspec.msgpack.encode(index))
