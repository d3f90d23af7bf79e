"""What kind of work a review is about, by a closed table of the words that show it."""

from __future__ import annotations

from segment.model.review import CastMember, Credit
from segment.review.word_table import words

HINTS: dict[str, str] = {
    "film": "film",
    "films": "film",
    "movie": "film",
    "movies": "film",
    "cinema": "film",
    "cinéma": "film",
    "book": "book",
    "books": "book",
    "livre": "book",
    "livres": "book",
    "album": "album",
    "albums": "album",
    "concert": "concert",
    "concerts": "concert",
    "gig": "concert",
    "opera": "opera",
    "opéra": "opera",
    "theatre": "theatre",
    "theater": "theatre",
    "théâtre": "theatre",
    "stage": "theatre",
    "restaurant": "restaurant",
    "restaurants": "restaurant",
    "game": "game",
    "games": "game",
    "exhibition": "exhibition",
    "exhibitions": "exhibition",
    "exposition": "exhibition",
}
"""Categories and tags that name a kind."""

WORDS: dict[str, frozenset[str]] = {
    "film": words(
        """film films filmmaker filmmakers movie movies cinema screen screenplay director actor actress camera
        cinematographer thriller melodrama blockbuster cinéma réalisateur réalisatrice cinéaste écran tournage"""
    ),
    "book": words("novel novelist book chapter chapters pages prose narrator publisher roman romancier livre écrivain"),
    "album": words("album song songs track tracks band guitar vocals lyrics record single chanson chansons disque"),
    "theatre": words("play playwright stage theatre theater staging production audience act acts pièce théâtre scène"),
    "opera": words("opera soprano tenor baritone aria libretto orchestra opéra orchestre"),
    "restaurant": words(
        """restaurant menu dish dishes sandwich chef flavour flavor sauce dessert meal waiter lunch dinner deli pickles plat
        plats"""
    ),
    "game": words("game gameplay player players level levels console multiplayer shooter jeu joueur manette"),
    "exhibition": words("exhibition gallery museum painting paintings curator canvas exposition musée tableaux"),
}
_ENOUGH = 3
_MAX_WORDS = 20_000
_EDGES = ".,;:!?…()[]“”‘’\"'«»—–-_*"


def kind(text: str, hints: tuple[str, ...], people: tuple[Credit, ...], cast: tuple[CastMember, ...]) -> str:
    """The kind: said by a category, else by far the commonest words of the text; empty when neither is clear."""
    said = {HINTS[hint.casefold()] for hint in hints if hint.casefold() in HINTS}
    if len(said) == 1:
        return said.pop()
    counts = dict.fromkeys(WORDS, 0)
    for word in text[: _MAX_WORDS * 12].casefold().replace("’", " ").replace("—", " ").split()[:_MAX_WORDS]:
        bare = word.strip(_EDGES)
        for name, telling in WORDS.items():
            counts[name] += bare in telling
    roles = {role for credit in people for role in credit.roles}
    if (cast or roles & {"director", "cinematographer"}) and counts["theatre"] <= counts["film"]:
        counts["film"] += _ENOUGH - 1
    ranked = sorted(counts.items(), key=lambda item: -item[1])
    (name, most), (_, following) = ranked[0], ranked[1]
    return name if most >= _ENOUGH and most >= 1.5 * following else ""
