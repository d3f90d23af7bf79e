"""Where each field of a review stands: the line that was understood as it, else the first line that holds its words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from segment.model.review import Facts, Origin, Review
from segment.review.layout.line import Line, clean
from segment.review.layout.meaning import Meaning

_MOST = 2000
"""Fields traced of one sort; a review has a few dozen."""
_HEAD = 400
"""Lines looked through for a field that no line was understood as."""


_AHEAD = 60
"""Lines looked through for the next paragraph."""
_LONG = 100_000
"""So many characters of a line are looked through for it."""


def origins(
    review: Review,
    *,
    said: Sequence[tuple[Line, Meaning]] = (),
    given: Sequence[Line] = (),
    text: Sequence[Line] = (),
) -> tuple[Origin, ...]:
    """The origins of all fields that stand somewhere.

    ``said`` are the lines with a meaning of their own, ``given`` those of a form's facts (front matter), ``text`` those of the
    review's text. Language, and a kind told by its words, stand on no one line and have none.
    """
    head = [*given, *(line for line, _ in said[:_HEAD]), *text[:_HEAD]]
    made: list[Origin] = []

    def note(field: str, places: Iterable[Line], *words: str) -> None:
        place = next(iter(places), None) or next((line for word in words if word for line in head if word in line.text), None)
        if place is not None:
            made.append(Origin(field=field, line=place.number, element=place.element))

    for field, what in (("title", "title"), ("headline", ""), ("reviewer", "byline"), ("date", "date"), ("kind", "")):
        if value := getattr(review, field):
            note(field, (line for line, found in said if found.what == what and found.value == value), value)
    made += _people(review, said, head)
    for number, rating in enumerate(review.rating[:_MOST]):
        places = (line for line, found in said if rating in found.rating)
        note(f"rating[{number}]", places, rating.as_given)
    for field in Facts.__struct_fields__:
        if value := getattr(review.facts, field):
            note(f"facts.{field}", (line for line, found in said if (field, value) in found.facts), value)
    return (*made, *_text(review, text))


def written_origins(review: Review, text: str) -> tuple[Origin, ...]:
    """The origins of a structured review's fields in its own file, by the words alone, seen through escapes."""
    lines = [
        Line(number=number, text=clean(raw.replace('\\"', '"').replace("\\\\", "\\")))
        for number, raw in enumerate(text.split("\n"), start=1)
    ]
    return origins(review, given=lines[:_HEAD], text=lines)


def replaced(review: Review, lines: Sequence[Line]) -> Review:
    """A work of several on a page, with origins for facts outside its own lines: nearest above, else first."""
    known = {origin.field for origin in review.origins}
    start = min((origin.line for origin in review.origins if origin.line), default=0)
    below = bisect_left(lines, start, key=lambda line: line.number)
    near = [
        *reversed(lines[max(0, below - _AHEAD) : below + 1]),
        *lines[:_AHEAD],
        *lines[below + 1 : below + _AHEAD],
        *lines[-_AHEAD:],
    ]
    made = []
    wanted = [(field, getattr(review, field)) for field in ("title", "headline", "reviewer")]
    wanted += [(f"credits[{at}]", credit.name) for at, credit in enumerate(review.credits[:_AHEAD])]
    wanted += [(f"cast[{at}]", member.actor) for at, member in enumerate(review.cast[:_AHEAD])]
    for field, value in wanted:
        place = next((line for line in near if value in line.text), None) if value and field not in known else None
        if place is not None:
            made.append(Origin(field=field, line=place.number, element=place.element))
    return replace(review, origins=(*made, *review.origins)) if made else review


def _people(review: Review, said: Sequence[tuple[Line, Meaning]], head: Sequence[Line]) -> list[Origin]:
    """Credits and cast, each by the first line that names them as such."""
    credited: dict[str, Line] = {}
    played: dict[str, Line] = {}
    for line, found in said:
        for credit in found.credits:
            credited.setdefault(credit.name, line)
        for member in found.cast:
            played.setdefault(member.actor, line)
    made = []
    for field, people, known in (
        ("credits", [credit.name for credit in review.credits], credited),
        ("cast", [member.actor for member in review.cast], played),
    ):
        for number, name in enumerate(people[:_MOST]):
            place = known.get(name) or (next((line for line in head if name in line.text), None) if number < _HEAD else None)
            if place is not None:
                made.append(Origin(field=f"{field}[{number}]", line=place.number, element=place.element))
    return made


def _text(review: Review, text: Sequence[Line]) -> list[Origin]:
    """Headings and paragraphs, in step with the lines they came from: both are in the page's order, with captions between."""
    made: list[Origin] = []
    at = asked = column = 0
    for number, section in enumerate(review.sections):
        parts = [(f"sections[{number}].heading", section.heading)] if section.heading else []
        parts += [(f"sections[{number}].paragraphs[{index}]", words) for index, words in enumerate(section.paragraphs)]
        for field, words in parts:
            place, column = _next(text, at, column, words, _AHEAD if asked else len(text))
            asked += 1
            if place < len(text):
                # A run-in heading stands on its paragraph's line, so the same line may be asked again.
                at = place
                made.append(Origin(field=field, line=text[place].number, element=text[place].element))
    return made


def _next(text: Sequence[Line], start: int, column: int, words: str, ahead: int) -> tuple[int, int]:
    """The first of ``ahead`` lines from ``start`` on that holds the words, and the column behind them; else the number of lines.

    A form for machines may be one line of megabytes: there the search goes on at ``column``, and not far.
    """
    for at in range(start, min(len(text), start + ahead)):
        line = text[at].text
        begin = column if at == start and len(line) > _LONG else 0
        found = line.find(words, begin, begin + _LONG + len(words))
        if found >= 0:
            return at, found + len(words)
    return len(text), column + len(words)
