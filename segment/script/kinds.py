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
    told: bool = True
    """Whether it tells a story, and so has an ending to keep back."""


_KINDS = (
    Kind(name="film", noun="film", critic="film critic"),
    Kind(name="documentary", noun="documentary", critic="film critic"),
    Kind(name="series", noun="series", critic="television critic"),
    Kind(name="book", noun="book", critic="book critic"),
    Kind(name="album", noun="album", critic="music critic", told=False),
    Kind(name="concert", noun="concert", critic="music critic", told=False),
    Kind(name="opera", noun="opera", critic="opera critic"),
    Kind(name="theatre", noun="play", critic="theatre critic"),
    Kind(name="musical", noun="musical", critic="theatre critic"),
    Kind(name="dance", noun="dance piece", critic="dance critic"),
    Kind(name="restaurant", noun="restaurant", critic="restaurant critic", told=False),
    Kind(name="game", noun="game", critic="games critic"),
    Kind(name="exhibition", noun="exhibition", critic="art critic", told=False),
)
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
}


def kind(name: str) -> Kind:
    """The words for a kind as a review gives it; a kind nobody foresaw gets plain ones."""
    lowered = " ".join(name.lower().split())
    known = {entry.name: entry for entry in _KINDS}
    return known.get(_ALSO.get(lowered, lowered), Kind(name=lowered))
