"""Labels before a colon, as in ``Starring: …`` or ``Runtime: 100 minutes``, and what each is about."""

from __future__ import annotations

from typing import Literal

from segment.review.word_table import words

About = Literal["cast", "rating", "part rating", "reviewer", "date", "title", "fact"]

LABELS: dict[str, About] = {
    **dict.fromkeys(
        ("starring", "stars", "cast", "with", "featuring", "avec", "distribution", "interprètes", "interprétation", "acteurs"),
        "cast",
    ),
    **dict.fromkeys(("besetzung", "darsteller", "mit", "elenco", "reparto", "intérpretes", "interpreti", "con", "com"), "cast"),
    **dict.fromkeys(("main cast", "the cast", "also starring", "actors", "singers", "performers", "casting"), "cast"),
    **dict.fromkeys(
        ("rating", "our rating", "my rating", "score", "our score", "verdict", "our verdict", "note", "notre note", "ma note"),
        "rating",
    ),
    **dict.fromkeys(("overall", "overall rating", "overall score", "final score", "final rating", "grade", "cote"), "rating"),
    **dict.fromkeys(
        ("media final", "média final", "nota final", "note finale", "note globale", "voto finale", "gesamtwertung"),
        "rating",
    ),
    **dict.fromkeys(
        ("final verdict", "critic's rating", "critic’s rating", "star rating", "stars out of five", "total"), "rating"
    ),
    **dict.fromkeys(
        ("food", "service", "ambience", "ambiance", "atmosphere", "value", "décor", "decor", "gameplay", "graphics", "story"),
        "part rating",
    ),
    **dict.fromkeys(
        ("plot", "acting", "sound", "music", "presentation", "replay value", "visuals", "direction", "lasting appeal"),
        "part rating",
    ),
    **dict.fromkeys(
        ("reviewer", "reviewed by", "review by", "critic", "critique", "critique de", "critique par", "text", "texte de"),
        "reviewer",
    ),
    **dict.fromkeys(("wertung", "bewertung", "fazit", "nota", "voto", "valoración", "puntuación", "calificación"), "rating"),
    **dict.fromkeys(("kritik von", "rezension von", "crítica de", "recensione di", "autor der kritik"), "reviewer"),
    **dict.fromkeys(("date", "published", "posted", "publié", "publié le", "date of review"), "date"),
    **dict.fromkeys(("reviewed", "reviewed on", "review date"), "date"),
    **dict.fromkeys(("title", "film", "movie", "book", "album", "titre", "film title", "game", "play", "opera"), "title"),
    **dict.fromkeys(("country", "pays", "nationalité", "language", "langue", "studio", "distributor", "distributeur"), "fact"),
    **dict.fromkeys(("titel", "título", "titolo"), "title"),
    **dict.fromkeys(
        ("land", "país", "paese", "verleih", "estúdio", "distribuidora", "cor", "seiten", "páginas", "reihe"), "fact"
    ),
    **dict.fromkeys(("origin", "country of origin", "time", "rrp", "more info", "sinopse", "links", "tested by"), "fact"),
    **dict.fromkeys(("isbn", "pages", "format", "original title", "titre original", "website", "phone", "hours", "tel"), "fact"),
}
"""Labels other than roles and :data:`FACTS`, in lower case. A ``fact`` has no field in a review: it is left out and listed."""

FACTS: dict[str, str] = {
    **dict.fromkeys(("runtime", "running time", "run time", "length", "duration", "durée"), "running_time"),
    **dict.fromkeys(("laufzeit", "spieldauer", "duração", "duración", "durata", "länge"), "running_time"),
    **dict.fromkeys(("fsk", "classificação", "clasificación", "altersfreigabe"), "certificate"),
    **dict.fromkeys(("gênero", "género", "genere"), "genre"),
    **dict.fromkeys(("jahr", "ano", "año", "anno", "erscheinungsjahr"), "year"),
    **dict.fromkeys(("verlag", "editora", "editorial", "editore"), "publisher"),
    **dict.fromkeys(("preis", "preço", "precio", "prezzo"), "price"),
    **dict.fromkeys(("kinostart", "erscheinungsdatum", "estreia", "estreno", "lançamento", "uscita"), "release_date"),
    **dict.fromkeys(("certificate", "certification", "cert", "rated", "mpaa rating", "bbfc", "classification"), "certificate"),
    **dict.fromkeys(("genre", "genres", "style", "cuisine"), "genre"),
    **dict.fromkeys(("year", "année", "year of release", "release year"), "year"),
    **dict.fromkeys(("label", "record label", "maison de disques"), "label"),
    **{f"{how} {by}": "publisher" for how in ("published", "out now", "publié") for by in ("by", "from", "chez", "par")},
    **dict.fromkeys(("publisher", "éditeur", "édition", "éditions", "maison d’édition"), "publisher"),
    **dict.fromkeys(("venue", "where", "address", "location", "lieu", "où", "adresse", "theatre", "theater", "gallery"), "venue"),
    **dict.fromkeys(("📌", "📍"), "venue"),
    **dict.fromkeys(("💲", "💰", "💵", "💶", "💷"), "price"),
    **dict.fromkeys(("when", "dates", "run", "runs", "quand", "showing", "on until"), "dates"),
    **dict.fromkeys(
        ("price", "prices", "priced", "tickets", "prix", "tarif", "tarifs", "admission", "cost", "price range"), "price"
    ),
    **dict.fromkeys(
        (
            "release date",
            "released",
            "release",
            "opens",
            "sortie",
            "date de sortie",
            "in cinemas",
            "publication date",
            "en salles",
        ),
        "release_date",
    ),
    **dict.fromkeys(("artist", "artists", "artiste", "band", "groupe", "release artist", "album artist"), "artist"),
    **dict.fromkeys(("platform", "platforms", "available on", "played on", "plateforme", "plateformes"), "platforms"),
}
"""Labels that name a field of :class:`segment.model.review.Facts`, in lower case."""

_RATES = words("rating score grade verdict note cote")
_NOT_OURS = words(
    """user users user's audience reader readers readers' viewers community average imdb metacritic metascore rotten tomatoes
    tomatometer letterboxd goodreads amazon mpaa age content bbfc parental esrb pegi critics food service value story music
    original film musical sound director's programme author's liner side foot no of a this one please take top"""
)
"""Words of a label that make it another rating than the critic's, or none at all."""
_MOST_WORDS = 3
_MAX_LABEL = 40


def labelled(text: str) -> tuple[str, str] | None:
    """``Label: value`` in two, or None for any other line."""
    label, colon, value = text.partition(":")
    label = label.strip(" \xa0*_•·")
    if not colon or not label or len(label) > _MAX_LABEL or value.startswith("//"):
        return None
    return label, value.strip()


def about(label: str) -> About | None:
    """What a label of the tables is about; also ``Final grade`` and ``Felix rating``, which are a rating's in any words."""
    if len(label) > _MAX_LABEL:
        return None
    name = label.casefold()
    return LABELS.get(name) or ("rating" if is_rating_label(label) else None)


def is_rating_label(label: str) -> bool:
    """True for a label that ends in a word for a rating and names nobody else's: not the readers', another site's, an age's."""
    said = label.casefold().split()
    if LABELS.get(" ".join(said)) == "rating":
        return True
    return 0 < len(said) <= _MOST_WORDS and said[-1] in _RATES and not _NOT_OURS & set(said)


def is_label(text: str) -> bool:
    """True for a label of the tables."""
    name = text.casefold()
    return name in LABELS or name in FACTS
