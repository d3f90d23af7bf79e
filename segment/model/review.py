"""A written review as structured data: what the page said, copied, never guessed."""

from __future__ import annotations

from msgspec import Struct

from segment.model.finding import Finding


class Credit(Struct, frozen=True, kw_only=True):
    """A person who made the work."""

    name: str
    """The name, copied from the page."""
    as_given: str
    """The words of the credit line this came from, such as ``co-script w/Thomas Bidegain``."""
    roles: tuple[str, ...]
    """Roles from the closed table in ``segment.review.roles``."""


class CastMember(Struct, frozen=True, kw_only=True):
    """A performer."""

    actor: str
    """The performer's name, copied."""
    role: str = ""
    """The part played, copied, or empty."""


class Section(Struct, frozen=True, kw_only=True):
    """A headed part of the review."""

    heading: str = ""
    """The heading as on the page, empty for text before the first."""
    paragraphs: tuple[str, ...]
    """The paragraphs, copied; one line each."""


class Rating(Struct, frozen=True, kw_only=True):
    """A rating on its own scale."""

    as_given: str
    """As printed."""
    value: float | None = None
    """The number, or None when it could not be read."""
    scale: float | None = None
    """What the number is out of, or None."""


class LeftOut(Struct, frozen=True, kw_only=True):
    """A line of the page that is not part of the review."""

    line: int
    """1-based line of the page."""
    text: str
    """The line, copied."""
    reason: str
    """Why it was left out, in words for the producer."""


class Review(Struct, frozen=True, kw_only=True):
    """The whole review. ``source``, ``left_out`` and ``findings`` are provenance: two reviews are the same without them."""

    title: str = ""
    """The work's title."""
    headline: str = ""
    """The page's headline where it differs from the title."""
    kind: str = ""
    """``film``, ``book``, ``album`` …; empty when unknown."""
    reviewer: str = ""
    """The by-line, a person's name."""
    date: str = ""
    """ISO date of the review, or empty."""
    language: str = ""
    """BCP 47 tag, or empty."""
    credits: tuple[Credit, ...] = ()
    cast: tuple[CastMember, ...] = ()
    sections: tuple[Section, ...] = ()
    rating: tuple[Rating, ...] = ()
    source: str = ""
    """Where the page came from: a path, or ``-``."""
    left_out: tuple[LeftOut, ...] = ()
    findings: tuple[Finding, ...] = ()
