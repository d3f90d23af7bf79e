"""Ratings that a page shows by a picture or an icon, and says in an attribute alone."""

from __future__ import annotations

import re

from segment.review.html.regions import named

_SAID = re.compile(
    r"(?:rat(?:ed|ing)\s?:?\s)?(\d{1,3}(?:[.,]\d{1,2})?\s?(?:/|out of|sur|of)\s?\d{1,3}(?:\sstars?|\sétoiles?)?)"
    r"|(?:rat(?:ed|ing)\s?:?\s)(\d(?:[.,]\d)?\sstars?)",
    re.IGNORECASE,
)
_ATTRIBUTES = ("aria-label", "title", "alt", "data-rating")
_MAX = 60
_EMPTY = frozenset({"empty", "off", "inactive", "outline", "o", "grey", "gray", "unfilled", "blank", "none", "border", "muted"})
_HALF = frozenset({"half", "halved", "partial"})
_ICONS = frozenset({"i", "span", "img", "li"})


def hidden_rating(tag: str, attributes: dict[str, str]) -> str:
    """``4 out of 5 stars`` from a label, title or alt text that is a rating and nothing else; else empty."""
    for attribute in _ATTRIBUTES:
        said = attributes.get(attribute, "").strip(" .")
        if said and len(said) <= _MAX and (match := _SAID.fullmatch(said)):
            # "3 of 5" alone may be a picture in a gallery.
            given = match[1] or match[2]
            rated = "star" in said.casefold() or "étoile" in said.casefold() or "rat" in said.casefold()
            if " of " not in given or " out of " in given or rated or _about_rating(attributes):
                return given
    return ""


def star(tag: str, attributes: dict[str, str]) -> str:
    """★, ½ or ☆ for an element that is one star of a row, by its class name or alt text; else empty."""
    if tag not in _ICONS:
        return ""
    words = set(named(attributes))
    alt = attributes.get("alt", "").casefold().split()
    if "star" not in words and not (tag == "img" and "star" in alt and len(alt) <= 3):
        return ""
    words.update(alt)
    if words & _HALF:
        return "½"
    return "☆" if words & _EMPTY else "★"


def _about_rating(attributes: dict[str, str]) -> bool:
    return bool({"rating", "ratings", "stars", "star", "score"} & set(named(attributes)))
