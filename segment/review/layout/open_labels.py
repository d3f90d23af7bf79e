"""Each labelled fact on a line of its own: labels alone on their line take the next one, several on a line are set apart."""

from __future__ import annotations

from msgspec.structs import replace

from segment.review.facts.cast_line import cast_list
from segment.review.facts.credit_line import label_roles
from segment.review.facts.labels import about, is_label
from segment.review.facts.names import is_name
from segment.review.facts.rating import placed_rating, rating
from segment.review.layout.labels_apart import labels_apart
from segment.review.layout.line import Line, is_prose
from segment.review.layout.meaning import is_maker, meaning
from segment.review.layout.titles_apart import titles_apart

_MAX = 40
_MAX_VALUE = 200
_MAX_MEMBER = 100
_MAX_CAST = 1800
_FEWEST = 3


def labels_closed(lines: list[Line]) -> list[Line]:
    """``Director:`` over ``Ann Roe`` as ``Director: Ann Roe``, and a cast of one performer a line as one line.

    Only labels of the tables, and only over short lines glued to them.
    """
    return _casts(_closed(labels_apart(titles_apart(lines))))


def _closed(lines: list[Line]) -> list[Line]:
    result: list[Line] = []
    for line in lines:
        above = result[-1] if result else None
        if above and line.glued and len(line.text) <= _MAX_VALUE and not above.heading and not line.heading:
            if _is_open_label(above.text):
                result[-1] = replace(above, text=f"{above.text} {line.text}")
                continue
            if _is_bare_label(above.text) and _answers(above.text, line):
                result[-1] = replace(above, text=f"{above.text}: {line.text}")
                continue
        elif above and not line.heading and _awaits_rating(above.text) and (rating(line.text) or placed_rating(line.text)):
            result[-1] = replace(above, text=f"{above.text.rstrip(': ')}: {line.text}")
            continue
        result.append(line)
    return result


def _awaits_rating(text: str) -> bool:
    """``Overall rating``, which a page may set a blank line above the number."""
    return len(text) <= _MAX and about(text.rstrip(": ")) == "rating"


def _is_open_label(text: str) -> bool:
    return text.endswith(":") and len(text) <= _MAX and _is_bare_label(text[:-1].strip())


def _is_bare_label(text: str) -> bool:
    return len(text) <= _MAX and (is_label(text) or bool(label_roles(text)))


def _answers(label: str, line: Line) -> bool:
    """What stands under a label without a colon must be what the label promises: a heading looks the same."""
    return (
        not is_prose(line)
        and meaning(line.text).what == "text"
        and meaning(f"{label}: {line.text}").what not in {"text", "title"}
    )


def _casts(lines: list[Line]) -> list[Line]:
    """The lines of a cast under its label, or three and more lines of part and performer, as one line."""
    result: list[Line] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        end = at + 1
        if _heads_cast(line.text) and at + 2 < len(lines) and _is_pair(lines[at + 1].text) and _is_pair(lines[at + 2].text):
            while end < len(lines) and end - at < 60 and _is_pair(lines[end].text):
                end += 1
            text = "Cast: " + "; ".join(part.text.rstrip(",;") for part in lines[at + 1 : end])
        elif _is_cast(line.text) and not line.heading:
            size = len(line.text)
            while end < len(lines) and _goes_on(lines[end - 1], lines[end]) and size < _MAX_CAST:
                size += len(lines[end].text)
                end += 1
            text = "; ".join(part.text.rstrip(",;") for part in lines[at:end])
        else:
            while end < len(lines) and lines[end].glued and end - at < 60 and _is_pair(lines[end].text):
                end += 1
            if end - at >= _FEWEST and not line.heading and _are_members(lines[at:end]):
                text = "Cast: " + "; ".join(part.text.rstrip(",;") for part in lines[at:end])
            else:
                end, text = at + 1, line.text
        made = [replace(line, text=text)]
        if end - at > 1:
            makers = [part for part in lines[at:end] if is_maker(part.text)]
            parts = [part.text.rstrip(",;") for part in lines[at:end] if part not in makers and not _heads_cast(part.text)]
            cast = text if not makers else parts[0] if _is_cast(parts[0]) and len(parts) == 1 else _joined(parts)
            made = [*([replace(line, text=cast)] if parts else []), *(replace(maker, glued=True) for maker in makers)]
        result.extend(made)
        at = end
    return result


def _joined(parts: list[str]) -> str:
    """The members of a cast as one line under its label."""
    text = "; ".join(parts)
    return text if _is_cast(parts[0]) else f"Cast: {text}"


def _heads_cast(text: str) -> bool:
    """``Distribution`` or ``Cast:`` over lines of part and performer, whatever stands between the lines."""
    return about(text.rstrip(" :\xa0")) == "cast"


def _is_cast(text: str) -> bool:
    label, colon, _ = text.partition(":")
    return bool(colon) and about(label.strip()) == "cast"


def _goes_on(above: Line, line: Line) -> bool:
    """A line that continues the cast above it: the one before ends in a comma, or this one is a performer with a part."""
    if not line.glued or line.heading or len(line.text) > _MAX_MEMBER * 3:
        return False
    return (above.text.endswith((",", ";")) and not is_prose(line)) or _is_pair(line.text)


def _is_pair(text: str) -> bool:
    """Performer and part, in any of the ways they are printed, and nothing else."""
    if len(text) > _MAX_MEMBER or not _may_pair(text):
        return False
    if is_maker(text):
        return True
    if meaning(text).what != "text":
        return False
    members = cast_list(text)
    return len(members) == 1 and bool(members[0].role) and is_name(members[0].actor)


def _are_members(lines: list[Line]) -> bool:
    """Whether lines of two parts, which no label says to be a cast, are one: half of the performers or more have full names.

    ``Concept: Solid``, ``Mood: Tense`` and ``Pace: Slow`` are what a critic notes.
    """
    members = [member for line in lines if _is_pair(line.text) and not is_maker(line.text) for member in cast_list(line.text)]
    makers = sum(is_maker(line.text) for line in lines)
    full = sum(" " in member.actor for member in members)
    return len(members) + makers == len(lines) and 2 * full >= len(members)


def _may_pair(text: str) -> bool:
    return any(mark in text for mark in (" – ", " — ", " - ", ": ", " as ", "…", "...")) or text.endswith(")")
