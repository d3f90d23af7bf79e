"""What ``segment templates`` tells."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from segment.model.finding import Finding


class TemplateListed(Struct, frozen=True, kw_only=True):
    """A script template that can be used."""

    name: str
    origin: str
    """``project``, ``user`` or ``built-in``."""
    path: str
    about: str = ""
    """What it is for, from its first comment."""
    length_s: float | None = None
    """Seconds it is written for; None for any length."""
    evergreen: bool = False
    """True when sentences that are only true for a while are left out."""
    writes: Literal["reviews", "episodes"] = "reviews"
    """What it writes the script of."""
    wrong: str = ""
    """Why it cannot be used, empty where it can."""


class FieldShown(Struct, frozen=True, kw_only=True):
    """A field that a template can use."""

    name: str
    """As a template writes it: ``work.title``."""
    help: str
    """What it holds, in one sentence."""
    value: str
    """Its value in this review, on one line; empty where the review has none."""
    lacking: int = 0
    """How many of the show's reviews have no value for it."""


class Fields(Struct, frozen=True, kw_only=True):
    """Every field, for one review, held against the show's others."""

    review: str
    """The review's title or file."""
    reviews: int
    """How many reviews of the show were looked at."""
    fields: tuple[FieldShown, ...]
    filters: tuple[str, ...] = ()
    """Names of the filters of our own."""
    tests: tuple[str, ...] = ()
    """Names of the tests of our own."""


class Difference(Struct, frozen=True, kw_only=True):
    """A past story's script against what the template makes of its review now."""

    story: str
    """The folder's name."""
    template: str
    lines: tuple[str, ...] = ()
    """``- `` a line of the script that is there, ``+ `` one the template makes now, ``@@`` where; none where nothing differs."""
    wrong: str = ""
    """Why it could not be compared, empty where it could."""


class TemplateChecked(Struct, frozen=True, kw_only=True):
    """What a template makes of reviews of every kind."""

    name: str
    origin: str
    scripts: int
    """How many scripts it made."""
    findings: tuple[Finding, ...] = ()


class Checked(Struct, frozen=True, kw_only=True):
    """Every template that was checked, and past stories."""

    ok: bool
    """True when no finding is an error."""
    templates: tuple[TemplateChecked, ...]
    differences: tuple[Difference, ...] = ()


class Preview(Struct, frozen=True, kw_only=True):
    """A script as a template makes it of a review, kept nowhere."""

    template: str
    review: str
    text: str
    length_s: float
    """What it takes to say, as estimated."""
    length: str
    """Where that lies: ``:58–1:05``."""
    words: int
    """Words that are spoken."""
    findings: tuple[Finding, ...] = ()
    watched: tuple[str, ...] = ()
    """Files it was made of: a change in one of them makes another script."""
