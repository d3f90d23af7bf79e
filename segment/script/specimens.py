"""Invented reviews, one for every kind of work, on which a template is tried: whole, and with this or that missing.

No such work exists. Each has what a template may trip over: no cast, no rating, no headings, no title, no critic's name.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from segment.model.review import CastMember, Credit, Facts, Rating, Review, Section


class Specimen(Struct, frozen=True, kw_only=True):
    """A review to try templates on."""

    name: str
    """What it is, such as ``film without a cast``."""
    review: Review
    language: str = "en"


_HEADINGS = {
    "film": ("The premise", "The performances", "The verdict"),
    "restaurant": ("The food", "The room", "The verdict"),
    "game": ("The story", "Gameplay", "Verdict"),
    "album": ("The songs", "The sound", "In short"),
    "book": ("The plot", "The writing", "The bottom line"),
}
_OTHER = ("Background", "The look", "The verdict")

_WORKS: tuple[tuple[str, str, tuple[tuple[str, str], ...], tuple[str, str, str]], ...] = (
    (
        "film",
        "The Ferry Clerk",
        (("Ines Haldorf", "director"),),
        (
            "A clerk sells tickets for a ferry that has stopped running. Nobody tells him, because nobody wants to be the one. "
            "He keeps the timetable, and the passengers keep coming.",
            "Rolf Tamm plays him with his coat on. Mira Osei is the passenger who stays, and she has the best line of the film.",
            "The Ferry Clerk is a small film with a wide horizon. It made me miss my stop. I would take that boat again.",
        ),
    ),
    ("documentary", "Forty Kilos of Rope", (("Pell Annart", "director"),), ("", "", "")),
    ("series", "The Night Tariff", (("Dana Okoro", "writer"),), ("", "", "")),
    (
        "book",
        "What the Hedge Knew",
        (("Corin Vale", "author"),),
        (
            "Two sisters inherit a hedge and not the house behind it. They trim it for a year, and they talk.",
            "Vale writes the way people walk home: slowly, and looking up. There is a page about a wren that I read to everyone.",
            "What the Hedge Knew is funny, cross and kind. Give it to a neighbour.",
        ),
    ),
    (
        "album",
        "Slow Machinery",
        (("The Lantern Tax", "performer"),),
        (
            "Slow Machinery is the first record that The Lantern Tax made in daylight. You can hear the windows.",
            "The drums sit far back, and the voices lean in. On “Gate Money” a cello does the work of a whole choir.",
            "It is a patient record, and it pays you back. Play it with the door open.",
        ),
    ),
    ("concert", "The Lantern Tax at the Corn Exchange", (("The Lantern Tax", "performer"),), ("", "", "")),
    ("opera", "The Glass Tenant", (("Ottoline Reiss", "composer"), ("Bram Sculley", "director")), ("", "", "")),
    ("theatre", "Three Chairs for a Liar", (("Bram Sculley", "director"), ("Noor Halm", "writer")), ("", "", "")),
    ("musical", "Lost Property!", (("Noor Halm", "writer"),), ("", "", "")),
    ("dance", "Salt Weight", (), ("", "", "")),
    (
        "restaurant",
        "The Quiet Spoon",
        (),
        (
            "The soup comes first and nobody explains it. Then there is fish, and bread that somebody worried about all night.",
            "Nine tables, one clock, and a waiter who remembers where you sat. Two of us ate for £41.50.",
            "The Quiet Spoon is what supper was for. Book early, and bring somebody who listens.",
        ),
    ),
    (
        "game",
        "Underkeeper",
        (),
        (
            "You mind a lighthouse from below, in the dark, by sound. The sea is the only other player.",
            "Every lever has a voice of its own. I failed twelve times and apologised to the machine.",
            "Underkeeper is strange and fair. It asks for patience and it gives it back.",
        ),
    ),
    ("exhibition", "Doors That Were Painted Shut", (), ("", "", "")),
    ("circus", "The Last Tent in Odde", (), ("", "", "")),
)
_GENERAL = (
    "Nobody in the room knew what to expect, and that was the best of it. It begins with one lamp. Then the floor moves.",
    "Everything is made of paper and string, and for an hour you forget it. The colours come late, and they are worth the wait.",
    "{title} is clever, warm and a little too long. I went in with a cold and came out singing.",
)
_FRENCH = Specimen(
    name="film in French",
    language="fr",
    review=Review(
        title="Le Passeur de Brume",
        kind="film",
        reviewer="Agathe Morvan",
        language="fr",
        credits=(Credit(name="Yann Kervella", as_given="réalisation : Yann Kervella", roles=("director",)),),
        cast=(CastMember(actor="Solène Abgrall", role="Maud"), CastMember(actor="Idris Naceur", role="Paul")),
        sections=(
            Section(
                heading="Contexte",
                paragraphs=("Le Passeur de Brume a ouvert le festival de Port-Haliguen, où personne ne l'attendait.",),
            ),
            Section(
                heading="L'histoire",
                paragraphs=(
                    "Maud garde un bac qui ne traverse plus. Personne ne le lui a dit, parce que personne n'ose. "
                    "Elle attend, et les voyageurs viennent quand même.",
                ),
            ),
            Section(
                heading="Interprétation",
                paragraphs=("Solène Abgrall joue sans lever la voix. Idris Naceur lui répond d'un regard, et cela suffit.",),
            ),
            Section(
                heading="Bilan",
                paragraphs=("Le Passeur de Brume est un petit film au large horizon. On en sort avec le goût du sel.",),
            ),
        ),
        rating=(Rating(as_given="★★★★☆", value=4.0, scale=5.0),),
    ),
)


def specimens() -> Iterator[Specimen]:
    """Every specimen, the same ones in the same order each time."""
    for kind, title, makers, texts in _WORKS:
        whole = _review(kind, title, makers, texts)
        yield Specimen(name=kind, review=whole)
        for without, review in _lacking(whole):
            yield Specimen(name=f"{kind} without {without}", review=review)
    yield _FRENCH
    plain = replace(_FRENCH.review, sections=_FRENCH.review.sections[1:])
    yield Specimen(name="shorter film in French", review=plain, language="fr")
    yield Specimen(name="shorter film in French, credits unknown", review=replace(plain, credits=(), cast=()), language="fr")
    for without, review in _lacking(_FRENCH.review):
        yield Specimen(name=f"{_FRENCH.name} without {without}", review=review, language="fr")
    yield Specimen(name="long film with an ending", review=_long(_review("film", *_WORKS[0][1:])))


def _long(film: Review) -> Review:
    """Long enough for chapters, for a question in the middle of an answer, and for an ending to keep back."""
    told = (
        "On the {} day the clerk counts the benches twice, and writes the number where nobody will look for it. "
        "A woman with a suitcase asks him for the {} crossing, and he stamps her ticket as if the water were not empty. "
        "The kettle is the only engine that still runs."
    )
    days = ("first", "second", "third", "fourth", "fifth", "sixth")
    ending = "In a spectacular conclusion, the ferry comes back and the clerk has no ticket."
    seen = tuple(
        f"Rolf Tamm is good in the {day} act, and Mira Osei is better. She waits like a person who has waited." for day in days
    )
    premise, acting, verdict = film.sections
    return replace(
        film,
        sections=(
            replace(premise, paragraphs=(*premise.paragraphs, *(told.format(day, day) for day in days[:4]), ending)),
            replace(acting, paragraphs=(*acting.paragraphs, *seen[:3])),
            verdict,
        ),
    )


def _review(kind: str, title: str, makers: tuple[tuple[str, str], ...], texts: tuple[str, str, str]) -> Review:
    said = [text or general.format(title=title) for text, general in zip(texts, _GENERAL, strict=True)]
    played = kind in {"film", "series", "theatre", "musical", "opera"}
    cast = (CastMember(actor="Rolf Tamm", role="the clerk"), CastMember(actor="Mira Osei", role="Lene")) if played else ()
    return Review(
        title=title,
        kind=kind,
        reviewer="Philippa Dunmore",
        language="en",
        credits=tuple(Credit(name=name, as_given=f"{name}, {role}", roles=(role,)) for name, role in makers),
        cast=cast,
        sections=tuple(
            Section(heading=heading, paragraphs=(text,)) for heading, text in zip(_HEADINGS.get(kind, _OTHER), said, strict=True)
        ),
        rating=(Rating(as_given="8/10", value=8.0, scale=10.0),),
        facts=Facts(year="1998", running_time="104 min" if played else "", price="£12.50" if kind == "concert" else ""),
    )


def _lacking(whole: Review) -> Iterator[tuple[str, Review]]:
    if whole.cast:
        yield "a cast", replace(whole, cast=())
    yield "a rating", replace(whole, rating=())
    if whole.credits:
        yield "credits or a cast", replace(whole, credits=(), cast=())
    paragraphs = tuple(text for section in whole.sections for text in section.paragraphs)
    yield "headings", replace(whole, sections=(Section(paragraphs=paragraphs),))
    yield "a critic's name", replace(whole, reviewer="")
    bare = Section(paragraphs=paragraphs[-1:])
    yield "anything but words", Review(language=whole.language, sections=(bare,))
