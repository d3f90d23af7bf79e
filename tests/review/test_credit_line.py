"""Lines of credits as critics write them."""

from __future__ import annotations

import pytest

from segment.review.facts.credit_line import credit_line

ANN, JO, AL = "Ann Roe", "Jo Poe", "Al Loe"


@pytest.mark.parametrize(
    ("line", "people"),
    [
        (
            "Ann Roe, director and co-script w/Jo Poe based on the book by Al Loe",
            {ANN: ("director", "writer"), JO: ("writer",), AL: ("author of the source",)},
        ),
        ("Directed by Ann Roe. Written by Jo Poe and Al Loe.", {ANN: ("director",), JO: ("writer",), AL: ("writer",)}),
        ("Written and directed by Ann Roe", {ANN: ("writer", "director")}),
        ("Produced, written and directed by Ann Roe", {ANN: ("producer", "writer", "director")}),
        ("Ann Roe, writer/director", {ANN: ("director", "writer")}),
        ("d. Ann Roe; w. Jo Poe", {ANN: ("director",), JO: ("writer",)}),
        ("Dir: Ann Roe", {ANN: ("director",)}),
        ("Director Ann Roe", {ANN: ("director",)}),
        ("Ann Roe (director)", {ANN: ("director",)}),
        (
            "Ann Roe, director; Jo Poe, screenplay; Al Loe, music",
            {ANN: ("director",), JO: ("writer",), AL: ("composer",)},
        ),
        (
            "Screenplay by Ann Roe and Jo Poe, based on the novel The Long Way by Al Loe",
            {ANN: ("writer",), JO: ("writer",), AL: ("author of the source",)},
        ),
        ("Directed by Ann Roe from a script by Jo Poe", {ANN: ("director",), JO: ("writer",)}),
        ("Ann Roe, director, based on her own play", {ANN: ("director",)}),
        ("Director of photography: Ann Roe", {ANN: ("cinematographer",)}),
        ("Un film de Léa Roe, d’après le roman de Jo Poe", {"Léa Roe": ("director",), JO: ("author of the source",)}),
    ],
)
def test_everybody_is_credited_with_what_they_did(line: str, people: dict[str, tuple[str, ...]]) -> None:
    """Names are copied, roles come from the table, whichever way round the line puts them."""
    found = credit_line(line)
    assert found is not None
    assert {credit.name: credit.roles for credit in found.credits} == people
    assert all(credit.as_given in line for credit in found.credits)


@pytest.mark.parametrize(
    "line",
    [
        "Directed by Ann Roe, the film is about love.",
        "Director Ann Roe is here to tell us that it was not so simple.",
        "Based on a true story",
        "The director",
        "The score",
        "Ann Roe plays with her hands, with her eyes, and with us",
        "The Skinny",
    ],
)
def test_a_sentence_is_no_line_of_credits(line: str) -> None:
    """A line that says anything but names and roles is left to the text."""
    assert credit_line(line) is None


def test_a_cast_inside_a_line_of_credits_is_a_cast() -> None:
    """``starring`` and ``with`` after the director lead to performers."""
    for word in ("starring", "with", "featuring"):
        found = credit_line(f"Directed by Ann Roe, {word} Jo Poe (Max) and Al Loe")
        assert found is not None
        assert [(member.actor, member.role) for member in found.cast] == [("Jo Poe", "Max"), ("Al Loe", "")]
