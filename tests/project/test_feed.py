"""From made segments to a feed: what enters, ids for good, bad input."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import av
import numpy as np
import pytest
from msgspec.structs import replace

from segment.errors import SegmentError
from segment.media.picture import look
from segment.project.feed.art import art
from segment.project.feed.building import build, refuse_withheld
from segment.project.load import load

NOW = datetime(2026, 3, 6, 12, tzinfo=UTC)
Story = Callable[..., Path]


def built(root: Path, now: datetime = NOW, **options):
    """One build of the feed, and its text."""
    made, findings = build(load(root, {}), None, force=False, now=now, **options)
    return made, findings, (root / "feed.xml").read_text(encoding="utf-8")


def test_a_second_build_changes_no_byte(root: Path, story: Story) -> None:
    """Where nothing changed, feed and ids stay the same to the byte, whatever the clock says."""
    story("one")
    story("two", date="")
    _, findings, first = built(root)
    ids = (root / "feed.guids.toml").read_bytes()
    made, _, again = built(root, NOW.replace(year=2031))
    assert (again, (root / "feed.guids.toml").read_bytes(), made.changed) == (first, ids, False)
    assert [one.code for one in findings if one.level == "error"] == []


def test_a_retitled_and_redated_segment_keeps_its_id(root: Path, story: Story) -> None:
    """Title and review may change; id and date do not."""
    story("one")
    _, _, before = built(root)
    story("one", title="Another title", date="2026-01-01")
    _, _, after = built(root)
    for element in ("guid", "pubDate"):
        assert re.findall(f"<{element}.*", before) == re.findall(f"<{element}.*", after)
    assert "<title>Another title</title>" in after


def test_what_is_scheduled_waits_and_comes_in_time(root: Path, story: Story) -> None:
    """A date in the future is not in the feed before its hour, and carries that hour then."""
    story("later", date="2026-03-07")
    made, _, text = built(root)
    assert (made.items, made.waiting) == (0, ("later",))
    made, _, text = built(root, datetime(2026, 3, 7, 6, tzinfo=UTC))
    assert made.items == 1
    assert "<pubDate>Sat, 07 Mar 2026 06:00:00 +0000</pubDate>" in text


def test_a_clock_that_goes_backwards_loses_nothing(root: Path, story: Story) -> None:
    """What was out stays out, and what is new comes after it."""
    story("one", date="")
    built(root)
    story("two", date="")
    made, _, text = built(root, NOW.replace(year=2020))
    assert made.items == 2
    assert re.findall("<title>(.*)</title>", text)[1:] == ["Two", "One"]


def test_what_may_not_be_published_is_named_and_left_out(root: Path, story: Story) -> None:
    """SCRATCH and music without rights never enter; the rest is written and the failure is a gate's."""
    story("good")
    story("bad-SCRATCH", folder="bad", withheld=("A synthetic voice stands in.",))
    made, _, text = built(root)
    assert made.items == 1
    assert "SCRATCH" not in text
    with pytest.raises(SegmentError, match=r"bad-SCRATCH: A synthetic voice stands in\.") as caught:
        refuse_withheld(made)
    assert caught.value.exit_code == 4


def test_a_scratch_build_beside_the_real_one_is_passed_over(root: Path, story: Story) -> None:
    """Once the take is there, the scratch files that are left say nothing."""
    story("good")
    story("good-SCRATCH", folder="good", withheld=("A synthetic voice stands in.",))
    made, _, _ = built(root)
    assert (made.items, made.withheld) == (1, {})


def test_two_stories_of_one_name_are_told(root: Path, story: Story) -> None:
    """They would have one address: the build stops and names both."""
    story("one", folder="a")
    story("one", folder="b")
    with pytest.raises(SegmentError, match="Two stories or episodes have made files called one"):
        built(root)


def test_two_names_with_one_id_are_told(root: Path, story: Story) -> None:
    """A copied id is found before a feed is written with it."""
    story("one")
    built(root)
    ids = root / "feed.guids.toml"
    ids.write_text(ids.read_text() + ids.read_text().partition("[")[1] + ids.read_text().partition("[")[2].replace("one", "two"))
    with pytest.raises(SegmentError, match="one and two have the same id"):
        built(root)


def test_ids_that_cannot_be_read_stop_the_build(root: Path, story: Story) -> None:
    """A damaged file of ids is never replaced by a new one."""
    story("one")
    (root / "feed.guids.toml").write_text("[items", encoding="utf-8")
    with pytest.raises(SegmentError, match="cannot be read"):
        built(root)
    assert (root / "feed.guids.toml").read_text() == "[items"


def test_a_feed_of_another_program_is_not_touched(root: Path, story: Story) -> None:
    """It stays, with exit code 2; --force keeps it as feed.xml~1."""
    story("one")
    (root / "feed.xml").write_text("<rss><channel><generator>Other</generator></channel></rss>")
    with pytest.raises(SegmentError, match="another program") as caught:
        built(root)
    assert caught.value.exit_code == 2
    build(load(root, {}), None, force=True, now=NOW)
    assert "Other" in (root / "feed.xml~1").read_text()


