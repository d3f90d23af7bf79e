"""A recording's edit as people read it: sentence by sentence, where it is, how sure, and what of it was not heard."""

from __future__ import annotations

from collections.abc import Iterator

from segment.model.take import Checked, Choice, Edit, Seen
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
        sentences=tuple(_seen(choice, made) for choice in edit.choices),
    )


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
