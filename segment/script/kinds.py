"""What kind of work is reviewed, and the words that go with it on air."""

from __future__ import annotations

from msgspec import Struct


class Kind(Struct, frozen=True, kw_only=True):
    """The words for one kind of work."""

    name: str
    """As the review names it, such as ``film``; empty when unknown."""
    noun: str = ""
    """What a host calls it: ``film``, ``album`` …; empty when unknown."""
    critic: str = "critic"
    """Who reviews it: ``film critic`` …"""
    french: str = ""
    """The noun in French, with its indefinite article: ``un film``; empty when unknown."""
    french_critic: str = ""
    """What is reviewed, in French, with its preposition: ``de cinéma``; empty when unknown."""
    verb: str = "see"
    """What one does with it, in English: ``see``, ``read``, ``hear`` …"""
    french_verb: str = "voir"
    told: bool = True
    """Whether it tells a story, and so has an ending to keep back."""


class Words(Struct, frozen=True, kw_only=True):
    """The words for a kind in the language of the show."""

    noun: str
    """``film``; empty when unknown."""
    a: str
    """With its indefinite article, ``a film``; ``a work`` when unknown."""
    the: str
    """With its definite article, ``the film``; empty when unknown."""
    critic: str
    """``film critic`` …"""
    verb: str
    """What one does with it: ``see``, ``read`` …"""


_KINDS = (
    Kind(name="film", noun="film", critic="film critic", french="un film", french_critic="de cinéma"),
    Kind(name="documentary", noun="documentary", critic="film critic", french="un documentaire", french_critic="de cinéma"),
    Kind(
        name="series", noun="series", critic="television critic", french="une série", french_critic="de télévision", verb="watch"
    ),
    Kind(
        name="book",
        noun="book",
        critic="book critic",
        french="un livre",
        french_critic="de livres",
        verb="read",
        french_verb="lire",
    ),
    Kind(
        name="album",
        noun="album",
        critic="music critic",
        told=False,
        french="un album",
        french_critic="de musique",
        verb="hear",
        french_verb="écouter",
    ),
    Kind(
        name="concert",
        noun="concert",
        critic="music critic",
        told=False,
        french="un concert",
        french_critic="de musique",
        verb="hear",
        french_verb="entendre",
    ),
    Kind(name="opera", noun="opera", critic="opera critic", french="un opéra", french_critic="d'opéra"),
    Kind(name="theatre", noun="play", critic="theatre critic", french="une pièce", french_critic="de théâtre"),
    Kind(name="musical", noun="musical", critic="theatre critic", french="une comédie musicale", french_critic="de théâtre"),
    Kind(name="dance", noun="dance piece", critic="dance critic", french="un ballet", french_critic="de danse"),
    Kind(
        name="restaurant",
        noun="restaurant",
        critic="restaurant critic",
        told=False,
        french="un restaurant",
        french_critic="de restaurants",
        verb="visit",
        french_verb="visiter",
    ),
    Kind(
        name="game",
        noun="game",
        critic="games critic",
        french="un jeu",
        french_critic="de jeux vidéo",
        verb="play",
        french_verb="jouer à",
    ),
    Kind(name="exhibition", noun="exhibition", critic="art critic", told=False, french="une exposition", french_critic="d'art"),
)
_PLAIN = 12
"""Letters of a kind's name that can be said as a noun."""
_VOWELS = frozenset("aeiouéèêhâœ")
_ALSO = {
    "movie": "film",
    "cinema": "film",
    "tv": "series",
    "television": "series",
    "novel": "book",
    "record": "album",
    "music": "album",
    "ep": "album",
    "gig": "concert",
    "live": "concert",
    "theater": "theatre",
    "play": "theatre",
    "stage": "theatre",
    "ballet": "dance",
    "food": "restaurant",
    "bar": "restaurant",
    "cafe": "restaurant",
    "video game": "game",
    "videogame": "game",
    "art": "exhibition",
    "show": "exhibition",
    "livre": "book",
    "roman": "book",
    "disque": "album",
    "théâtre": "theatre",
    "pièce": "theatre",
    "opéra": "opera",
    "jeu": "game",
    "jeu vidéo": "game",
    "exposition": "exhibition",
    "série": "series",
    "documentaire": "documentary",
    "danse": "dance",
}


def kind(name: str) -> Kind:
    """The words for a kind as a review gives it; a kind nobody foresaw gets plain ones."""
    lowered = " ".join(name.lower().split())
    known = {entry.name: entry for entry in _KINDS}
    return known.get(_ALSO.get(lowered, lowered), Kind(name=lowered))


def words(known: Kind, language: str) -> Words:
    """The words for a kind in English or French; other languages have the English ones."""
    if language.lower().partition("-")[0] == "fr":
        noun = known.french.partition(" ")[2]
        elided = "l'" if noun[:1].lower() in _VOWELS else ""
        article = elided or ("la " if known.french.startswith("une ") else "le ")
        critic = f"critique {known.french_critic}".strip()
        a = known.french or "une œuvre"
        return Words(noun=noun, a=a, the=f"{article}{noun}" if noun else "", critic=critic, verb=known.french_verb)
    # A kind nobody foresaw is called by its own name, where that is one plain word: ``podcast``, ``circus``.
    noun = known.noun or (known.name if known.name.isalpha() and len(known.name) <= _PLAIN else "")
    a = f"{'an' if noun[:1] in _VOWELS else 'a'} {noun}" if noun else "a work"
    return Words(noun=noun, a=a, the=f"the {noun}" if noun else "", critic=known.critic, verb=known.verb)
