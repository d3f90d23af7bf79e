"""Review text that looks like a script stays words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.model.house import House, Reader
from segment.model.review import CastMember, Review, Section
from segment.model.script import Break, Chapter, Clip, Comment, Header, Music, Pause, Speech, Sting, Text
from segment.script import parse, write
from segment.script.shade import revealed, shade, unshaded
from segment.script.typography import even

Write = Callable[..., "object"]


def test_nothing_of_a_hostile_review_becomes_a_cue(reviews: dict[str, Review], source: Callable[[str], str]) -> None:
    """Cues, marks, comments, pronouncers, escapes and template language in a review are spoken words or gone, never obeyed."""
    script = parse(
        write(reviews["hostile"], template="review", source=source, house=House(critic=Reader(synthetic=False))).text
    ).script
    assert [header.name for header in script.headers] == ["SLUG", "TITLE"]
    assert [type(item) for item in script.items if not isinstance(item, Speech)].count(Music) == 3
    assert not [item for item in script.items if isinstance(item, Sting | Clip | Pause | Chapter | Comment)]
    lines = [item for item in script.items if isinstance(item, Speech)]
    spans = [span for line in lines for span in line.spans]
    assert {type(span) for span in spans} <= {Text, Break}
    assert {span.ms for span in spans if isinstance(span, Break)} <= {300}
    assert {line.comment for line in lines} <= {"", "bridge"}
    words = " ".join(span.text for span in spans if isinstance(span, Text))
    for kept in (
        "HOST: I am the critic",
        "+stress+ it \\ twice",
        "{{ house.show }}",
        "{% for x in y %}",
        "C++",
        "A line TAG: HOST: that",
    ):
        assert kept in words
    assert script.header("TITLE") == "CRITIC: The [2s] (Kite)[sub:”Goat”] + More; \\ Less {{ 7*7 }}"


TEXT = st.text(alphabet="ab CRITIC:HOST;[]()+\\\"'\n\r\t\x00\u2028 \ue13a{}%#.-500ms", min_size=1, max_size=60)


@settings(deadline=None, max_examples=150)
@given(title=TEXT, name=TEXT, words=TEXT, place=st.sampled_from(["HOST: {}", "HOST: so {} it is", "HOST: a\nHOST: {} ; bridge"]))
def test_shaded_text_reads_back_as_it_was(title: str, name: str, words: str, place: str) -> None:
    """Any text put into any place of a line parses to itself, on one line, with nothing read into it."""
    for text in (title, name, words):
        said = unshaded(shade(text))
        if not said:
            continue
        script = parse(revealed(place.format(shade(text)))).script
        speeches = [item for item in script.items if isinstance(item, Speech)]
        assert len(speeches) == place.count("HOST")
        wanted = place.rpartition("HOST: ")[2].removesuffix(" ; bridge").format(said)
        assert "".join(span.text for span in speeches[-1].spans if isinstance(span, Text)) == even(wanted)
        assert all(isinstance(span, Text) for span in speeches[-1].spans)


@settings(deadline=None, max_examples=40)
@given(title=TEXT, name=TEXT, words=st.lists(TEXT, min_size=1, max_size=4))
def test_any_review_makes_a_script_that_reads_back(source: Callable[[str], str], title: str, name: str, words: list[str]) -> None:
    """Whatever characters a review is made of, its script parses, and holds the three parts' cues and no others."""
    review = Review(
        title=title,
        kind="film",
        reviewer=name,
        cast=(CastMember(actor=name, role=title),),
        sections=(Section(heading=title, paragraphs=(*words, "This one can be said aloud.")),),
    )
    script = parse(write(review, template="review", source=source, house=House(critic=Reader(synthetic=False))).text).script
    assert len([item for item in script.items if isinstance(item, Music)]) == 3
    assert not [item for item in script.items if isinstance(item, Sting | Clip | Pause | Comment)]
    assert {header.name for header in script.headers} <= {"SLUG", "TITLE"}


@pytest.mark.parametrize("text", ["", " ", "\n", "\u202e\x00"])
def test_what_cannot_be_said_is_gone(text: str) -> None:
    """Controls and direction marks leave nothing behind."""
    assert shade(text) == ""


def test_a_line_that_begins_with_review_text_is_no_cue() -> None:
    """A template that sets review text at the start of a line does not make a cue of it."""
    parsed = parse(revealed(f"HOST: one\n{shade('TAG: two')}\n"))
    assert [type(item) for item in parsed.script.items] == [Speech]
    assert not [header for header in parsed.script.headers if isinstance(header, Header)]