def test_a_file_that_was_changed_is_told(root: Path, story: Story) -> None:
    """A feed never says a length that is not the file's."""
    (story("one") / "one.mp3").write_bytes(b"shorter")
    with pytest.raises(SegmentError, match="was changed since it was made"):
        built(root)


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("<b>Rust</b> & Bone", "Rust &amp; Bone"),
        ("🎬 Été", "🎬 Été"),
        ("The Friday Review: Rust", "Rust"),
        ("Episode 12: Rust", "Rust"),
        ("2001: A Space Odyssey", "2001: A Space Odyssey"),
        ("x" * 5000, "x" * 254 + "…"),
    ],
)
def test_titles_are_made_fit(root: Path, story: Story, title: str, shown: str) -> None:
    """Markup, the show's name, a number and 5,000 characters do not reach the feed; a film called by a number does."""
    story("one", title=title)
    _, findings, text = built(root)
    assert f"<itunes:title>{shown}</itunes:title>" in text
    assert not [one for one in findings if one.level == "error"]


def test_what_the_feed_needs_is_told_at_once(tmp_path: Path) -> None:
    """Every lacking setting stands in one message."""
    (tmp_path / "segment.toml").write_text('[feed]\nurl = "friday"\n', encoding="utf-8")
    with pytest.raises(SegmentError) as caught:
        build(load(tmp_path, {}), None, force=False)
    for key in ("feed.url", "show.name", "feed.description", "feed.author"):
        assert key in caught.value.message


def test_a_category_in_the_wrong_case_is_answered(root: Path) -> None:
    """Apple's categories are known with their case."""
    settings = (root / "segment.toml").read_text(encoding="utf-8")
    (root / "segment.toml").write_text(settings + 'category = "TV & film > Film reviews"\n', encoding="utf-8")
    with pytest.raises(SegmentError, match="Did you mean TV & Film > Film Reviews"):
        load(root, {})


def png(width: int, height: int, format_: str = "rgb24") -> bytes:
    """A plain picture."""
    channels = {"rgb24": (3,), "rgba": (4,), "gray": ()}[format_]
    out = io.BytesIO()
    with av.open(out, "w", format="image2pipe") as container:
        stream = container.add_stream("png", rate=1)
        stream.width, stream.height, stream.pix_fmt = width, height, format_
        frame = av.VideoFrame.from_ndarray(np.full((height, width, *channels), 128, np.uint8), format=format_)
        for packet in [*stream.encode(frame), *stream.encode()]:
            container.mux(packet)
    return out.getvalue()


@pytest.mark.parametrize(
    ("made", "side", "level"),
    [
        ((1500, 1400, "rgb24"), 1400, "info"),
        ((600, 600, "rgb24"), 1400, "warning"),
        ((3200, 3200, "gray"), 3000, "info"),
        ((1400, 1400, "rgba"), 1400, "info"),
    ],
)
def test_art_is_made_right(root: Path, made: tuple[int, int, str], side: int, level: str) -> None:
    """What is not square, too small, too large, grey or transparent becomes a square RGB JPEG, with a note."""
    (root / "art.png").write_bytes(png(*made))
    project = load(root, {})
    result = art(replace(project, show=replace(project.show, art="art.png")))
    seen = look(result.data, "art")
    assert result.data.startswith(b"\xff\xd8\xff")
    assert (seen.width, seen.height, seen.rgb) == (side, side, True)
    assert [(one.code, one.level) for one in result.findings] == [("PB001", level)]


def test_right_art_goes_out_as_it_is(root: Path) -> None:
    """Not a byte of a fitting picture is changed."""
    data = png(1400, 1400)
    (root / "art.png").write_bytes(data)
    project = load(root, {})
    assert art(replace(project, show=replace(project.show, art="art.png"))).data == data


def test_art_that_is_missing_is_told(root: Path, story: Story) -> None:
    """A file that is not there stops the build with its name."""
    story("one")
    settings = (root / "segment.toml").read_text(encoding="utf-8")
    (root / "segment.toml").write_text(settings.replace("[feed]", 'art = "gone.jpg"\n[feed]'), encoding="utf-8")
    with pytest.raises(SegmentError, match=r"gone\.jpg"):
        built(root)


def test_a_thousand_segments_are_a_feed_in_time(root: Path, story: Story) -> None:
    """A feed of 1,000 made segments is built again in under 2 s of work."""
    for number in range(1000):
        story(f"review-{number}", date=f"20{number % 20 + 1:02}-01-{number % 28 + 1:02}")
    built(root)
    begun = time.process_time()
    made, _, _ = built(root)
    assert (made.items, made.changed) == (1000, False)
    assert time.process_time() - begun < 2
