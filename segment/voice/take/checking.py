"""A recording's edit as people read it: sentence by sentence, where it is, how sure, and what of it was not heard."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from segment.model.take import Checked, Choice, Cleaned, Edit, Seen
from segment.voice.cleaning.telling import told_of
from segment.voice.take.taking import Recording
from segment.voice.take.telling import differs, place


def checked(role: str, made: Recording, edit: Edit) -> Checked:
    """The whole recording."""
    return Checked(
        role=role,
        files=tuple(part.name for part in made.parts),
        seconds=edit.seconds,
        found=edit.found,
        by=edit.manner,
        cleaned=tuple(_cleaned(made)),
        sentences=tuple(_seen(choice, made) for choice in edit.choices),
    )


def _cleaned(made: Recording) -> Iterator[Cleaned]:
    for part, plan in zip(made.parts, made.cleaned, strict=True):
        if plan:
            brief = replace(plan, quieting=replace(plan.quieting, noise=())) if plan.quieting else plan
            yield Cleaned(file=part.name, steps=told_of(plan), plan=brief)


def _seen(choice: Choice, made: Recording) -> Seen:
    used = choice.reading
    places = [place(reading.start_s, reading.end_s, made.parts) for reading in choice.readings]
    return Seen(
        text=choice.sentence.text,
        line=choice.sentence.line,
        place=places[choice.used] if used else "",
        confidence=used.confidence if used else 0.0,
        complete=bool(used and used.complete),
        others=tuple(at for n, at in enumerate(places) if n != choice.used),
        unheard=tuple(_unheard(choice)),
        listed=choice.listed,
        otherwise=differs(choice, made.parts),
    )


def _unheard(choice: Choice) -> Iterator[str]:
    used = choice.reading
    for index, word in enumerate(choice.sentence.words):
        if used and word.say and used.words[index] is None:
            yield word.display
