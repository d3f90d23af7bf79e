"""The producer's marks: how they are written, what they stand on, and that none is lost when the page is read again."""

from __future__ import annotations

import pytest

from segment.model.review import Mark, Review, Section
from segment.review import read, to_markdown
from segment.review.marking.carrying import carried

FRONT = "---\nform: radio-segment review 1\ntitle: The Long Lock\nreviewer: Hanna Birkett\n---\n\n"


def marks(body: str) -> list[tuple[str, str]]:
    """The marks in a review.md with this body."""
    review = read((FRONT + body).encode(), name="review.md")
    assert "{" not in "".join(text for section in review.sections for text in section.paragraphs).replace("{sic}", "")
    return [(mark.mark, mark.text) for mark in review.marks]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("One is here. {keep} Two is here.", [("keep", "One is here.")]),
        ("One is here.{keep} Two is here.", [("keep", "One is here.")]),
        ("One is here. Two {never} is here.", [("never", "Two is here.")]),
        ("One is here. Two is here. {60}", [("60", "Two is here.")]),
        ("One is here. {:60} Two is here.", [("60", "One is here.")]),
        ("One is here. { KEEP } {spoiler} Two.", [("keep", "One is here."), ("spoiler", "One is here.")]),
        ("{never} One is here. Two is here.", [("never", "One is here. Two is here.")]),
        ("{never}\nOne is here.\nTwo is here.", [("never", "One is here. Two is here.")]),
        ("{never}\n\nOne is here. Two is here.\n\nThree.", [("never", "One is here. Two is here.")]),
        ("## The end {spoiler}\n\nOne.\n\nTwo.\n\n## After\n\nThree.", [("spoiler", "One."), ("spoiler", "Two.")]),
        ("*One is here.* {keep} Two is here.", [("keep", "One is here.")]),
        ("Mr. Vane met Dr. Orr. {keep} He left.", [("keep", "Mr. Vane met Dr. Orr.")]),
        ("One is {sic} here. Two.", []),
    ],
)
def test_a_mark_stands_on_what_it_follows_or_heads(body: str, expected: list[tuple[str, str]]) -> None:
    """A mark behind a sentence is the sentence's, one at a paragraph's head the paragraph's, one on a heading the section's."""
    assert marks(body) == expected


def test_an_escaped_mark_is_text() -> None:
    """A backslash before the brace makes a word of it, and writing it again keeps it so."""
    review = read((FRONT + "The hat says \\{keep} on it.\n").encode(), name="review.md")
    assert review.sections[0].paragraphs == ("The hat says {keep} on it.",)
    assert review.marks == ()
    assert read(to_markdown(review).encode(), name="review.md") == review


def test_a_word_like_a_mark_is_noted() -> None:
    """A slip in a mark leaves the word in the text and is noted with its line and the mark likely meant."""
    review = read((FRONT + "One.\n\nTwo is here. {kep} Three.\n").encode(), name="review.md")
    notes = [(note.message, note.where.line) for note in review.findings if note.code == "RV061" and note.where]
    assert notes == [("“{kep}” is no mark, did you mean “keep”?", 8)]


def test_marks_are_written_where_they_are_read() -> None:
    """What a person sees in review.md is the text with the marks in place."""
    sections = (Section(heading="The end", paragraphs=("One is here. Two is here.", "Three.")),)
    given = (Mark(mark="keep", text="One is here."), Mark(mark="60", text="One is here."), Mark(mark="never", text="Three."))
    text = to_markdown(Review(title="x", sections=sections, marks=given))
    assert text.endswith("## The end\n\nOne is here. {keep} {60} Two is here.\n\n{never} Three.\n")


OLD = (Mark(mark="keep", text='It\'s "good" - really good.'), Mark(mark="never", text="First. Second."))


def test_marks_are_carried_over_by_their_words() -> None:
    """Other quotation marks, dashes and spaces do not keep a mark from its sentence."""
    review = Review(sections=(Section(paragraphs=("It’s “good” —\xa0really good. And long.", "First.\xa0Second.")),))
    assert carried(review, OLD).marks == (
        Mark(mark="keep", text="It’s “good” —\xa0really good."),
        Mark(mark="never", text="First.\xa0Second."),
    )


def test_a_paragraph_in_pieces_keeps_its_mark() -> None:
    """Where a marked paragraph was split, each of its sentences is marked."""
    review = Review(sections=(Section(paragraphs=("First.", "Second. Third.")),))
    assert carried(review, OLD[1:]).marks == (Mark(mark="never", text="First."), Mark(mark="never", text="Second."))


def test_no_mark_is_lost() -> None:
    """A mark on a sentence that is gone is kept, written in the front matter, read back, and noted."""
    review = carried(Review(sections=(Section(paragraphs=("Third.",)),)), OLD)
    assert review.marks == OLD
    again = read(to_markdown(review).encode(), name="review.md")
    assert again.marks == OLD
    assert [note.code for note in again.findings].count("RV060") == 2
