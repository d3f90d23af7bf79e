"""What a template is handed: the work, the critic, the chosen piece, the house; every text shaded, nothing it could change."""

from __future__ import annotations

import re

from msgspec import Struct

from segment.folding import slug
from segment.model.house import House
from segment.model.review import Review
from segment.script.arrange import Piece
from segment.script.credits import first_name, leads, list_and, origin, other_director, people, rating_words
from segment.script.kinds import kind
from segment.units import radio_span


class Work(Struct, frozen=True, kw_only=True):
    """The work that is reviewed."""

    title: str
    kind: str
    """As the review gives it, lower case, or empty."""
    noun: str
    """What a host calls it: ``film``; empty when unknown."""
    leads: str
    """The first two performers: ``A and B``; empty without a cast."""
    directors: str
    writers: str
    authors: str
    performers: str
    """Who plays or sings, on an album or in a concert."""
    composers: str
    origin: str
    """What it was made from: ``the book by A``, or empty."""
    rating: str
    """``four stars out of five``, or empty."""


class Critic(Struct, frozen=True, kw_only=True):
    """Who wrote the review, and who reads it."""

    name: str
    """The by-line, or empty."""
    first: str
    """How colleagues call the critic, or empty."""
    role: str
    """``film critic`` … ``critic``."""
    synthetic: bool
    """True when a synthetic voice reads."""
    reads: bool
    """True when the critic's own voice is heard."""
    reader: str
    """The person who reads when it is somebody else, or empty."""


class Brief(Struct, frozen=True, kw_only=True):
    """All that a template sees, by name."""

    review: Review
    work: Work
    critic: Critic
    hook: str
    """A sentence of the review for the host to open with, or empty."""
    piece: Piece
    house: House
    slug: str
    """``RUST-AND-BONE``, or empty."""
    slot: str
    """``3:00``, or empty."""
    website: str
    """Where the full review is, as a host would say it: ``on our website``."""


def brief(review: Review, house: House, piece: Piece, hook: str) -> Brief:
    """Gather what a template sees; nothing here is shaded yet."""
    words = kind(review.kind)
    person = house.critic.person
    own = not house.critic.synthetic and (not person or _same(person, review.reviewer))
    rating = next((said for said in map(rating_words, review.rating) if said), "")
    work = Work(
        title=review.title,
        kind=words.name,
        noun=words.noun,
        leads=list_and(leads(review)),
        directors="" if other_director(review) else list_and(people(review, "director")),
        writers=list_and(people(review, "writer")),
        authors=list_and(people(review, "author")),
        performers=list_and(people(review, "performer")),
        composers=list_and(people(review, "composer")),
        origin=origin(review),
        rating=rating,
    )
    critic = Critic(
        name=review.reviewer,
        first=first_name(review.reviewer),
        role=words.critic,
        synthetic=house.critic.synthetic,
        reads=own and bool(review.reviewer),
        reader="" if house.critic.synthetic or own else person,
    )
    return Brief(
        review=review,
        work=work,
        critic=critic,
        hook=hook,
        piece=piece,
        house=house,
        slug=slug(review.title).upper(),
        slot=radio_span(house.slot_least_s or house.slot_s, house.slot_s) if house.slot_s else "",
        website=website(house.website),
    )


def _same(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()


def website(given: str) -> str:
    """Where the full review is, as a host says it: ``on our website``, ``at example.org``."""
    bare = re.sub(r"^\s*(?:https?://)?(?:www\.)?", "", given, flags=re.IGNORECASE).strip().rstrip("/")
    if not bare:
        return "on our website"
    if re.match(r"(?:on|at|in) ", bare):
        return bare
    return f"at {bare}" if "." in bare and " " not in bare else f"on {bare}"
