"""What a template says of itself, in its first comment: what it is for, the length it is written for, whether time words go.

"for: episodes" makes it one that writes the links of an episode; without it, it writes the script of a review.

{# A minute on air: one fact, two or three sentences, the verdict.
   length: 1:00
   time words: none #}
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from segment.errors import ScriptError, SegmentError, Where
from segment.script.times import read_span

_COMMENT = re.compile(r"\s*\{#-?(.*?)-?#\}", re.DOTALL)
_SETTING = re.compile(r"^\s*(length|time words|for)\s*:\s*(.*?)\s*$", re.MULTILINE | re.IGNORECASE)
_EXTENDS = re.compile(r"\{%-?\s*extends\s+[\"']([\w./-]+)[\"']")
_DEEPEST = 8
"""Templates that may stand on each other."""


class Head(Struct, frozen=True, kw_only=True):
    """The first comment of a template, and of those it extends."""

    about: str = ""
    """What it is for, in its own words."""
    length_s: float | None = None
    """Seconds it is written for where nobody gives a slot, the most of a range; None for as long as the review is."""
    least_s: float | None = None
    """The least of a range, else the same."""
    evergreen: bool = False
    """True when sentences that are only true for a while are left out."""
    writes: Literal["reviews", "episodes"] = "reviews"
    """What it writes the script of."""


def head(template: str, source: Callable[[str], str]) -> Head:
    """The head of a template; what it does not say, the template it extends says.

    Raises ScriptError for a length that is none.
    """
    about, span, evergreen, writes = "", None, None, ""
    name = child = template
    text = ""
    for _ in range(_DEEPEST):
        try:
            text = source(name)
        except SegmentError as failure:
            if not text or failure.where is not None:
                raise
            # Who extends it knows where it is asked for.
            raise ScriptError(failure.message, where=_extending(child, text), hint=failure.hint, cause=failure.cause) from failure
        said = _COMMENT.match(text)
        settings = {key.lower(): value for key, value in _SETTING.findall(said[1])} if said else {}
        if said and not about:
            about = " ".join(_SETTING.sub("", said[1]).split())
        if span is None and "length" in settings:
            span = _span(settings["length"], name, text)
        if evergreen is None and "time words" in settings:
            evergreen = settings["time words"].lower().rstrip(".") in {"none", "no"}
        writes = writes or settings.get("for", "").lower().rstrip(".")
        parent = _EXTENDS.search(text)
        if parent is None or parent[1].removesuffix(".j2") == name.removesuffix(".j2"):
            break
        child, name = name, parent[1]
    least_s, length_s = span or (None, None)
    return Head(
        about=about,
        length_s=length_s,
        least_s=least_s,
        evergreen=bool(evergreen),
        writes="episodes" if writes == "episodes" else "reviews",
    )


def _extending(name: str, text: str) -> Where:
    """The line of a template that names the one it extends."""
    said = _EXTENDS.search(text)
    line = text[: said.start()].count("\n") + 1 if said else 0
    return Where(file=name if name.endswith(".j2") else f"{name}.j2", line=line)


def _span(given: str, name: str, text: str) -> tuple[float, float] | None:
    if given.lower() in {"any", "the review's"}:
        return None
    found = read_span(given)
    if found is None:
        line = text[: text.lower().index("length")].count("\n") + 1
        file = name if name.endswith(".j2") else f"{name}.j2"
        raise ScriptError(
            f"The template's length is no time: “{given}”.",
            where=Where(file=file, line=line),
            hint="Write “length: 1:30”, “length: 1:20-1:30” or “length: any”.",
        )
    return found
