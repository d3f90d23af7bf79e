"""The running order of each deliverable, and the ids of its spoken lines."""

from __future__ import annotations

import pytest

from segment.errors import ScriptError
from segment.model.script import Chapter, Header, Script
from segment.script import parse, running_order

TEXT = """\
SLUG: FERRY
TITLE: The Night Ferry
SLOT: :90

INTRO:
MUSIC: intro, establish 4s, under
HOST: One.
HOST [podcast]: Two, for the podcast.
PIECE:
; a comment
MUSIC: intro, sneak out
CHAPTER: The story
CRITIC: Three.
HOST [air]: Four, on air.
CRITIC: Five.
TAG:
HOST: Six.
"""
SCRIPT = parse(TEXT).script


def ids(deliverable: str | None, live: frozenset[str] = frozenset()) -> list[str]:
    """The line ids of one running order."""
    order = running_order(SCRIPT, deliverable=deliverable, live=live)
    return [entry.line_id for entry in order.entries if entry.line_id]


def test_headers_and_slot() -> None:
    """Slug, title and the slot in seconds come from the headers."""
    order = running_order(SCRIPT)
    assert (order.slug, order.title, order.slot_s) == ("FERRY", "The Night Ferry", 90.0)


def test_without_a_deliverable_everything_plays() -> None:
    """No deliverable means all cues and lines, in order, without comments, blanks and part marks."""
    order = running_order(SCRIPT)
    assert [entry.part for entry in order.entries] == ["INTRO"] * 3 + ["PIECE"] * 5 + ["TAG"]
    assert order.entries[4].item == Chapter(title="The story")


def test_air_and_podcast_agree_on_ids() -> None:
    """A line keeps its id in both deliverables although each leaves out the other's lines."""
    assert ids(None) == ["host-1", "host-2", "critic-1", "host-3", "critic-2", "host-4"]
    assert ids("podcast") == ["host-1", "host-2", "critic-1", "critic-2", "host-4"]
    assert ids("air") == ["host-1", "critic-1", "host-3", "critic-2", "host-4"]


def test_a_live_host_leaves_the_piece() -> None:
    """On air with a live host only the PIECE is in the file; the podcast keeps all its parts."""
    assert ids("air", frozenset({"host"})) == ["critic-1", "host-3", "critic-2"]
    assert ids("podcast", frozenset({"host"})) == ids("podcast")
    assert ids("air", frozenset({"critic"})) == ids("air")


def test_above_the_first_part_is_piece() -> None:
    """A script without parts is all PIECE."""
    order = running_order(parse("HOST: Hello.\n").script, deliverable="air", live={"host"})
    assert [(entry.part, entry.line_id) for entry in order.entries] == [("PIECE", "host-1")]


def test_a_slot_that_is_no_time_is_refused() -> None:
    """A script value with a bad SLOT, which parse would not make, is a ScriptError."""
    with pytest.raises(ScriptError):
        running_order(Script(headers=(Header(name="SLOT", value="soon"),)))
