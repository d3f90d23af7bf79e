"""The built-in family of templates: each for any kind of work, in both languages, at its length."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from segment.library.places import built_in
from segment.model.house import House, Reader
from segment.model.review import Review, Section
from segment.model.script import Chapter, Speech
from segment.script import estimate, parse, running_order, write
from segment.script.head import head
from segment.script.specimens import specimens
from segment.script.template_check import check_template, never_made

Source = Callable[[str], str]
NAMES = sorted(
    path.stem
    for path in built_in("scripts").glob("[!_]*.j2")
    if head(path.stem, lambda name: (built_in("scripts") / f"{name.removesuffix('.j2')}.j2").read_text()).writes == "reviews"
)
FAMILY = {"review", "review-90", "review-60", "promo-30", "two-way", "evergreen", "capsule"}
SPECIMENS = {specimen.name: specimen for specimen in specimens()}
FILM = SPECIMENS["long film with an ending"].review


def test_the_family_is_whole() -> None:
    """Every member that producers ask for is there."""
    assert set(NAMES) == FAMILY


@pytest.fixture(scope="module")
def checks(source: Source) -> dict[str, tuple[object, ...]]:
    """What checking each template on every specimen finds."""
    return {name: check_template(name, source, file=f"{name}.j2", roles=frozenset({"host", "critic"})) for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_every_template_suits_every_kind(checks: dict[str, tuple[object, ...]], name: str) -> None:
    """On reviews of every kind, whatever is missing from them, nothing is to be said about a built-in template."""
    findings, made, _ = checks[name]
    assert not findings
    assert isinstance(made, int)
    assert made > 140


def test_no_line_of_the_family_is_dead(checks: dict[str, tuple[set[str], ...]], source: Source) -> None:
    """Every cue and every line somebody speaks comes out for some review."""
    reached = set().union(*(found[2] for found in checks.values()))
    assert never_made({f"{name}.j2": source(name) for name in [*NAMES, "_house", "_house.fr"]}, reached) == ()


@pytest.mark.parametrize(("name", "length"), [("review-90", 90), ("review-60", 60), ("promo-30", 30), ("capsule", 30)])
def test_a_template_has_a_length_of_its_own(source: Source, name: str, length: int) -> None:
    """Without a slot it is written for its own length, and never runs over it by more than a tenth; a slot goes first."""
    made = write(FILM, template=name, source=source, house=House()).text
    order = running_order(parse(made).script)
    assert order.slot_s == length
    assert estimate(order) <= length * 1.1
    given = write(FILM, template=name, source=source, house=House(slot_s=45)).text
    assert running_order(parse(given).script).slot_s == 45


def test_openings_vary_by_the_work_and_never_by_the_day(source: Source) -> None:
    """Ten works do not all open alike, and each opens the same way every time."""
    said = []
    for number in range(10):
        review = Review(title=f"Work {number}", kind="game", reviewer="Ola Reyes", sections=FILM.sections)
        intro = write(review, template="review-60", source=source, house=House()).text.partition("PIECE:")[0]
        assert intro == write(review, template="review-60", source=source, house=House()).text.partition("PIECE:")[0]
        said.append(re.sub(r"Work \d|SLUG.*|TITLE.*", "", intro))
    assert len(set(said)) > 1


def test_in_a_two_way_every_answer_has_its_question(source: Source) -> None:
    """The host asks before the critic speaks, each question is a bridge, and the last asks for the verdict."""
    items = parse(write(FILM, template="two-way", source=source, house=House()).text).script.items
    lines = [item for item in items if isinstance(item, Speech)]
    asked = [line for line in lines if line.role == "host" and line.spans[0].text.endswith("?")]
    assert len(asked) >= 3
    assert all(line.comment == "bridge" for line in asked)
    assert "verdict" in asked[-1].spans[0].text.lower() or "come to" in asked[-1].spans[0].text
    assert len([item for item in items if isinstance(item, Chapter)]) >= 3


@pytest.mark.parametrize("stale", ["It opens tonight.", "Her new film is short.", "I saw it in October.", "It is out now."])
def test_an_evergreen_has_no_time_words(source: Source, stale: str) -> None:
    """What is only true for a while is left out, with a note; no greeting of the day is said."""
    review = Review(title="Kite", kind="film", sections=(Section(paragraphs=(f"It flies. {stale} It lands.", "Kite is good.")),))
    made = write(review, template="evergreen", source=source, house=House(greeting="Good morning."))
    assert stale not in made.text
    assert "Good morning" not in made.text
    assert any("true only for a while" in note.message for note in made.findings)
    assert stale in write(review, template="review", source=source, house=House()).text


def test_a_month_with_its_year_stays_true(source: Source) -> None:
    """History is no time word."""
    review = Review(title="Kite", kind="film", sections=(Section(paragraphs=("It began in October 1962.", "Kite is good.")),))
    assert "October 1962" in write(review, template="evergreen", source=source, house=House()).text


@pytest.mark.parametrize("name", NAMES)
def test_a_french_show_hears_no_english_bridge(source: Source, name: str) -> None:
    """Bridges, chapters and the rating are French where the show is."""
    review = SPECIMENS["film in French"].review
    for critic in (Reader(), Reader(synthetic=False), Reader(person="Max Oduya", synthetic=False)):
        text = write(review, template=name, source=source, house=House(language="fr", critic=critic)).text
        ours = " ".join(re.findall(r"^(?:CHAPTER: .*|.*; bridge)$", text, re.MULTILINE)).replace("; bridge", "")
        assert not re.search(r"\b(?:the|review|our|by|stars|wrote|reads|is|what|and)\b", ours), ours


def test_the_shows_own_words_are_said(source: Source) -> None:
    """Greeting, sign-off and out-cue come from the settings; a synthetic voice says no sign-off."""
    house = House(
        show="Reel", greeting="Hello.", sign_off="{critic}, {show}.", out_cue="This is Reel.", critic=Reader(synthetic=False)
    )
    text = write(FILM, template="review", source=source, house=house).text
    assert "HOST: Hello. ; bridge\n" in text
    assert "CRITIC: Philippa Dunmore, Reel. ; bridge\n" in text
    assert text.endswith("HOST: This is Reel. ; bridge\n")
    silent = write(FILM, template="review", source=source, house=House(sign_off="I'm {critic}.")).text
    assert "I'm " not in silent


def test_a_head_goes_down_to_what_extends_it() -> None:
    """A template that extends another has its length, unless it says its own."""
    texts = {
        "a": "{# A. length: 1:00 #}",
        "b": "{# B.\n   length: 1:00\n   time words: none #}",
        "c": '{# C. #}{% extends "b.j2" %}',
    }
    said = head("c", lambda name: texts[name.removesuffix(".j2")])
    assert (said.about, said.length_s, said.evergreen) == ("C.", 60.0, True)
