"""What a title line says beside the title: the maker, a record's label, facts in brackets, a rating."""

from __future__ import annotations

import re

from msgspec import Struct

from segment.model.review import Credit, Rating
from segment.review.facts.names import are_names, is_name
from segment.review.facts.particulars import Fact, bracketed
from segment.review.facts.rating import rating
from segment.review.facts.rating_ends import trailing_rating
from segment.review.layout.title_spoken import says

_BY = re.compile(r"(?P<title>.{2,100}?)(?P<comma>,)? (?P<given>(?:(?P<by>by|par|de|von) |d['’])(?P<name>[^,(]{3,60}))")
_DASH = re.compile(r"(?P<artist>[^–—-][^–—]{0,80}?)\s[–—-]\s(?P<title>.{1,100})")
_DRESSED = re.compile(r"(?P<maker>[^,“\"«‘„]{2,60}?),?\s[“\"«‘„](?P<title>[^”\"»’“]{1,90})[”\"»’“]")
_OWNS = re.compile(r"[^\W\d_][^,“\"«‘„]{1,60}(?:['’]s|s['’])\s[“\"«‘„](?P<title>[^”\"»’“]{1,90})[”\"»’“]")
_REVIEWED = re.compile(
    r"^\s*(?:(?:album|book|ep|record|single)\s)?(?:review|critique|chronique)(?:\sof|\sde)?\s?:?\s+", re.IGNORECASE
)
_LABEL = re.compile(r"(?P<title>.{2,120}?)\s?[(\[](?P<label>[^()\[\]]{2,60})[)\]]")
_BOXED = re.compile(r"[(\[](?P<label>[^()\[\]]{2,60})[)\]]")
_RATED = re.compile(
    r"(?P<title>.{2,120}?)\s?[–—:-]?\s[(\[]?(?P<rating>\d[\d.,]{0,3}\s?(?:/|out of)\s?\d{1,3}|[\d.,½ ]{1,5}stars?)[)\]]?"
)


BY_ROLES = {
    "book": "author",
    "film": "director",
    "album": "performer",
    "theatre": "author",
    "opera": "composer",
    "game": "developer",
}
"""What "by" means behind a title."""
_MAKES = {"album": "performer", "book": "author"}
"""Whose work a maker's name before a title in quotation marks makes it."""


class TitleParts(Struct, frozen=True, kw_only=True):
    """A title line taken apart."""

    title: str
    facts: tuple[Fact, ...] = ()
    credits: tuple[Credit, ...] = ()
    rating: tuple[Rating, ...] = ()


def title_parts(text: str, kind: str, spoken: str = "") -> TitleParts:
    """``The Long Way by Ann Roe`` of a book, ``The Loes – Songs (Quay)`` of an album, ``The Film (2014) ★★★`` of anything.

    ``spoken`` is the review's text: a work that it calls by the whole line is called so.
    """
    text, found = _rated(text[:300])
    text, facts = bracketed(text)
    makers: tuple[Credit, ...] = ()
    if (match := _BY.fullmatch(text)) and is_name(match["name"]) and (kind == "book" or _is_maker(match, text, spoken)):
        role = BY_ROLES.get(kind)
        text = match["title"]
        makers = (Credit(name=match["name"], as_given=match["given"], roles=(role,)),) if role else ()
    if (
        (role := _MAKES.get(kind))
        and (match := _DRESSED.fullmatch(text))
        and match["maker"][:1].isupper() | match["maker"].isascii()
    ):
        maker, text = _maker(match["maker"]), match["title"].strip()
        makers = (Credit(name=maker, as_given=maker, roles=(role,)),)
        facts = (*facts, ("artist", maker)) if kind == "album" else facts
    elif (match := _OWNS.fullmatch(text)) and says(match["title"].strip(), spoken):
        # Whose it is stands before it; what sort of work it is, nobody says.
        text = match["title"].strip()
    elif kind == "album" and (match := _BY.fullmatch(text)) and not makers and _is_band(match, spoken):
        text, artist = match["title"].strip(), match["name"].strip()
        makers = (Credit(name=artist, as_given=match["given"], roles=("performer",)),)
        facts = (*facts, ("artist", artist))
    elif kind == "album":
        if (match := _LABEL.fullmatch(text)) and not any(char.isdigit() for char in match["label"]):
            text, facts = match["title"], (*facts, ("label", match["label"]))
        if match := _DASH.fullmatch(text):
            artist, text = match["artist"].strip(), match["title"].strip()
            if " " in text and not is_name(text) and are_names(text) and says(artist, spoken) and not says(text, spoken):
                # "The Umbrella – Ann Roe & Jo Poe": a show with those who are in it, though its review speaks of songs.
                return TitleParts(title=artist, facts=facts, rating=found)
            artist = _uncolumned(artist, spoken)
            makers = (Credit(name=artist, as_given=artist, roles=("performer",)),) if artist else ()
            facts = (*facts, ("artist", artist)) if artist else facts
    return TitleParts(title=text.strip(), facts=facts, credits=makers, rating=found)


def _uncolumned(artist: str, spoken: str) -> str:
    """The artist without a column's name before a colon; empty where the text speaks of nobody so called."""
    column, colon, name = artist.rpartition(": ")
    if not colon or says(artist, spoken):
        return artist
    return name if column and says(name, spoken) else ""


def _maker(text: str) -> str:
    """The maker out of "Review of The Loes' " or "Ann Roe's ", before a title in quotation marks."""
    name = _REVIEWED.sub("", text).strip()
    return name[:-2] if name.endswith(("'s", "’s")) else name.rstrip("'’")


def _is_band(match: re.Match[str], spoken: str) -> bool:
    """Whether the text speaks of both what stands before "by" and what stands behind it, which may be no person's name."""
    return match["by"] in {"by", "par"} and says(match["title"].strip(), spoken) and says(match["name"].strip(), spoken)


def _is_maker(match: re.Match[str], text: str, spoken: str) -> bool:
    """Whether a full name after "by" is the maker's: "Le Journal de Ann Roe" is a title where the text says it whole."""
    if " " not in match["name"] or says(text, spoken):
        return False
    french = match["by"] in {"de", None}
    return not french or bool(match["comma"]) or says(match["title"], spoken) or says(match["name"], spoken)


def boxed(text: str) -> str:
    """The label in a line that is nothing but ``(Quay Records)``, under an album's title."""
    match = _BOXED.fullmatch(text)
    return match["label"] if match else ""


def _rated(text: str) -> tuple[str, tuple[Rating, ...]]:
    if tail := trailing_rating(text):
        return tail[1], (tail[0],)
    match = _RATED.fullmatch(text)
    found = rating(match["rating"]) if match else None
    return (match["title"], (found,)) if match and found else (text, ())
