"""What a template is handed: the work, the critic, the chosen piece, the house; every text shaded, nothing it could change."""

from __future__ import annotations

import re
from zlib import crc32

from msgspec import Struct

from segment.folding import slug
from segment.model.house import House
from segment.model.review import Review
from segment.script.arrange import Piece
from segment.script.credits import first_name, is_french, leads, list_and, origin, other_director, people, rating_words
from segment.script.kinds import kind
from segment.script.kinds import words as kind_words
from segment.units import radio_span


class Work(Struct, frozen=True, kw_only=True):
    """The work that is reviewed."""

    title: str
    kind: str
    """As the review gives it, lower case, or empty."""
    noun: str
    """What a host calls it: ``film``; empty when unknown."""
    a: str
    """``a film``; ``a work`` when unknown."""
    the: str
    """``the film``; empty when unknown."""
    verb: str
    """What one does with it: ``see``, ``read``, ``hear`` …"""
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
    """Who wrote the review, and whose voice is heard."""

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
    style: str
    """The file with the house style in the language of the show: ``_house.j2`` or ``_house.fr.j2``."""
    seed: int
    """A number that is always the same for a work, for ``pick``."""
    slug: str
    """``RUST-AND-BONE``, or empty."""
    slot: str
    """``3:00``, or empty."""
    website: str
    """Where the full review is, as a host would say it: ``on our website``."""


def brief(review: Review, house: House, piece: Piece, hook: str) -> Brief:
    """Gather what a template sees; nothing here is shaded yet."""
    known = kind(review.kind)
    words = kind_words(known, house.language)
    joint = "et" if is_french(house.language) else "and"
    person = house.critic.person
    own = not house.critic.synthetic and (not person or _same(person, review.reviewer))
    rating = next((said for given in review.rating if (said := rating_words(given, house.language))), "")
    work = Work(
        title=review.title,
        kind=known.name,
        noun=words.noun,
        a=words.a,
        the=words.the,
        verb=words.verb,
        leads=list_and(leads(review), joint),
        directors="" if other_director(review) else list_and(people(review, "director"), joint),
        writers=list_and(people(review, "writer"), joint),
        authors=list_and(people(review, "author"), joint),
        performers=list_and((name for name in people(review, "performer") if name not in review.title), joint),
        composers=list_and(people(review, "composer"), joint),
        origin=origin(review, house.language),
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
        style="_house.fr.j2" if is_french(house.language) else "_house.j2",
        seed=crc32(f"{review.title} {review.reviewer}".encode()),
        slug=slug(review.title).upper(),
        slot=radio_span(house.slot_least_s or house.slot_s, house.slot_s) if house.slot_s else "",
        website=website(house.website, house.language),
    )


def _same(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()


def website(given: str, language: str = "en") -> str:
    """Where the full review is, as a host says it: ``on our website``, ``at example.org``."""
    french = is_french(language)
    bare = re.sub(r"^\s*(?:https?://)?(?:www\.)?", "", given, flags=re.IGNORECASE).strip().rstrip("/")
    if not bare:
        return "sur notre site" if french else "on our website"
    if re.match(r"(?:sur|dans|à|chez) " if french else r"(?:on|at|in) ", bare):
        return bare
    if french:
        return f"sur {bare}"
    return f"at {bare}" if "." in bare and " " not in bare else f"on {bare}"
