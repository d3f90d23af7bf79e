"""schema.org values, each of which may be a text, a number, an object with a name, or a list of these."""

from __future__ import annotations

import html
import re
from typing import Any

from segment.model.review import Rating
from segment.review.facts.rating import rating
from segment.review.layout.line import clean

_TAG = re.compile(r"<[^<>]{0,400}>")
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/h[1-6])\b[^<>]{0,100}>", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,4}(?:[.,]\d{1,3})?")
_NOBODY = frozenset({"Organization", "NewsMediaOrganization", "Corporation", "WebSite", "Brand"})


def items(value: Any) -> list[Any]:
    """The value as a list; nothing is an empty one."""
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [value]


def types(node: dict[str, Any]) -> frozenset[str]:
    """An object's types without the address before them."""
    return frozenset(
        str(item).rsplit("/", 1)[-1].rsplit(":", 1)[-1] for item in items(node.get("@type")) if isinstance(item, str)
    )


def text_of(value: Any, *, lines: bool = False) -> str:
    """A text without tags and entities, on one line unless ``lines`` are kept; empty for anything else."""
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, str)), "")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    text = html.unescape(html.unescape(str(value)))
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", text))
    if lines:
        return "\n".join(line for part in text.splitlines() if (line := clean(part)))
    return clean(text)


def first_text(value: Any) -> str:
    """The first text or number of a value, or the name of its first object."""
    for item in items(value):
        inner = item.get("name") or item.get("@value") if isinstance(item, dict) else item
        if text := text_of(inner):
            return text
    return ""


def names(value: Any) -> list[str]:
    """The names of the persons in a value; organisations are nobody."""
    found: list[str] = []
    for item in items(value)[:200]:
        if isinstance(item, dict) and types(item) & _NOBODY:
            continue
        found.extend(name for part in items(item.get("name") if isinstance(item, dict) else item) if (name := text_of(part)))
    return found


def listed_names(value: Any) -> str:
    """The names in a value, organisations too, with commas between."""
    return ", ".join(dict.fromkeys(name for item in items(value)[:20] if (name := first_text(item))))


def rating_of(value: Any) -> Rating | None:
    """A rating: an object with ``ratingValue`` and maybe ``bestRating``, a number alone, or ``4/5``; None for anything else."""
    if not isinstance(value, dict):
        given = text_of(value)
        return rating(given) or _plain(given, None)
    given = first_text(value.get("ratingValue"))
    best = _number(first_text(value.get("bestRating")))
    found = rating(given)
    return found if found and found.scale else _plain(given, best)


def _plain(given: str, best: float | None) -> Rating | None:
    """A number alone, on the scale that is said; the default of five that schema.org assumes is not assumed here."""
    number = _number(given)
    if number is None:
        return Rating(as_given=given) if 0 < len(given) <= 3 and given[0].isupper() else None
    return Rating(as_given=given, value=number, scale=best if best and best >= number else None)


def _number(text: str) -> float | None:
    return float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None
