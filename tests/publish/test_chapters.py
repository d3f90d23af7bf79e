"""The chapters listeners are shown."""

from __future__ import annotations

import json
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from segment.model.tags import Tags
from segment.model.timeline import ChapterMark, Timeline
from segment.publish.chapters import chapters_json, shown_chapters

FIVE = ((6.0, "The buzz"), (14.0, "The story"), (70.0, "The cast"), (120.0, "The director"), (165.0, "The verdict"))


def shown(timeline: Timeline) -> list[tuple[str, float, float]]:
    """Title, start and end in seconds."""
    return [(mark.title, mark.start / timeline.rate, mark.end / timeline.rate) for mark in shown_chapters(timeline)]


def test_three_minutes_have_three_chapters(timeline):
    """Five marks in three minutes become three chapters: the shortest go, and their time goes to the one before."""
    assert shown(timeline(181, FIVE)) == [("The story", 0, 70), ("The cast", 70, 120), ("The director", 120, 181)]


def test_a_three_minute_slot_ends_a_little_under(timeline):
    """A file two seconds under three minutes is a three-minute file, one of 2:50 is not."""
    assert [len(shown(timeline(s, FIVE))) for s in (178, 177.9, 170)] == [3, 2, 2]


def test_a_minute_has_no_chapters(timeline):
    """A :60 has none, however many the script marks."""
    assert shown(timeline(60, FIVE)) == []
    assert shown(timeline(117, FIVE)) == []


def test_one_chapter_is_none(timeline):
    """A single mark tells a listener nothing."""
    assert shown(timeline(600, ((5.0, "Everything"),))) == []


def test_the_first_starts_at_the_beginning(timeline):
    """The lead-in belongs to the first chapter."""
    assert shown(timeline(181, ((20.0, "A"), (100.0, "B")))) == [("A", 0, 100), ("B", 100, 181)]


def test_a_long_chapter_keeps_its_title(timeline):
    """A short opening gives way to the long chapter after it, whose title then stands at 0."""
    marks = ((0.0, "Hello"), (8.0, "The story"), (60.0, "The cast"), (130.0, "The verdict"))
    assert [title for title, _, _ in shown(timeline(181, marks))] == ["The story", "The cast", "The verdict"]


def test_marks_that_say_nothing_are_not_shown(timeline):
    """No title, a place outside the programme, and all but the last mark of one moment are left out; white space is tidied."""
    marks = ((0.0, " The\n story "), (50.0, "\t"), (90.0, "Gone"), (90.0, "The end"), (500.0, "Later"))
    assert shown(timeline(181, marks)) == [("The story", 0, 90), ("The end", 90, 181)]


@settings(deadline=None, max_examples=200)
@given(
    seconds=st.integers(1, 3000),
    starts=st.lists(st.integers(-10, 3100), max_size=30),
)
def test_laws_of_chapters(seconds, starts):
    """Whatever the marks: none or from 2 to one a minute, from 0 to the end, each ending where the next starts."""
    marks = tuple(ChapterMark(title=f"T{i}", start=at * 100, end=0) for i, at in enumerate(starts))
    result = shown_chapters(Timeline(deliverable="podcast", rate=100, frames=seconds * 100, chapters=marks))
    if result:
        assert 2 <= len(result) <= (seconds + 2) // 60
        assert result[0].start == 0
        assert result[-1].end == seconds * 100
        assert all(mark.start < mark.end for mark in result)
        assert all(left.end == right.start for left, right in pairwise(result))
        assert {mark.title for mark in result} <= {mark.title for mark in marks}


def test_chapters_json_says_the_same(timeline):
    """Chapters JSON 1.2.0 holds the shown chapters in seconds, and the show's names as they are written."""
    document = json.loads(chapters_json(timeline(181.0004, FIVE), Tags(title="L'été 🎬", album="Show")))
    assert document == {
        "version": "1.2.0",
        "title": "L'été 🎬",
        "podcastName": "Show",
        "chapters": [
            {"startTime": 0.0, "endTime": 70.0, "title": "The story"},
            {"startTime": 70.0, "endTime": 120.0, "title": "The cast"},
            {"startTime": 120.0, "endTime": 181.0, "title": "The director"},
        ],
    }


def test_pages_and_pictures_stay_with_their_chapters(timeline):
    """Of the chapters that are left each keeps its own page and picture, and the JSON has the picture where it will be."""
    made = timeline(181, ((0.0, "Hello"), (8.0, "The story"), (60.0, "The cast"), (130.0, "The verdict")))
    marks = [replace(mark, link=f"https://example.org/{n}", image=f"{n}.png") for n, mark in enumerate(made.chapters)]
    addresses = {"1.png": "https://example.org/x/x.chapter-1.png"}
    read = json.loads(chapters_json(replace(made, chapters=tuple(marks)), Tags(title="T"), addresses))["chapters"]
    assert [(one["title"], one["url"], one.get("img", "")) for one in read] == [
        ("The story", "https://example.org/1", "https://example.org/x/x.chapter-1.png"),
        ("The cast", "https://example.org/2", ""),
        ("The verdict", "https://example.org/3", ""),
    ]
