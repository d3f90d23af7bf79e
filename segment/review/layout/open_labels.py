"""A label alone on its line, with what it is about on the next one, becomes one line."""

from __future__ import annotations

from msgspec.structs import replace

from segment.review.facts.credit_line import label_roles
from segment.review.facts.labels import LABELS
from segment.review.layout.line import Line

_MAX = 40


def labels_closed(lines: list[Line]) -> list[Line]:
    """``Director:`` over ``Ann Roe`` as ``Director: Ann Roe``; only labels of the tables, only over a short line glued to it."""
    result: list[Line] = []
    for line in lines:
        above = result[-1] if result else None
        if above and line.glued and len(line.text) <= 200 and not above.heading and _is_open_label(above.text):
            result[-1] = replace(above, text=f"{above.text} {line.text}")
        else:
            result.append(line)
    return result


def _is_open_label(text: str) -> bool:
    if not text.endswith(":") or len(text) > _MAX:
        return False
    label = text[:-1].strip()
    return label.casefold() in LABELS or bool(label_roles(label))
