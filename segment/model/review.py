"""A written review as structured data: what the page said, copied, never guessed."""

from __future__ import annotations

from typing import Literal

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


class Facts(Struct, frozen=True, kw_only=True):
    """What the page says about the work beside its people; every field is copied, and empty where the page says nothing."""

    year: str = ""
    """The year the work came out."""
    running_time: str = ""
    """How long it runs, as printed: ``120 min``, ``2h 5m``."""
    certificate: str = ""
    """The age it is released for: ``PG-13``, ``15``, ``TP``."""
    label: str = ""
    """The record label."""
    publisher: str = ""
    """Who publishes the book or game."""
    venue: str = ""
    """Where it is played or shown, or a restaurant's address."""
    dates: str = ""
    """When it is played or shown."""
    release_date: str = ""
    """The day it comes out, as printed."""
    price: str = ""
    """What it costs, currency included."""
    genre: str = ""
    """Its genre."""
    artist: str = ""
    """Who made the record, where the title does not say."""
    platforms: str = ""
    """What a game is played on."""


class Mark(Struct, frozen=True, kw_only=True):
    """What the producer wants done with a sentence or a paragraph."""

    mark: Literal["keep", "60", "never", "spoiler"]
    """``keep`` it in every length, it belongs in the ``60`` (seconds), ``never`` read it out, it gives the ``spoiler`` away."""
    text: str
    """The sentence, or the whole paragraph, it belongs to."""


class Origin(Struct, frozen=True, kw_only=True):
    """Where a field of a review stands on the page."""

    field: str
    """The field, such as ``title``, ``credits[0]``, ``sections[2].paragraphs[1]``; numbers from 0."""
    line: int = 0
    """1-based line of the page; 0 when it is not known by its line."""
    element: str = ""
    """For HTML and .docx a short path such as ``body/article/p[3]``, or ``json-ld``; empty for text."""


class LeftOut(Struct, frozen=True, kw_only=True):
    """A line of the page that is not part of the review."""

    line: int
    """1-based line of the page."""
    text: str
    """The line, copied."""
    reason: str
    """Why it was left out, in words for the producer."""


class Review(Struct, frozen=True, kw_only=True):
    """The whole review.

    ``source``, ``origins``, ``left_out`` and ``findings`` are provenance: two reviews that differ in them alone are equal.
    """

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
    facts: Facts = Facts()
    marks: tuple[Mark, ...] = ()
    source: str = ""
    """Where the page came from: a path, or ``-``."""
    origins: tuple[Origin, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    findings: tuple[Finding, ...] = ()

    def __eq__(self, other: object) -> bool:
        """Whether both say the same; where they came from does not matter."""
        return _said(self) == _said(other) if isinstance(other, Review) else NotImplemented

    def __hash__(self) -> int:
        """In step with equality."""
        return hash(_said(self))


_PROVENANCE = frozenset({"source", "origins", "left_out", "findings"})


def _said(review: Review) -> tuple[object, ...]:
    """The values of all fields but provenance."""
    return tuple(getattr(review, field) for field in review.__struct_fields__ if field not in _PROVENANCE)
