"""Where each story of a show stands: script, takes, what was made, and whether that is still right.

A show may hold an archive. Looking at a story takes a few system calls and the hashes of small files; what stories share, voices,
music and settings, is looked at once for all of them.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from segment.errors import SegmentError
from segment.library.lookup import find
from segment.media.text import decoded
from segment.model.report import SCHEMA, Input, Output
from segment.project import story_files
from segment.project.inputs import found
from segment.project.outputs import record_name
from segment.project.story import OUT, REVIEWS, SCRIPT, SOUND, TAKES, role_of
from segment.project.story_files import Glance
from segment.units import parse_span

_ENDING = record_name("")
_HEADER = re.compile(rb"^(SLOT|CART):[ \t]*(\S[^\r\n]*)", re.MULTILINE)
_SPOKEN = re.compile(
    rb"^[ \t]*(?!MUSIC|STING|CLIP|CHAPTER|PAUSE|SLUG|TITLE|SLOT|CART|INTRO|PIECE|TAG)[A-Z][A-Z0-9 ]*(?:\[\w+\])?:(.+)", re.M
)
_WORDS_A_SECOND = 160 / 60


class StoryState(Struct, frozen=True, kw_only=True):
    """One story as it stands."""

    name: str
    """Of its folder."""
    review: str = ""
    """File name of its review; empty where there is none."""
    script: bool = False
    takes: tuple[str, ...] = ()
    """Roles that have a recording."""
    state: Literal["no review", "to write", "to make", "up to date", "changed"]
    changed: tuple[str, ...] = ()
    """What changed since it was made: roles of inputs, and finished files."""
    made: tuple[str, ...] = ()
    """Names of the builds in its out folder, such as ``salt-in-the-piano``; the last is the one that is judged."""
    scratch: bool = False
    """Whether a synthetic voice stands in for a person in what was made."""
    length_s: float | None = None
    """Of the podcast; reckoned from the script's words where it is not made or the script changed."""
    is_reckoned: bool = False
    over_s: float | None = None
    """Seconds over its SLOT, or its CART, or under it (below 0), 0 within it; None where the script asks for no length."""
    lufs: float | None = None
    """Of the podcast that was made."""
    true_peak_dbtp: float | None = None
    notes: int = 0
    """Warnings and errors of the last build."""


class _Loudness(Struct):
    integrated_lufs: float = 0.0
    true_peak_dbtp: float = 0.0


class _Deliverable(Struct):
    name: str
    duration_s: float
    loudness: _Loudness


class _Level(Struct):
    level: str


class _Record(Struct):
    """What of a build record says where a story stands; the rest is passed over unread."""

    schema: str
    inputs: tuple[Input, ...] = ()
    outputs: tuple[Output, ...] = ()
    settings: dict[str, object] = {}
    deliverables: tuple[_Deliverable, ...] = ()
    findings: tuple[_Level, ...] = ()


_DECODER = msgspec.json.Decoder(_Record)


