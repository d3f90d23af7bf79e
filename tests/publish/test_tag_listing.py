"""The finished tag, read back."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from segment.errors import Cause, PublishError
from segment.model.label import Cut, Label
from segment.model.timeline import ChapterMark
from segment.publish.id3 import id3
from segment.publish.read_back import listed
from segment.publish.tag_listing import said, to_be_said
from tests.publish.conftest import RATE

CHAPTERS = ((0.0, "Opening of the programme"), (60.0, "Mid"), (120.0, "Close"))


@pytest.fixture
def label(tags, timeline, cover) -> Label:
    """A file's label; its second chapter has a page and a picture."""
    made = timeline(chapters=CHAPTERS)
    first, _, last = made.chapters
    mid = ChapterMark(title="Mid", start=60 * RATE, end=0, link="https://example.org/été", image="a.png")
    return Label(
        tags=tags,
        timeline=replace(made, chapters=(first, mid, last)),
        cut=Cut(id="x"),
        cover=cover,
        pictures={"a.png": cover},
        transcript="Host: Hello.\n\nCritic: Yes.\n",
    )


def tag(label: Label) -> bytes:
    """What is written."""
    return id3(label.tags, label.timeline, cover=label.cover, transcript=label.transcript, pictures=label.pictures)


def test_every_frame_is_listed_in_its_place(label: Label) -> None:
    """Frames stand in the order they were written, chapters by time with page and picture, and say what was asked for."""
    lines = listed(said(tag(label)), to_be_said(label))
    assert " ".join(line[:4] for line in lines) == (
        "TIT2 TPE1 TALB TRCK TCON TYER TDAT TLEN TLAN TCOP COMM USLT WOAF WXXX"
        " PCST TGID TDES TKWD TCAT WFED CTOC CHAP CHAP CHAP APIC"
    )
    assert [line for line in lines if line.startswith("CHAP")] == [
        "CHAP 0-60000 ms Opening of the programme",
        f"CHAP 60000-120000 ms Mid <https://example.org/%C3%A9t%C3%A9> [image/png, {len(label.cover)} bytes]",
        "CHAP 120000-181000 ms Close",
    ]
    assert f"TALB {label.tags.album}" in lines
    assert "PCST" in lines


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"transcript": "Host: Goodbye."}, "USLT"),
        ({"pictures": {}}, "CHAP"),
        ({"cover": b""}, "APIC"),
    ],
)
def test_what_reads_otherwise_is_a_bug(label: Label, wrong: dict[str, object], named: str) -> None:
    """A finished tag that differs in one frame from what it was to say does not pass, and the frame is named."""
    with pytest.raises(PublishError, match=named) as caught:
        listed(said(tag(label)), to_be_said(replace(label, **wrong)))
    assert caught.value.cause is Cause.BUG


def test_a_missing_chapter_is_a_bug(label: Label) -> None:
    """A tag of another programme does not pass."""
    fewer = replace(label, timeline=replace(label.timeline, chapters=label.timeline.chapters[:2]))
    with pytest.raises(PublishError, match="CTOC"):
        listed(said(tag(label)), to_be_said(fewer))


def test_a_tag_that_is_cut_off_is_told(label: Label) -> None:
    """Half a tag is an error, no tag is an empty list."""
    with pytest.raises(PublishError, match="cut off"):
        said(tag(label)[:500])
    assert said(b"\xff\xfb") == ()
