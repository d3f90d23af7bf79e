"""A role's lines from a person's recordings. What was found in them is kept, so that a further build need not listen again."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

import msgspec

from segment.library.places import store
from segment.media import files, sound
from segment.model.finding import Finding
from segment.model.project import Project
from segment.model.script import Script
from segment.model.sound import Spoken
from segment.model.take import Edit
from segment.model.utterance import Utterance
from segment.project.pronunciations import lexicon
from segment.script import running_order, utterances
from segment.voice.take.editing import HEARS, edited, manner
from segment.voice.take.taking import Recording, lines, recording

FOLDER: Final = "takes"
LONGEST_S: Final = 3 * 3600.0
"""No reading of a review is longer."""


class Held(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """A recording and what was found in it."""

    made: Recording
    edit: Edit


def held(role: str, paths: Sequence[Path], own: Sequence[Utterance], project: Project) -> Held:
    """The files of one role against its lines. Raises MediaError and VoiceError for what cannot be used."""
    made = recording(role, [(path.name, sound.read(path, longest_s=LONGEST_S)) for path in paths], own)
    place = store(project.root) / FOLDER / f"{_key(made, own, project)}.json"
    edit = _kept(place)
    if edit is None:
        edit = edited(own, made.samples, made.rate, made.ends, language=project.show.language)
        with contextlib.suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True)
            files.put(place, msgspec.json.encode(edit))
    return Held(made=made, edit=edit)


def own_lines(script: Script, role: str, project: Project) -> tuple[Utterance, ...]:
    """The lines of a role as they are said, in the order of the script."""
    whole = utterances(running_order(script), language=project.show.language, lexicon=lexicon(project.root))
    return tuple(line for line in whole if line.role == role)


def recorded(
    role: str, paths: Sequence[Path], own: Sequence[Utterance], project: Project
) -> tuple[tuple[Spoken, ...], tuple[Finding, ...]]:
    """The lines that were found in the recordings, and what is to be told about them."""
    found = held(role, paths, own, project)
    return lines(found.made, found.edit, own)


def _key(made: Recording, own: Sequence[Utterance], project: Project) -> str:
    """Whatever decides what is found: the files, the words, and who listens."""
    asked = (HEARS, manner(project.show.language), [part.fingerprint for part in made.parts], own)
    return sha256(msgspec.json.encode(asked)).hexdigest()[:32]


def _kept(place: Path) -> Edit | None:
    try:
        return msgspec.json.decode(place.read_bytes(), type=Edit)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None
