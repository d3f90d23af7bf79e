"""What kind of work a review is about: what the page says it is, else by tables of the facts, roles and words that show it."""

from __future__ import annotations

import re

from segment.model.review import CastMember, Credit, Facts
from segment.review.word_table import words

HINTS: dict[str, str] = {
    **dict.fromkeys(
        ("film", "films", "movie", "movies", "cinema", "cinéma", "film review", "documentary", "filme", "filmkritik"), "film"
    ),
    **dict.fromkeys(
        ("book", "books", "livre", "livres", "novel", "novels", "fiction", "roman", "romans", "buch", "bücher", "livro", "libro"),
        "book",
    ),
    **dict.fromkeys(("album", "albums", "disque", "disques", "record", "records", "lp", "ep"), "album"),
    **dict.fromkeys(("concert", "concerts", "gig", "gigs", "live music"), "concert"),
    **dict.fromkeys(("opera", "opéra", "operas"), "opera"),
    **dict.fromkeys(("theatre", "theater", "théâtre", "stage", "play", "plays", "musical", "musicals"), "theatre"),
    **dict.fromkeys(("restaurant", "restaurants", "dining", "deli", "café", "cafe", "eating out"), "restaurant"),
    **dict.fromkeys(("game", "games", "video game", "video games", "gaming", "jeu vidéo", "jeux vidéo"), "game"),
    **dict.fromkeys(("exhibition", "exhibitions", "exposition", "expositions", "expo", "exhibit"), "exhibition"),
}
"""Categories and tags that name a kind."""

_OFTEN = words("dance ballet circus comedy podcast podcasts television tv poetry wine hotel hotels cabaret danse cirque")
"""Other kinds that pages are filed under; taken as they are."""

_REVIEWS = re.compile(r"(?P<what>[\w ’'-]{2,30}?) reviews?|critiques? (?:de |d['’])?(?P<quoi>[\w ’'-]{2,30})")
_SITE = words("""latest new all my our the reader staff user short archive featured review reviews critic guest imported post in
    blog more other recent culture arts art music entertainment media""")

WORDS: dict[str, frozenset[str]] = {
    "film": words(
        """film films filmmaker filmmakers movie movies cinema screen screenplay director actor actress camera
        cinematographer thriller melodrama blockbuster cinéma réalisateur réalisatrice cinéaste écran tournage"""
    ),
    "book": words(
        """novel novels novelist book books chapter chapters pages prose memoir publisher author reader readers paperback hardback
        roman romancier livre écrivain lecteur lecteurs pages chapitre chapitres"""
    ),
    "album": words(
        """album albums song songs track tracks guitar vocals lyrics record single chorus lp ep riff riffs synth chanson
        chansons disque titres"""
    ),
    "concert": words("concert gig encore setlist crowd venue symphony concerto conductor soloist quartet recital rappel"),
    "theatre": words("play playwright stage theatre theater staging production audience act acts pièce théâtre scène comédiens"),
    "opera": words("opera operas soprano tenor baritone mezzo bass aria arias libretto orchestra opéra orchestre livret ténor"),
    "restaurant": words(
        """restaurant menu dish dishes sandwich chef flavour flavor sauce dessert meal waiter lunch dinner deli pickles plat
        plats cuisine carte serveur"""
    ),
    "game": words("game games gameplay player players level levels console multiplayer shooter boss jeu joueur manette"),
    "exhibition": words("exhibition gallery museum painting paintings curator canvas sculpture exposition musée tableaux"),
}
_SHOWING: dict[str, list[str]] = {
    word: [name for name, telling in WORDS.items() if word in telling] for word in frozenset().union(*WORDS.values())
}
"""The same the other way round."""
_ROLES: dict[str, str] = {
    "cinematographer": "film",
    "playwright": "theatre",
    "librettist": "opera",
    "soloist": "concert",
    "chef": "restaurant",
    "developer": "game",
    "curator": "exhibition",
    "author": "book",
    "illustrator": "book",
}
_FACTS: dict[str, str] = {"certificate": "film", "label": "album", "publisher": "book", "platforms": "game"}
_ENOUGH = 3
_SHOWN = 4
"""A fact or a role is worth so many words."""
_MAX_WORDS = 20_000
_EDGES = ".,;:!?…()[]“”‘’\"'«»—–-_*"


def kind(text: str, hints: tuple[str, ...], people: tuple[Credit, ...], cast: tuple[CastMember, ...], facts: Facts) -> str:
    """The kind: said by a category, else shown by facts, roles and the text's commonest words; empty when that is not clear."""
    said = dict.fromkeys(name for hint in hints if (name := said_kind(hint)))
    if len(said) == 1:
        return next(iter(said))
    counts = dict.fromkeys(said or WORDS, 0)
    for word in text[: _MAX_WORDS * 12].casefold().replace("’", " ").replace("—", " ").split()[:_MAX_WORDS]:
        for name in _SHOWING.get(word.strip(_EDGES), ()):
            if name in counts:
                counts[name] += 1
    roles = {role for credit in people for role in credit.roles}
    if "director" in roles:
        # What is directed is no book: its author wrote a play or a script.
        roles.discard("author")
    shown = [_ROLES[role] for role in sorted(roles & _ROLES.keys())]
    shown += [name for field, name in _FACTS.items() if getattr(facts, field)]
    for name in shown:
        if name in counts:
            counts[name] += _SHOWN
    staged = max(counts.get("theatre", 0), counts.get("opera", 0))
    if "film" in counts and (cast or "director" in roles) and staged <= counts["film"]:
        counts["film"] += _ENOUGH - 1
    ranked = sorted(counts.items(), key=lambda item: -item[1])
    (name, most), following = ranked[0], max((count for _, count in ranked[1:]), default=0)
    clear = most >= 1.5 * following if most >= _ENOUGH else (most == _ENOUGH - 1 and not following)
    return name if clear else ""


def is_kind(word: str) -> bool:
    """True for a word of the tables; on a page any other before "review" may be the work's own title."""
    return word.casefold() in HINTS or word.casefold() in _OFTEN


def said_kind(hint: str) -> str:
    """The kind a category names: ``Movies`` is ``film``; ``Circus reviews`` says ``circus``, a kind of its own."""
    name = hint.strip().casefold()
    if name in HINTS or name in _OFTEN:
        return HINTS.get(name, name)
    match = _REVIEWS.fullmatch(name)
    what = (match["what"] or match["quoi"]).strip() if match else ""
    if what in HINTS:
        return HINTS[what]
    return what if what and len(what.split()) <= 2 and not _SITE & set(what.split()) else ""
