"""A role's lines from a person's recordings. What was found in them is kept, so that a further build need not listen again."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

import msgspec

from segment.errors import VoiceError, Where
from segment.library.places import store
from segment.media import files, sound
from segment.model.cleaning import Cleaning
from segment.model.finding import Finding
from segment.model.project import Project
from segment.model.script import Script
from segment.model.sound import Spoken
from segment.model.take import Edit
from segment.model.take_list import TakeList
from segment.model.utterance import Utterance
from segment.project import take_lists
from segment.project.casting import preset
from segment.project.pronunciations import lexicon
from segment.project.stand_ins import Speak, stood_in
from segment.script import running_order, utterances
from segment.voice.take.editing import HEARS, differing, edited, heeded, manner
from segment.voice.take.list_text import list_text
from segment.voice.take.taking import Recording, lines, recording
from segment.voice.take.telling import percent
from segment.voice.takes import HEARD_HZ
from segment.wording import quoted

FOLDER: Final = "takes"
LITTLE: Final = 0.75
"""Where less of the script was found it is asked whether the printed review was read instead."""
MORE: Final = 0.1
"""So much more of the review must be found for that."""
LONGEST_S: Final = 3 * 3600.0
"""No reading of a review is longer."""


class Held(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """A recording and what is heard of it."""

    made: Recording
    edit: Edit
    kept: take_lists.Kept | None
    """The list beside the recordings, edited or not."""


def held(role: str, paths: Sequence[Path], own: Sequence[Utterance], project: Project, allowed: Cleaning | None = None) -> Held:
    """The files of one role against its lines, as an edited list beside them says.

    ``allowed``: what may be taken out of them; as the project has it when None. Raises MediaError and VoiceError for what cannot
    be used, VoiceError for a list with mistakes.
    """
    allowed = preset(role, project).allowed if allowed is None else allowed
    made = recording(role, [(path.name, sound.read(path, longest_s=LONGEST_S)) for path in paths], own, allowed)
    language = project.show.language
    given = (HEARS, manner(language), [part.fingerprint for part in made.parts], own)

    def listened() -> Edit:
        edit = edited(own, made.heard, HEARD_HZ, made.ends, language=language)
        return differing(edit, own, made.heard, HEARD_HZ)

    edit = _remembered(given, project, listened)
    found = Held(made=made, edit=edit, kept=take_lists.kept(role, paths, {part.fingerprint for part in made.parts}))
    return as_listed(found, found.kept.wanted, own, project) if found.kept and found.kept.wanted.edited else found


def as_listed(found: Held, wanted: TakeList, own: Sequence[Utterance], project: Project) -> Held:
    """The recording as a person's list wants it heard."""
    made, language = found.made, project.show.language
    given = (HEARS, found.edit, wanted)
    edit = _remembered(given, project, lambda: heeded(found.edit, wanted, own, made.heard, HEARD_HZ, made.parts, language))
    return msgspec.structs.replace(found, edit=edit)


def _remembered(given: object, project: Project, make: Callable[[], Edit]) -> Edit:
    """What ``make`` makes, or made before of the same ``given``: whatever decides what is found."""
    place = store(project.root) / FOLDER / f"{sha256(msgspec.json.encode(given)).hexdigest()[:32]}.json"
    with contextlib.suppress(OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return msgspec.json.decode(place.read_bytes(), type=Edit)
    made = make()
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        files.put(place, msgspec.json.encode(made))
    return made


def own_lines(script: Script, role: str, project: Project) -> tuple[Utterance, ...]:
    """The lines of a role as they are said, in the order of the script."""
    whole = utterances(running_order(script), language=project.show.language, lexicon=lexicon(project.root))
    return tuple(line for line in whole if line.role == role)


class Recorded(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """The lines that recordings gave."""

    lines: tuple[Spoken, ...]
    notes: tuple[Finding, ...]
    list_path: Path | None
    """The list that says what is heard; None where it could not be written."""


def recorded(
    role: str,
    paths: Sequence[Path],
    own: Sequence[Utterance],
    project: Project,
    allowed: Cleaning,
    people: frozenset[str],
    speak: Speak,
    review_share: Callable[[], float],
) -> Recorded:
    """The lines that were found in the recordings, and what is to be told about them; the list of takes is written.

    Where the list asks for a synthetic voice, ``speak`` has it say the sentence, never that it is one of ``people``. Where little
    of the script was found ``review_share`` says how much of the printed review was. Raises VoiceError where next to nothing was.
    """
    found = held(role, paths, own, project, allowed)
    instead = review_share() if found.edit.found < LITTLE else 0.0
    read_review = tuple(_review_notes(found, instead))
    path, told = _listed(role, paths, found)
    whole = stood_in(role, found.made, found.edit, project, people, speak)
    try:
        spoken, notes = lines(whole.made, whole.edit, own)
    except VoiceError as error:
        if not read_review:
            raise
        raise VoiceError(read_review[0].message, where=error.where, hint=read_review[0].hint) from error
    return Recorded(lines=spoken, notes=(*read_review, *notes, *told, *whole.notes), list_path=path)


def _review_notes(found: Held, share: float) -> Iterator[Finding]:
    if share > found.edit.found + MORE:
        script = percent(found.edit.found)
        yield Finding(
            code="TK021",
            level="warning",
            message=f"{percent(share)} of the review was found in this recording, and only {script} of the script.",
            hint="Was the printed review read? segment take script RECORDING REVIEW -o FILE writes a script of what was read.",
            where=Where(file=found.made.name),
        )


def _listed(role: str, paths: Sequence[Path], found: Held) -> tuple[Path | None, tuple[Finding, ...]]:
    """The list, written where nobody has edited it, and how it was obeyed where somebody has."""
    if found.kept and found.kept.wanted.edited:
        return found.kept.path, tuple(_heeded_notes(found, found.kept))
    path = take_lists.place(role, paths)
    if take_lists.written(path, list_text(role, found.made.parts, found.edit)):
        return path, ()
    refused = Finding(
        code="TK015",
        level="info",
        message=f"The list of takes could not be written beside {paths[0].name}.",
        hint="Put the recording where files may be written, to choose between its readings.",
    )
    return None, (refused,)


def _heeded_notes(found: Held, kept: take_lists.Kept) -> Iterator[Finding]:
    where = Where(file=str(kept.path))
    count = sum(choice.listed for choice in found.edit.choices)
    yield Finding(
        code="TK013",
        level="info",
        message=f"{kept.path.name} is edited and was obeyed for {count} {'sentence' if count == 1 else 'sentences'}.",
        hint="Delete it to have the tool choose again.",
        where=where,
    )
    beyond = [choice.sentence.text for choice in found.edit.choices if choice.readings and not choice.listed]
    if beyond:
        yield Finding(
            code="TK014",
            level="info",
            message=f"{kept.path.name} says nothing about {quoted(beyond[0])}"
            f"{f' and {len(beyond) - 1} more' if beyond[1:] else ''}: the tool chose.",
            hint="segment take list --force writes it anew with your choices in it, and keeps the old one.",
            where=where,
        )
