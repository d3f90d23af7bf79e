"""docs/templates.md says what templates do."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from segment.library.places import built_in
from segment.model.house import House
from segment.model.review import Review
from segment.script import write
from segment.script.filters import TESTS, filters
from segment.script.shade import revealed

_DOCUMENT = (Path(__file__).parents[2] / "docs" / "templates.md").read_text(encoding="utf-8")
_ROWS = re.findall(r"^\| `(\w+)` \| `(\{\{.*?)` \| (.*?) \|$", _DOCUMENT, re.MULTILINE)


@pytest.mark.parametrize(("name", "example", "said"), _ROWS, ids=[row[0] for row in _ROWS])
def test_each_example_makes_what_it_says(reviews: dict[str, Review], name: str, example: str, said: str) -> None:
    """Every filter and test of the document has an example that makes what stands beside it."""
    template = f"HOST: {example.replace(chr(92) + '|', '|')}\n"
    assert name in template
    made = write(reviews["film"], template="mine", source=lambda _: template, house=House()).text
    assert made == f"HOST: {said}\n"


def test_every_filter_and_test_has_its_example() -> None:
    """No filter or test of ours is missing from the document, and none is there that does not exist."""
    assert {row[0] for row in _ROWS} == {*filters("en", set()), *TESTS}


def test_every_built_in_template_is_named() -> None:
    """The table of templates is complete."""
    for path in built_in("scripts").glob("[!_]*.j2"):
        assert f"`{path.stem}`" in _DOCUMENT


@pytest.mark.parametrize(
    ("example", "said"),
    [
        ("{{ '★★★½☆'|rating }}", "trois étoiles et demie sur cinq"),
        ("{{ '13,50 €'|money }}", "treize euros cinquante"),
        ("{{ '1h30'|duration }}", "une heure et demie"),
        ("{{ '125 min'|duration }}", "deux heures cinq"),
        ("{{ ['A', 'B']|list_and }}", "A et B"),
        ("{{ 'Bruine'|quote }}", "« Bruine »"),
        ("{{ review|credits|first }}", "Odile Marchetti en signe la mise en scène."),
    ],
)
def test_a_french_show_is_spoken_to_in_french(reviews: dict[str, Review], example: str, said: str) -> None:
    """Filters follow the language of the show."""
    made = write(reviews["film"], template="mine", source=lambda _: f"HOST: {example}\n", house=House(language="fr")).text
    assert made == f"HOST: {said}\n"


def test_what_is_no_figure_stays(source: Callable[[str], str], reviews: dict[str, Review]) -> None:
    """A filter leaves alone what it cannot read."""
    text = "HOST: {{ 'soon'|year }} {{ 'much'|money }} {{ 'long'|duration }} {{ 'last'|ordinal }}{{ 'A minus'|rating }}\n"
    assert write(reviews["film"], template="mine", source=lambda _: text, house=House()).text == "HOST: soon much long last\n"
    assert revealed(text) == text
