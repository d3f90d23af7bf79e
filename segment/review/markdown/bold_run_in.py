"""Bold words at a paragraph's head that are its heading: ``**The cooking.** Everything comes…``."""

from __future__ import annotations

import re
from collections import Counter

from segment.review.layout.headings import is_known
from segment.review.layout.meaning import meaning
from segment.review.markdown.inline import plain

_RUN_IN = re.compile(r"(?P<mark>\*\*|__)(?P<words>[^*_]{1,50})(?P=mark)\s?(?P<stop>[.:–—]?)\s?(?P<text>\S.*)")
_STOPS = ".:–—!?"
_MAX_WORDS = 6
_FEWEST_WORDS = 4


def bold_run_ins(body: str) -> dict[int, tuple[str, str]]:
    """Heading and paragraph by index of the line; words that are no critics' heading count when the text has two and more.

    A word that comes back is nobody's heading: it names who speaks.
    """
    found = {at: parts for at, raw in enumerate(body.split("\n")) if raw[:2] in {"**", "__"} and (parts := _parts(raw.strip()))}
    often = Counter(heading for heading, _ in found.values())
    found = {at: parts for at, parts in found.items() if often[parts[0]] == 1}
    if len(found) > 1:
        return found
    return {at: parts for at, parts in found.items() if is_known(parts[0])}


def _parts(raw: str) -> tuple[str, str] | None:
    match = _RUN_IN.fullmatch(raw)
    if not match:
        return None
    words = match["words"].strip()
    stopped = bool(match["stop"]) or words.endswith(tuple(_STOPS))
    heading = words.rstrip(".:–— ")
    if not stopped or not heading or len(heading.split()) > _MAX_WORDS or len(match["text"].split()) < _FEWEST_WORDS:
        return None
    # "**Director:** Ann Roe" is a fact, not a heading.
    if meaning(plain(raw).text).what != "text":
        return None
    return heading, match["text"]
