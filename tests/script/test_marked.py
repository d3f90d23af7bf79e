"""What a producer's marks do to a script."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from segment.model.house import House
from segment.model.review import Mark, Review
from segment.script.marked import marks_on, wanted
from tests.script.conftest import FILM, PERSON, Write

NEVER = "Bring a coat."
DULL = "Tom Vasquez (last seen selling cars on television) plays Piet as a man who is always about to help."
LEFT_OUT = "The boat is sold twice, and both buyers come to fetch it."
ENDING = "He finally says that he is sorry."


def marked(review: Review, *marks: tuple[str, str]) -> Review:
    """The review with marks."""
    return replace(review, marks=tuple(Mark(mark=name, text=text) for name, text in marks))  # type: ignore[arg-type]


def spoken(text: str) -> str:
    """A script on one line, so that a sentence may run over two."""
    return " ".join(text.split())


def test_never_leaves_the_script(written: Write) -> None:
    """A sentence marked never is not in the script, and a note says so."""
    assert NEVER in spoken(written(FILM).text)
    done = written(marked(FILM, ("never", NEVER)))
    assert NEVER not in spoken(done.text)
    assert any("marked never" in note.message for note in done.findings)


def test_a_paragraph_marked_never_goes_whole(written: Write) -> None:
    """Every sentence of a marked paragraph goes."""
    paragraph = FILM.sections[3].paragraphs[0]
    text = spoken(written(marked(FILM, ("never", paragraph))).text)
    assert "marvel of patience" not in text
    assert "they know before" not in text


def test_a_spoiler_is_told_only_when_asked_for(written: Write) -> None:
    """A sentence marked as a spoiler is said under spoilers and not otherwise."""
    spoiler = "Nell wants to reach the sea before the winter."
    review = marked(FILM, ("spoiler", spoiler))
    assert spoiler not in spoken(written(review).text)
    assert spoiler in spoken(written(review, replace(PERSON, spoilers=True)).text)


@pytest.mark.parametrize("slot_s", [30.0, 60.0, 90.0])
def test_keep_is_said_at_every_length(written: Write, slot_s: float) -> None:
    """A sentence marked keep is in the script however short it is."""
    house = replace(PERSON, slot_s=slot_s)
    assert "always about to help" not in spoken(written(FILM, replace(PERSON, slot_s=30.0)).text)
    assert "always about to help" in spoken(written(marked(FILM, ("keep", DULL)), house).text)


def test_keep_is_above_the_rules(written: Write) -> None:
    """A sentence of the ending that is marked keep is said; marked never as well, it is not."""
    assert ENDING in spoken(written(marked(FILM, ("keep", ENDING))).text)
    assert ENDING not in spoken(written(marked(FILM, ("keep", ENDING), ("never", ENDING))).text)


def test_sixty_is_for_the_minute_alone(written: Write) -> None:
    """A sentence marked 60 is in the :60 and counts for nothing in a longer slot."""
    review = marked(FILM, ("60", LEFT_OUT))

    def text(given: Review, slot_s: float) -> str:
        house: House = replace(PERSON, slot_s=slot_s)
        return spoken(written(given, house).text)

    assert LEFT_OUT not in text(FILM, 60.0)
    assert LEFT_OUT in text(review, 60.0)
    assert text(review, 90.0) == text(FILM, 90.0)


def test_marks_are_found_by_their_words() -> None:
    """Dashes, quotation marks and Markdown that the script took off do not hide a mark; a word inside another is no sentence."""
    sentences = ('It\'s a "joke" — a good one.', "Nobody laughed.", "No.")
    marks = wanted([Mark(mark="keep", text="It’s a “joke”—a *good* one."), Mark(mark="never", text="No.")])
    assert marks_on(sentences, marks) == (frozenset({"keep"}), frozenset(), frozenset({"never"}))
