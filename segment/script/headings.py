"""A page's headings, turned into the parts of a spoken review: what each is about, and what listeners would call it.

A heading is made for the eye ("The skinny") and never spoken. The table says what stands under it; an unknown heading says
nothing, and its text goes on where the text before it was.
"""

from __future__ import annotations

import re
from typing import Literal

Block = Literal[
    "background", "list", "story", "acting", "maker", "music", "words", "look", "food", "place", "price", "play", "verdict", ""
]
"""What a stretch of the review is about; empty is the work in general."""

TITLES: dict[Block, str] = {
    "story": "The story",
    "acting": "The performances",
    "music": "The music",
    "words": "The writing",
    "look": "The look",
    "food": "The food",
    "place": "The room",
    "price": "The price",
    "play": "How it plays",
    "verdict": "The verdict",
    "background": "The background",
}
"""Chapter titles; ``maker`` goes by who made it."""

FRENCH_TITLES: dict[Block, str] = {
    "story": "L'histoire",
    "acting": "L'interprétation",
    "music": "La musique",
    "words": "L'écriture",
    "look": "L'image",
    "food": "Dans l'assiette",
    "place": "La salle",
    "price": "L'addition",
    "play": "Le jeu",
    "verdict": "Le verdict",
    "background": "Le contexte",
}
_FRENCH_MAKERS = {
    "director": "La mise en scène",
    "author": "L'écriture",
    "writer": "L'écriture",
    "artist": "L'artiste",
    "composer": "La musique",
}

_HEADINGS: dict[Block, str] = {
    "story": """premise, story, plot, synopsis, set-up, setup, tale, what it's about, what happens, in a nutshell, histoire,
        intrigue, propos""",
    "background": "buzz, background, context, preface, introduction, intro, hype, history, contexte",
    "list": """genres, genre, credits, details, info, information, track list, tracklist, track listing, set list, setlist, specs,
        at a glance, photos, gallery, address, hours, opening hours, links, related, rating, ratings, score, pros, cons,
        pros and cons, tags, where, distribution, fiche technique, infos pratiques""",
    "acting": "performances, performance, acting, actors, cast, performers, singers, soloists, voices, interprétation, acteurs",
    "maker": """director, direction, author, writer, artist, band, composer, conductor, chef, creator, developer, mise en scène,
        auteur, réalisateur""",
    "music": "music, songs, tracks, sound, score, soundtrack, sounds, musique, chansons",
    "words": "writing, prose, style, lyrics, script, screenplay, écriture",
    "look": "look, looks, visuals, design, staging, sets, cinematography, photography, graphics, art, works, production",
    "food": "food, menu, dishes, drinks, cooking, kitchen, plates, cuisine",
    "place": "room, place, atmosphere, setting, service, décor, decor, space, venue, ambience, salle",
    "price": "price, prices, bill, cost, value, damage, addition",
    "play": "gameplay, play, playing it, mechanics, controls, combat",
    "verdict": """skinny, verdict, conclusion, conclusions, wrap-up, wrapping up,
        bottom line, final thoughts, final word, last word, in short,
        overall, summary, upshot, takeaway, summing up, worth it, should you see it, should you go, should you read it,
        should you play it, en bref, bilan""",
}
_TABLE: dict[str, Block] = {" ".join(name.split()): block for block, names in _HEADINGS.items() for name in names.split(",")}
_ARTICLE = re.compile(r"^(the|a|an|our|my|le|la|les|l'|un|une)\s*\b")


def block_of(heading: str) -> Block | None:
    """What stands under a heading; None when the table does not know it."""
    name = " ".join(re.sub(r"[^\w'’& -]+", " ", heading.lower().replace("’", "'")).split())
    bare = _ARTICLE.sub("", name).strip()
    if bare in _TABLE or name in _TABLE:
        return _TABLE.get(bare) or _TABLE[name]
    found = [_TABLE[word] for word in re.split(r"\s+(?:and|&|et)\s+(?:the\s+)?", bare) if word in _TABLE]
    return found[0] if found else None


def chapter_title(blocks: tuple[Block, ...], *, maker: str, work: str, language: str = "en") -> str:
    """What listeners would call a chapter that holds these parts, such as ``The director, and the verdict``.

    ``maker`` is who made the work (``director``), ``work`` what it is (``film``, in French ``le film``); both may be empty.
    """
    named = tuple(block for block in blocks if block != "background") or blocks
    french = language.lower().partition("-")[0] == "fr"
    shown = list(dict.fromkeys((_french_title if french else _title)(block, maker, work) for block in named))
    if len(shown) == 1:
        return shown[0]
    last = shown[-1]
    return f"{shown[0]}, {'et' if french else 'and'} {last[0].lower()}{last[1:]}"


def _title(block: Block, maker: str, work: str) -> str:
    if block == "maker":
        return f"The {maker}" if maker else "Who made it"
    return TITLES.get(block) or (f"The {work}" if work else "The review")


def _french_title(block: Block, maker: str, work: str) -> str:
    if block == "maker":
        return _FRENCH_MAKERS.get(maker, "La réalisation")
    return FRENCH_TITLES.get(block) or (f"{work[0].upper()}{work[1:]}" if work else "La critique")