class Looking:
    """One look over any number of stories of a show; files that several of them name are looked at once."""

    def __init__(self, root: str) -> None:
        self._root = root
        self.shared: dict[str, str] = {}
        """Hashes of files that lie outside the stories, by their paths, or by their names in the records."""
        self._voices: dict[str, str] = {}

    def state(self, folder: str, name: str, glance: Glance | None = None) -> StoryState:
        """Where a story stands. What cannot be read counts as not there. ``glance`` holds what was seen of it just now."""
        glance = glance or Glance()
        there = glance.names(folder)
        review = next((one for one in REVIEWS if one in there), "")
        recordings = tuple(_recordings(glance.names(f"{folder}/{TAKES}"))) if TAKES in there else ()
        takes = tuple(sorted({role for role, _ in recordings}))
        script = story_files.contents(f"{folder}/{SCRIPT}") if SCRIPT in there else b""
        # A record's ways begin where the folder really lies.
        out = f"{os.path.realpath(folder) if os.path.islink(folder) else folder}/{OUT}"
        builds = [one for one in glance.names(out) if one.endswith(_ENDING)] if OUT in there else []
        if len(builds) > 1:
            builds.sort(key=lambda one: glance.touched(f"{out}/{one}"))
        record = _record(f"{out}/{builds[-1]}") if builds else None
        if record is None:
            length = _reckoned(script) if script else None
            return StoryState(
                name=name,
                review=review,
                script=bool(script),
                takes=takes,
                state="to make" if script else "to write" if review else "no review",
                length_s=length,
                is_reckoned=length is not None,
                over_s=_over(script, length, None),
            )
        changed = tuple(self._changed(record, out, builds[-1], recordings, script, glance))
        podcast = next((done for done in record.deliverables if done.name == "podcast"), None)
        air = next((done for done in record.deliverables if done.name == "air"), None)
        reckoned = "script" in changed or podcast is None
        length = _reckoned(script) if reckoned or podcast is None else podcast.duration_s
        return StoryState(
            name=name,
            review=review,
            script=bool(script),
            takes=takes,
            state="changed" if changed else "up to date",
            changed=changed,
            made=tuple(one.removesuffix(_ENDING) for one in builds),
            scratch=builds[-1].removesuffix(_ENDING).endswith("-SCRATCH"),
            length_s=length,
            is_reckoned=reckoned,
            over_s=_over(script, length, None if reckoned or air is None else air.duration_s),
            lufs=podcast.loudness.integrated_lufs if podcast else None,
            true_peak_dbtp=podcast.loudness.true_peak_dbtp if podcast else None,
            notes=sum(note.level != "info" for note in record.findings),
        )

    def built(self, out: str, name: str) -> StoryState | None:
        """Where the newest build in a folder of finished files stands; None where there is none."""
        glance = Glance()
        builds = [one for one in glance.names(out) if one.endswith(_ENDING)]
        builds.sort(key=lambda one: glance.touched(f"{out}/{one}"))
        record = _record(f"{out}/{builds[-1]}") if builds else None
        if record is None:
            return None
        changed = tuple(self._changed(record, out, builds[-1], (), b"", glance))
        podcast = next((done for done in record.deliverables if done.name == "podcast"), None)
        return StoryState(
            name=name,
            state="changed" if changed else "up to date",
            changed=changed,
            length_s=podcast.duration_s if podcast else None,
            lufs=podcast.loudness.integrated_lufs if podcast else None,
            true_peak_dbtp=podcast.loudness.true_peak_dbtp if podcast else None,
            notes=sum(note.level != "info" for note in record.findings),
        )

    def _changed(
        self,
        record: _Record,
        out: str,
        build: str,
        recordings: tuple[tuple[str, str], ...],
        script: bytes,
        glance: Glance,
    ) -> Iterator[str]:
        for entry in record.inputs:
            if script and entry.path == f"../{SCRIPT}":
                same = hashlib.sha256(script).hexdigest() == entry.sha256 or _text_hash(script) == entry.sha256
            else:
                same = self._hash(entry, out, build, glance) == entry.sha256 and not self._is_hidden(entry)
            if not same:
                yield entry.role
        known = {(entry.role, entry.path) for entry in record.inputs}
        spoken = record.settings.get("voices")
        speak = {f"take:{role}" for role in spoken} if isinstance(spoken, dict) else set()
        speak |= {role for role, _ in known}
        # A second recording of a role counts as much as its first; one of a role without a line is not heard.
        new = {f"take:{role}" for role, name in recordings if (f"take:{role}", f"../{TAKES}/{name}") not in known}
        yield from sorted(new & speak)
        for made in record.outputs:
            if glance.size(f"{out}/{made.path}") != made.bytes:
                yield made.path

    def _hash(self, entry: Input, out: str, build: str, glance: Glance) -> str:
        if entry.role.startswith(("review", "script", "take:", "list:", "document")):
            recorded_ns = glance.touched(f"{out}/{build}") if entry.role.startswith("take:") else 0
            return story_files.sha256(f"{out}/{entry.path}", entry.sha256, recorded_ns)
        where = entry.path.partition(":")[0]
        shared = entry.path if where in {"builtin", "user"} else os.path.normpath(f"{out}/{entry.path}")
        if shared not in self.shared:
            self.shared[shared] = story_files.sha256(os.fspath(found(entry, Path(out))) if shared is entry.path else shared)
        return self.shared[shared]

    def _is_hidden(self, entry: Input) -> bool:
        """Whether a voice of the show's or the user's own now stands before the one that spoke."""
        kind, _, name = entry.path.partition(":voices/")
        if kind not in {"builtin", "user"} or not entry.role.startswith("voice:"):
            return False
        if entry.path not in self._voices:
            try:
                self._voices[entry.path] = find("voices", name, self._root).origin
            except SegmentError:
                self._voices[entry.path] = ""
        return self._voices[entry.path] != {"builtin": "built-in", "user": "user"}[kind]


def _recordings(names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Role and file name of each."""
    for name in names:
        stem, dot, ending = name.rpartition(".")
        if dot and f".{ending.lower()}" in SOUND and not name.startswith("."):
            yield role_of(stem), name


def _record(path: str) -> _Record | None:
    try:
        record = _DECODER.decode(story_files.contents(path))
    except msgspec.DecodeError:
        return None
    return record if record.schema == SCHEMA else None


def _text_hash(script: bytes) -> str:
    """Of a script's text, in whatever Unicode its editor wrote it."""
    try:
        return hashlib.sha256(decoded(script, SCRIPT).encode()).hexdigest()
    except SegmentError:
        return ""


def _reckoned(script: bytes) -> float:
    """Seconds of a script by its words alone, at 160 a minute."""
    return round(sum(len(line.split()) for line in _SPOKEN.findall(script)) / _WORDS_A_SECOND, 1)


def _over(script: bytes, podcast_s: float | None, air_s: float | None) -> float | None:
    """How far the one is over its SLOT or the other over its CART, whichever is further off."""
    head = script[:4000].partition(b"\nPIECE:")[0]
    asked = dict(_HEADER.findall(head)) if b"SLOT" in head or b"CART" in head else {}
    off: list[float] = []
    for header, length in ((b"SLOT", podcast_s), (b"CART", air_s)):
        if header in asked and length is not None:
            try:
                least, most = parse_span(asked[header].decode("utf-8", "replace").partition(";")[0])
            except ValueError:
                continue
            # A few hundredths are no excess, and two seconds early is on time.
            over, under = length - most, length - least
            off.append(over if over > 0.05 else under if under < -2.0 else 0.0)
    return round(sorted(off, key=abs)[-1], 1) if off else None
