"""An item's title as feeds want it: plain, without the show's name or a number, not too long."""

from __future__ import annotations

import re

from segment.publish.text import one_line

LONGEST = 255
"""Characters."""
_NUMBER = re.compile(r"^(?:episode|ep\.?|épisode|folge|#)\s*\d+\b\s*[-.:–—]*\s*", re.IGNORECASE)
_MARKUP = re.compile(r"<[/a-zA-Z!][^<>]*>")
_JOINT = " -:–—|"


def feed_title(title: str, show: str) -> str:
    """The title of an item of ``show``; never empty where ``title`` is not."""
    plain = one_line(_MARKUP.sub("", title)) or one_line(title)
    for _ in range(2):
        plain = _NUMBER.sub("", plain) or plain
        if show and plain.casefold().startswith(show.casefold()) and plain[len(show) :].lstrip()[:1] in {*_JOINT} - {" "}:
            plain = plain[len(show) :].strip(_JOINT) or plain
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1].rstrip() + "…"


def repeats(title: str, show: str) -> bool:
    """Whether a title says the show's name or a number before its own words."""
    return bool(_NUMBER.match(title)) or bool(show and len(title) > len(show) and title.casefold().startswith(show.casefold()))


def has_markup(title: str) -> bool:
    """Whether there are tags in a title."""
    return bool(_MARKUP.search(title))
