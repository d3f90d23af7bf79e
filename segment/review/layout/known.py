"""What a form says about a review outside its text, as front matter does."""

from __future__ import annotations

from msgspec import Struct

from segment.model.finding import Finding
from segment.model.review import CastMember, Credit, Facts, LeftOut, Rating
from segment.review.layout.line import Line


class Known(Struct, frozen=True, kw_only=True):
    """Facts a reader found before it looked at the lines; they win over what the lines suggest."""

    title: str = ""
    headline: str = ""
    """The page's title, which may or may not be the work's."""
    brief: bool = False
    """True for one of several works under a title with its credits, of which a line or two are a review."""
    standfirst: str = ""
    reviewer: str = ""
    date: str = ""
    kind: str = ""
    language: str = ""
    aliases: dict[str, str] = {}
    """From a publication's heading words, in lower case, to headings that are known."""
    hints: tuple[str, ...] = ()
    """Categories and tags."""
    emphasised: frozenset[str] = frozenset()
    """Phrases the text sets in italics or bold."""
    credits: tuple[Credit, ...] = ()
    cast: tuple[CastMember, ...] = ()
    rating: tuple[Rating, ...] = ()
    facts: Facts = Facts()
    places: tuple[Line, ...] = ()
    """The lines of the form that say these facts."""
    left_out: tuple[LeftOut, ...] = ()
    findings: tuple[Finding, ...] = ()
