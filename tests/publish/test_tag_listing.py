"""The finished tag, read back."""

from __future__ import annotations

import pytest

from segment.errors import PublishError
from segment.publish.id3 import id3
from segment.publish.tag_listing import checked, listed

CHAPTERS = ((0.0, "Opening of the programme"), (60.0, "Mid"), (120.0, "Close"))


def test_every_frame_is_listed_in_its_place(tags, timeline, cover):
    """Frames stand in the order they were written, chapters by time, and hold what was asked for."""
    lines = listed(id3(tags, timeline(chapters=CHAPTERS), cover=cover, transcript="Host: Hello.\n"))
    names = [line[:4] for line in lines]
    assert names[0] == "TIT2"
    assert {"TPE1", "TALB", "TCON", "TRCK", "TLEN", "TLAN", "TCOP", "COMM", "USLT", "WOAF", "APIC", "CTOC"} <= set(names)
    assert [line for line in lines if line.startswith("CHAP")] == [
        "CHAP 0-60000 ms Opening of the programme",
        "CHAP 60000-120000 ms Mid",
        "CHAP 120000-181000 ms Close",
    ]
    assert f"TALB {tags.album}" in lines
    checked(lines, timeline(chapters=CHAPTERS))


def test_other_chapters_than_the_programmes_are_a_bug(tags, timeline, cover):
    """A tag of another programme does not pass."""
    lines = listed(id3(tags, timeline(chapters=CHAPTERS), cover=cover, transcript=""))
    with pytest.raises(PublishError):
        checked(lines, timeline(chapters=CHAPTERS[:2]))


def test_a_tag_that_is_cut_off_is_told(tags, timeline, cover):
    """Half a tag is an error, no tag is an empty list."""
    with pytest.raises(PublishError, match="cut off"):
        listed(id3(tags, timeline(), cover=cover, transcript="")[:500])
    assert listed(b"\xff\xfb") == ()
