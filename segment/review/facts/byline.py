"""By-lines: who wrote the review."""

from __future__ import annotations

import re

from segment.review.facts.names import are_names, is_name

_SURE = re.compile(
    r"(?:critiquée?\spar|(?:an?\s)?(?:[\w-]{2,20}\s){0,2}(?:review|reviewed|critique|words|text)\s(?:written\s)?(?:by|par|de)"
    r"|reviewer\s?:|critic\s?:|words\s?:|posted\sby\s?:|publié\spar\s?:|eingestellt\svon\s?:?)\s?(.+)",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:by|par)\s(.+)", re.IGNORECASE)
_WRITTEN = re.compile(r"(?:written by|écrit par)\s(.+)", re.IGNORECASE)
_ENDS = (" | ", " • ", " · ", " – ", " — ", " - ", ", ", " on ", " for ", " (", " / ", " le ", " pour ")
_MAX = 120


def byline(text: str) -> str:
    """The name in a line such as ``Reviewed by Marc Glassman``, or in brackets with nothing else; or empty."""
    if text[:1] in "([" and text[-1:] in ")]" and " " in text.strip("([)] ") and is_name(text[1:-1].strip()):
        return text[1:-1].strip()
    return _named(_SURE, text)


def first_name_byline(text: str) -> str:
    """The one word in ``by Ann``: a by-line only right under a title."""
    name = _named(_BY, text)
    return name if name and " " not in name and len(text.split()) == 2 else ""


def writer_line(text: str) -> str:
    """The name in ``Written by …``: the critic's on some pages, the film's writer on others."""
    return _named(_WRITTEN, text)


def reviews_line(text: str) -> str:
    """The name in ``Ann Roe reviews "The Film"``, or empty."""
    head, found, _ = text.partition(" reviews ")
    return head.strip() if found and " " in head.strip() and is_name(head.strip()) else ""


def _named(form: re.Pattern[str], text: str) -> str:
    text = text.strip(" –—-*")
    match = form.fullmatch(text) if len(text) <= _MAX else None
    if not match:
        return ""
    name = match[1].strip()
    cut = min((at for end in _ENDS if (at := name.find(end)) > 0), default=len(name))
    name = name[:cut].strip(" .,:")
    return name if is_name(name) or are_names(name) else ""
