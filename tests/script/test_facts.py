"""Facts: each spoken sentence knows where it is from, and what differs from the review is noted."""

from __future__ import annotations

import time

import pytest

from segment.model.review import CastMember, Credit, Rating, Review, Section
from segment.script import examine, held
from segment.script.ear import codes
from segment.script.facts.holding import sources

REVIEW = Review(
    title="The Long Lock",
    kind="film",
    reviewer="Hanna Birkett",
    credits=(Credit(name="Odile Marchetti", as_given="Odile Marchetti, director", roles=("director",)),),
    cast=(CastMember(actor="Ruth Adeyemi", role="Nell"), CastMember(actor="Tom Vasquez", role="Piet")),
    rating=(Rating(as_given="★★★★", value=4.0, scale=5.0),),
    sections=(
        Section(
            paragraphs=(
                "Nell (Adeyemi) and Piet share a narrow boat and not much else. She steers, with the patience of a heron. "
                "He mends the engine, which dies twice a day.",
                "Marchetti, who grew up on the canals of Burgundy, films the water like a face. The lock-keeper tells them "
                "“nobody ever asked me anything before”. It is funnier than it sounds.",
            )
        ),
    ),
)


def noted(line: str, *, source: str = "CRITIC", part: str = "PIECE") -> list[tuple[str, str]]:
    """Code and level of each note on a line."""
    return [(f.code, f.level) for f in held(examine(f"{part}:\n{source}: {line}"), REVIEW)]


def test_a_cut_sentence_knows_where_it_is_from() -> None:
    """With clauses cut, brackets gone and two sentences made one, the place in the review is still found."""
    script = (
        "PIECE:\nCRITIC: Nell and Piet share a narrow boat. He mends the engine. Marchetti films the water like a face.\n"
        "CRITIC: She steers with the patience of a heron, and he mends the engine."
    )
    found = sources(examine(script), REVIEW)
    assert [one.source and (one.source.section, one.source.paragraph) for one in found] == [(0, 0), (0, 0), (0, 1), (0, 0)]
    assert found[2].source is not None
    assert found[2].source.text.startswith("Marchetti, who grew up")


def test_a_bridge_is_shown_as_one() -> None:
    """A line of the show's own has no source, and says why."""
    found = sources(examine("TAG:\nHOST: He mends the engine. ; bridge\nHOST: He mends the engine."), REVIEW)
    assert [(one.line, one.role, one.bridge, one.source is None) for one in found] == [
        (2, "host", True, True),
        (3, "host", False, False),
    ]


DIFFERENT = {
    "Ruth Adeyami steers, with the patience of a heron.": codes.OTHER_NAME,
    "Machetti films the water like a face.": codes.OTHER_NAME,
    "Nell (Adeyemi) and Peit share a narrow boat.": codes.OTHER_NAME,
    "Ruth Adeyemi plays Piet, and mends the engine of the narrow boat.": codes.OTHER_ROLE,
    "It is directed by Tom Vasquez, and films the water like a face.": codes.OTHER_ROLE,
    "It is funnier than it sounds, three stars out of five.": codes.OTHER_RATING,
    "It is funnier than it sounds: 4½ stars.": codes.OTHER_RATING,
    "The lock-keeper tells them “nobody has asked me anything”.": codes.OTHER_QUOTE,
    "The costumes by a famous designer cost two million dollars.": codes.FROM_NOWHERE,
}


@pytest.mark.parametrize(("line", "code"), DIFFERENT.items())
def test_what_differs_from_the_review_is_noted(line: str, code: str) -> None:
    """A name misspelt, another part or director, another rating, other words in quotation marks, a sentence from nowhere."""
    assert noted(line) == [(code, "warning")]


SAME = (
    "Ruth Adeyemi plays Nell, and shares a narrow boat with Piet.",
    "Directed by Odile Marchetti, who grew up on the canals.",
    "It is funnier than it sounds: four stars out of five.",
    "The lock-keeper tells them “nobody ever asked me anything before”.",
    "Marchetti grew up on the canals. It's funnier than it sounds. Odd.",
    "I'm Hanna Birkett.",
)


@pytest.mark.parametrize("line", SAME)
def test_what_is_right_is_not_noted(line: str) -> None:
    """Names, parts, ratings and quotations as the review has them raise nothing, however the sentence was cut."""
    assert noted(line) == []


def test_a_bridge_may_come_from_nowhere_but_not_be_wrong() -> None:
    """A line marked as a bridge need not be in the review; its names and ratings must still be."""
    assert noted("The costumes by a famous designer cost two million dollars. ; bridge") == []
    assert noted("Ruth Adeyami stars. ; bridge") == [(codes.OTHER_NAME, "warning")]


def test_a_host_may_say_a_word_of_his_own() -> None:
    """A host's own sentence in INTRO is a remark; one that only says who speaks of what is nothing; facts count there too."""
    own = "Boats have been the talk of this town for weeks."
    assert noted(own, source="HOST", part="INTRO") == [(codes.FROM_NOWHERE, "info")]
    assert noted("Here's our film critic, Hanna Birkett, with The Long Lock.", source="HOST", part="INTRO") == []
    assert noted("Hanna gives The Long Lock two stars.", source="HOST", part="TAG") == [(codes.OTHER_RATING, "warning")]


def test_facts_can_be_allowed() -> None:
    """A comment allows a note on facts for its line, a setting for the show."""
    script = "PIECE:\nCRITIC: The costumes by a famous designer cost two million dollars."
    assert held(examine(f"{script} ; allow SC244"), REVIEW) == ()
    assert held(examine(script), REVIEW, allow=frozenset({"SC244"})) == ()


def test_names_that_the_show_knows_are_not_misspelt() -> None:
    """The show's own people may have names like the review's."""
    script = examine("PIECE:\nHOST: Ruth Adeyemo mends the engine, which dies twice a day.")
    assert [f.code for f in held(script, REVIEW)] == [codes.OTHER_NAME]
    assert held(script, REVIEW, also=frozenset({"Bola Adeyemo"})) == ()


def test_a_long_script_is_held_against_a_long_review_in_time() -> None:
    """Eight times the text takes about eight times as long, and a book of it a few seconds."""

    def spent(size: int) -> float:
        said = [f"The word{n} boat{n % 97} went by lock{n % 89} at water{n * 7 % 1013} with heron{n % 13}." for n in range(size)]
        long = Review(title="Ash", sections=(Section(paragraphs=tuple(said)),))
        script = examine("PIECE:\n" + "".join(f"CRITIC: {line}\n" for line in said))
        began = time.perf_counter()
        assert held(script, long) == ()
        return time.perf_counter() - began

    spent(50)
    assert spent(1600) < max(20 * spent(200), 2.0)
