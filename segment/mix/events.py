"""What is played in turn: the running order with every spoken line bound to its sound.

A recording that covers several lines stands at the first of them. Between two lines of one recording nothing can be
played, because a person's recording is never cut here: stings and pauses there are dropped, chapters and music cues are
kept as a share of the recording's text, all with a note.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from segment.errors import VoiceError
from segment.mix.words import display
from segment.model.finding import Finding, Level
from segment.model.running_order import Entry
from segment.model.script import Chapter, Clip, Music, PartName, Pause, Speech, Sting
from segment.model.sound import Spoken


class Inside(Struct, frozen=True, kw_only=True):
    """A chapter or a music cue inside a recording."""

    share: float
    """How much of the recording's text comes before it, 0–1."""
    item: Chapter | Music


class Line(Struct, frozen=True, kw_only=True):
    """A spoken line, or a recording of several."""

    part: PartName
    role: str
    key: str
    """Of its sound."""
    text: str
    inside: tuple[Inside, ...] = ()


class Cue(Struct, frozen=True, kw_only=True):
    """Anything that is not speech."""

    part: PartName
    item: Music | Sting | Clip | Chapter | Pause


Event = Line | Cue


def events(entries: Sequence[Entry], spoken: Mapping[str, Spoken]) -> tuple[tuple[Event, ...], tuple[Finding, ...]]:
    """The entries in the order they are played.

    Raises VoiceError when a line has no sound.
    """
    sounds = [_sound_of(entry, spoken) for entry in entries]
    findings: list[Finding] = []
    played: list[Event] = []
    done: set[str] = set()
    for i, entry in enumerate(entries):
        item = entry.item
        if isinstance(item, Speech):
            key = sounds[i]
            if key not in done:
                done.add(key)
                own = [j for j, other in enumerate(sounds) if other == key]
                findings += _left_out(entries, spoken[key], key)
                played.append(_line(entries, own, key, findings))
        elif isinstance(item, Clip) or (isinstance(item, Music | Sting | Chapter | Pause) and not _inside(entries, sounds, i)):
            played.append(Cue(part=entry.part, item=item))
    return tuple(played), tuple(findings)


def _sound_of(entry: Entry, spoken: Mapping[str, Spoken]) -> str:
    """The key of a line's sound; empty for what is not speech."""
    if not isinstance(entry.item, Speech):
        return ""
    for key, sound in spoken.items():
        if entry.line_id in sound.covers:
            return key
    if entry.line_id in spoken:
        return entry.line_id
    raise VoiceError(f"There is no sound for line {entry.line_id} of {entry.item.role.upper()}.")


def _inside(entries: Sequence[Entry], sounds: Sequence[str], at: int) -> bool:
    """True when the speech before and after belongs to one recording."""
    before = next((key for key in reversed(sounds[:at]) if key), "")
    after = next((key for key in sounds[at + 1 :] if key), "")
    return before == after != ""


def _line(entries: Sequence[Entry], own: Sequence[int], key: str, findings: list[Finding]) -> Line:
    first = entries[own[0]]
    assert isinstance(first.item, Speech)
    texts = [display(item.spans) for i in own if isinstance(item := entries[i].item, Speech)]
    letters = sum(map(len, texts)) or 1
    inside: list[Inside] = []
    done = 0
    for i, following, text in zip(own, own[1:], texts, strict=False):
        done += len(text)
        between = [entry.item for entry in entries[i + 1 : following]]
        if any(isinstance(item, Speech) for item in between):
            findings.append(
                _note("MX002", f"The recording of {first.item.role.upper()} goes on where another voice should speak.")
            )
            continue
        for item in between:
            if isinstance(item, Chapter | Music):
                inside.append(Inside(share=done / letters, item=item))
            findings += _told(item, first.item.role, texts[0])
    return Line(part=first.part, role=first.item.role, key=key, text=" ".join(texts), inside=tuple(inside))


def _told(item: object, role: str, opening: str) -> Iterator[Finding]:
    take = f"the recording of {role.upper()} that begins “{' '.join(opening.split()[:4])}…”"
    match item:
        case Chapter(title=title):
            yield _note("MX003", f"Chapter “{title}” is placed inside {take} in proportion to the text.")
        case Music(bed=bed):
            yield _note("MX004", f"A cue of {bed} is placed inside {take} in proportion to the text.")
        case Sting(asset=asset):
            yield _note("MX005", f"Sting {asset} is dropped: it falls inside {take}.", "warning")
        case Pause():
            yield _note("MX006", f"A pause is dropped: it falls inside {take}.")
        case Clip(asset=asset):
            yield _note("MX007", f"Clip {asset} is played after {take}, not inside it.", "warning")
        case _:
            pass


def _left_out(entries: Sequence[Entry], sound: Spoken, key: str) -> Iterator[Finding]:
    """A recording is heard whole, also the lines that this deliverable leaves out."""
    here = {entry.line_id for entry in entries}
    absent = [covered for covered in sound.covers if covered not in here]
    if absent:
        lines = ", ".join(absent)
        yield _note(
            "MX001", f"Recording {key} is heard whole, also what it says of {lines}, which this file leaves out.", "warning"
        )


def _note(code: str, message: str, level: Level = "info") -> Finding:
    return Finding(code=code, level=level, message=message)
