"""What the page's data says of a review."""

from __future__ import annotations

from msgspec import Struct

from segment.model.review import CastMember, Credit, Facts, Rating


class Said(Struct, frozen=True, kw_only=True):
    """One review, as the data has it; empty where it says nothing."""

    title: str = ""
    headline: str = ""
    reviewers: tuple[str, ...] = ()
    date: str = ""
    kind: str = ""
    language: str = ""
    body: str = ""
    """Its text, with line breaks between paragraphs where the data keeps them."""
    rating: tuple[Rating, ...] = ()
    credits: tuple[Credit, ...] = ()
    cast: tuple[CastMember, ...] = ()
    facts: Facts = Facts()
    line: int = 0
    """1-based line of the page its block begins on."""
    element: str = "json-ld"


class Sayings(Struct, frozen=True, kw_only=True):
    """Everything the page's data says."""

    reviews: tuple[Said, ...] = ()
    """The reviews, a critic's before others."""
    broken: tuple[int, ...] = ()
    """Lines of blocks that could not be made out."""
