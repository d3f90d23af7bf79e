"""Reviews of every kind, written for these tests, and the built-in templates."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from segment.library.places import built_in
from segment.model.house import House, Reader
from segment.model.review import CastMember, Credit, Rating, Review, Section
from segment.script import Written, write

FILM = Review(
    title="The Long Lock",
    headline="Up the creek",
    kind="film",
    reviewer="Hanna Birkett",
    credits=(
        Credit(
            name="Odile Marchetti", as_given="Odile Marchetti, director and co-script w/Sam Ferris", roles=("director", "writer")
        ),
        Credit(name="Sam Ferris", as_given="co-script w/Sam Ferris", roles=("writer",)),
    ),
    cast=(CastMember(actor="Ruth Adeyemi", role="Nell"), CastMember(actor="Tom Vasquez", role="Piet")),
    sections=(
        Section(
            heading="The buzz",
            paragraphs=(
                "With director Marchetti’s previous film Silt proving to be a success (in Denmark)—it ran for "
                "a year—and a star on every "
                "magazine, The Long Lock was eagerly anticipated at the Harbour Festival, where it won the "
                "first prize. It deserved "
                "nothing less.",
            ),
        ),
        Section(heading="The genres", paragraphs=("Drama; canals; marriage; engines",)),
        Section(
            heading="The premise",
            paragraphs=(
                "Nell (Adeyemi) and Piet (Tom Vasquez) share a boat and not much else. She steers. He mends "
                "the engine, with bad "
                "grace and worse tools. They meet a lock-keeper who has not spoken for ten years, because "
                "nobody asked him anything.",
                "That’s right. But don’t stop reading—it is funnier than it sounds. It really is.",
                "Nell wants to reach the sea before the winter. Piet, who has promised to come, would rather "
                "stay in the town where "
                "the beer is cheap. The boat is sold twice, and both buyers come to fetch it.",
                "In a spectacular conclusion, Piet opens the wrong gate and the boat goes over. He finally "
                "says that he is sorry.",
            ),
        ),
        Section(
            heading="The performances",
            paragraphs=(
                "Ruth Adeyemi is a marvel of patience. Watch her hands when the engine dies: they know before "
                "she does. At the "
                "film’s end she hardly moves at all.",
                "Tom Vasquez (last seen selling cars on television) plays Piet as a man who is always about to "
                "help. He is an actor to "
                "watch in the coming years.",
            ),
        ),
        Section(
            heading="The director",
            paragraphs=(
                "Odile Marchetti has grown up on the water, and it shows. She lets a lock fill in real time, "
                "which sounds like a "
                "punishment and turns into the best scene of the film.",
            ),
        ),
        Section(
            heading="The skinny",
            paragraphs=(
                "Though it takes its time, The Long Lock is a joy. Bring a coat.",
                "It is a love story for people who have been married for years, and it is quietly inspired. You can also",
            ),
        ),
    ),
)

ALBUM = Review(
    title="Low Tide",
    kind="album",
    reviewer="Ada Quill",
    credits=(Credit(name="The Saltmen", as_given="The Saltmen", roles=("performer",)),),
    sections=(
        Section(
            heading="",
            paragraphs=(
                "Low Tide is the first record that The Saltmen made without a drummer. You hear the gap at "
                "once. It is where the songs "
                "breathe.",
                "The best of them is “Marram” (track three), a waltz that never quite lands. Guitars hum; "
                "somebody laughs in the next "
                "room.",
                "It is a small record, and a lovely one. Play it twice.",
            ),
        ),
    ),
    rating=(Rating(as_given="★★★★☆", value=4.0, scale=5.0),),
)

RESTAURANT = Review(
    title="Mother Pike’s",
    kind="restaurant",
    sections=(
        Section(heading="The food", paragraphs=("The soup is hot and the bread is better. Nobody needs a menu; there is fish.",)),
        Section(heading="The room", paragraphs=("Twelve chairs, one lamp, no telephone. Finally, a place where you can hear.",)),
        Section(heading="The damage", paragraphs=("Two of us ate for £31.50, with wine. I would pay more.",)),
    ),
)

BOOK = Review(
    title="A Field Guide to Fog",
    kind="book",
    reviewer="J. P. Orr",
    credits=(Credit(name="Lena Straub", as_given="by Lena Straub", roles=("author",)),),
    sections=(
        Section(
            heading="",
            paragraphs=(
                "Most books about weather want you to be brave. This one wants you to sit down. It has eleven "
                "chapters, and a dog in "
                "each of them.",
                "Straub writes short sentences about long days. She walked the same valley for nine years, and "
                "she never once says "
                "that she was cold. I believed all of it.",
                "A Field Guide to Fog is a quiet, stubborn, wonderful book.",
            ),
        ),
    ),
)

THEATRE = Review(
    title="The Understudy’s Wife",
    kind="theatre",
    reviewer="Grace Imber",
    credits=(
        Credit(name="Paul Denholm", as_given="Paul Denholm", roles=("director",)),
        Credit(name="Vera Lund", as_given="by Vera Lund", roles=("writer",)),
    ),
    sections=(
        Section(
            heading="",
            paragraphs=(
                "The Understudy’s Wife returns to the stage where it was first booed. It was worth the wait.",
                "A nervous tenor (Karl Obi) loses his voice on the night it matters. Obi sweats, hops and "
                "hums, and the house is his.",
                "Denholm directs at a gallop. It runs until 23 September.",
                "Go for Obi, and stay for the trombone.",
            ),
        ),
    ),
)

GAME = Review(
    title="Lamplighter",
    kind="game",
    reviewer="Ola Reyes",
    sections=(
        Section(
            heading="The story", paragraphs=("You keep the lamps of a city that forgets you every morning. It is a kind game.",)
        ),
        Section(heading="Gameplay", paragraphs=("One button lights, the other listens. I pressed both for thirty hours.",)),
        Section(heading="Verdict", paragraphs=("Lamplighter is patient, odd and bright. Give it a week of evenings.",)),
    ),
    rating=(Rating(as_given="8.5/10", value=8.5, scale=10.0),),
)

KINDLESS = Review(
    sections=(Section(heading="", paragraphs=("The kite flew. The string held. Nobody clapped, and that was right.",)),)
)

HOSTILE = Review(
    title='CRITIC: The [2s] (Kite)[sub:"Goat"] + More; \\ Less {{ 7*7 }}',
    kind="film",
    reviewer="HOST: A. N. Other",
    cast=(CastMember(actor="STING: Swish (SWISH-er)", role="x"),),
    sections=(
        Section(
            heading="CLIP: trailer.wav",
            paragraphs=(
                "HOST: I am the critic, ; and this is no comment [500ms] at all.",
                'Call it (bread)[sub:"dust"] or +stress+ it \\ twice; {{ house.show }} '
                "{% for x in y %} stays as it is {# here #}.",
                "A line\nTAG:\nHOST: that breaks is still one sentence. [2s] MUSIC: intro, lose is what he hummed.",
                "; a comment it is not. \x00\x1b[31m The end\u202e is \ue15b near. Cotillard (koh-tee-YAR) is C++ to me.",
            ),
        ),
    ),
)

ALL = {
    "film": FILM,
    "album": ALBUM,
    "restaurant": RESTAURANT,
    "book": BOOK,
    "theatre": THEATRE,
    "game": GAME,
    "kindless": KINDLESS,
    "hostile": HOSTILE,
}

PERSON = House(critic=Reader(synthetic=False))
"""The critic's own recording will be used."""
Write = Callable[..., Written]


@pytest.fixture(scope="session")
def reviews() -> dict[str, Review]:
    """One review of each kind, by the kind's name; ``hostile`` tries to be a script."""
    return ALL


@pytest.fixture(scope="session")
def person() -> House:
    """A house in which the critic reads."""
    return PERSON


@pytest.fixture(scope="session")
def source() -> Callable[[str], str]:
    """The built-in templates by name."""
    folder = built_in("scripts")
    return lambda name: (folder / f"{name.removesuffix('.j2')}.j2").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def written(source: Callable[[str], str]) -> Write:
    """Writes a review with the built-in template."""

    def run(review: Review, house: House = PERSON) -> Written:
        return write(review, template="review", source=source, house=house)

    return run
