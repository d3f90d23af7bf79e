"""What is out and was wrong: corrected, withdrawn, taken back in; the id and the old file stay."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from segment.errors import Cause, PublishError, SegmentError
from segment.project.feed.assigned import read
from segment.project.feed.building import build
from segment.project.feed.changing import restore, withdraw
from segment.project.load import load
from segment.project.site.folder import Folder
from segment.project.site.publishing import publish
from segment.steps import silent

NOW = datetime(2026, 3, 8, 12, tzinfo=UTC)
Story = Callable[..., Path]


def out(root: Path, now: datetime = NOW, **options):
    """Publish the show to its folder."""
    options.setdefault("dry_run", False)
    return publish(load(root, {}), "", silent, force=False, now=now, **options)


def feed(root: Path) -> str:
    """The published feed."""
    return (root / "site" / "feed.xml").read_text(encoding="utf-8")


def identity(text: str) -> tuple[list[str], list[str]]:
    """Ids and dates of a feed's items."""
    return re.findall(r"<guid.*?</guid>", text), re.findall(r"<pubDate>.*?</pubDate>", text)


def test_a_correction_has_a_new_name_and_the_old_file_stays(root: Path, story: Story) -> None:
    """Published again: -r2 for sound and texts, the same id and date, a line in the notes and the page; the old sound stays."""
    story("one")
    out(root)
    before, old = identity(feed(root)), (root / "site" / "one" / "one.mp3").read_bytes()
    story("one", sound="right")
    done = out(root, corrections={"one": 'The director\'s "name" \\ 5 < 6'})
    text = feed(root)
    assert identity(text) == before
    assert 'url="https://example.org/friday/one/one-r2.mp3" length="50"' in text
    assert "one/one-r2.vtt" in text
    assert "one.mp3" not in text
    assert '2026-03-08: The director\'s "name" \\ 5 &lt; 6' in text
    assert (root / "site" / "one" / "one.mp3").read_bytes() == old
    assert (root / "site" / "one" / "one-r2.mp3").read_bytes() == b"right" * 10
    assert done.sent[0] == "one/one-r2.mp3"
    assert done.sent[-1] == "feed.xml"
    page = (root / "site" / "one" / "index.html").read_text(encoding="utf-8")
    assert 'src="one-r2.mp3"' in page
    assert "2026-03-08: The director&#x27;s" in page or "2026-03-08: The director's" in page
    assert out(root).sent == ()


def test_a_second_correction_keeps_both(root: Path, story: Story) -> None:
    """It is -r3, and both lines stand in the notes in their order."""
    story("one")
    out(root)
    for number, text in enumerate(("First.", "Second."), 2):
        story("one", sound=text)
        out(root, corrections={"one": text})
        assert (root / "site" / "one" / f"one-r{number}.mp3").is_file()
    assert read(root)["one"].corrections == ("2026-03-08: First.", "2026-03-08: Second.")
    assert feed(root).index("First.") < feed(root).index("Second.")
    assert {path.name for path in (root / "site" / "one").glob("*.mp3")} == {"one.mp3", "one-r2.mp3", "one-r3.mp3"}


def test_a_correction_that_breaks_off_is_remembered(root: Path, story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    """The upload fails: the old feed and the old sound stay, and the next run, told again or not, goes on under the same name."""
    story("one")
    out(root)
    before = feed(root)
    story("one", sound="right")
    put = Folder.put

    def breaks(self: Folder, file) -> None:
        if file.name.endswith(".vtt"):
            raise PublishError("The line is dead.", cause=Cause.MACHINE)
        put(self, file)

    monkeypatch.setattr(Folder, "put", breaks)
    with pytest.raises(PublishError, match="dead"):
        out(root, corrections={"one": "A name."})
    assert feed(root) == before
    monkeypatch.setattr(Folder, "put", put)
    out(root, corrections={"one": "A name."})
    assert read(root)["one"].revision == 2
    assert out(root).sent == ()
    assert (root / "site" / "one" / "one.mp3").read_bytes() == b"one" * 10


def test_a_dry_run_of_a_correction_writes_nothing(root: Path, story: Story) -> None:
    """It lists the new name, and the ids stay as they are."""
    story("one")
    out(root)
    ids = (root / "feed.guids.toml").read_bytes()
    story("one", sound="right")
    done = out(root, corrections={"one": "A name."}, dry_run=True)
    assert "one/one-r2.mp3" in done.sent
    assert (root / "feed.guids.toml").read_bytes() == ids


def test_what_cannot_be_corrected_is_told(root: Path, story: Story) -> None:
    """Something that was never out, with the nearest name; and something that was not made again since."""
    story("one")
    out(root)
    with pytest.raises(SegmentError, match="never in the feed") as caught:
        out(root, corrections={"oen": "A name."})
    assert (caught.value.exit_code, caught.value.hint) == (2, "Did you mean one? feed.skip keeps out what has not been in it.")
    with pytest.raises(SegmentError, match="as it was published"):
        out(root, corrections={"one": "A name."})


def test_a_file_that_only_changed_is_noted(root: Path, story: Story) -> None:
    """Made again without a word of it, it goes out under its old name, and a note says what that means."""
    story("one")
    out(root)
    story("one", sound="other")
    done = out(root)
    assert "one/one.mp3" in done.sent
    (note,) = [one for one in done.findings if one.code == "PB002"]
    assert '--correct one="' in note.hint


def test_what_is_withdrawn_is_out_of_the_feed_and_nothing_is_lost(root: Path, story: Story) -> None:
    """The feed leaves it out, its files stay, its page says so; taken back it has its id and its date again."""
    story("one")
    story("two", date="2026-03-05")
    out(root)
    before = feed(root)
    withdraw(load(root, {}), "one", 'A <b>name</b> was "wrong".', now=NOW)
    done = out(root)
    assert done.feed.withdrawn == ("one",)
    assert "one.mp3" not in feed(root)
    assert (root / "site" / "one" / "one.mp3").is_file()
    page = (root / "site" / "one" / "index.html").read_text(encoding="utf-8")
    assert "withdrawn on" in page
    assert "A &lt;b&gt;name" in page
    assert "one.mp3" not in page
    assert "one/index.html" not in (root / "site" / "index.html").read_text(encoding="utf-8")
    assert not [one for one in done.findings if one.level != "info"]
    restore(load(root, {}), "one")
    out(root, NOW.replace(year=2027))
    assert feed(root) == before


def test_only_what_was_out_can_be_withdrawn(root: Path, story: Story) -> None:
    """A wrong name is answered with the nearest; what is in the feed cannot be taken back into it."""
    story("one")
    out(root)
    with pytest.raises(SegmentError, match="never in the feed") as caught:
        withdraw(load(root, {}), "on", "", now=NOW)
    assert caught.value.exit_code == 2
    with pytest.raises(SegmentError, match="was not withdrawn"):
        restore(load(root, {}), "one")


def test_a_new_feed_file_after_a_correction_is_the_same_twice(root: Path, story: Story) -> None:
    """Where nothing changed since, feed and ids stay the same to the byte, corrections and all."""
    story("one")
    build(load(root, {}), None, force=False, now=NOW)
    story("one", sound="right")
    build(load(root, {}), None, force=False, now=NOW, corrections={"one": "A name\x7f."})
    files = [(root / name).read_bytes() for name in ("feed.xml", "feed.guids.toml")]
    made, _ = build(load(root, {}), None, force=False, now=NOW.replace(year=2030))
    assert not made.changed
    assert [(root / name).read_bytes() for name in ("feed.xml", "feed.guids.toml")] == files


def test_published_things_that_are_gone_are_told(root: Path, story: Story) -> None:
    """A story whose files were deleted drops out of the feed with a warning; once it is withdrawn its page says so."""
    folder = story("one")
    story("two")
    out(root)
    for path in folder.iterdir():
        path.unlink()
    assert [one.code for one in out(root).findings if one.level == "warning"] == ["PB004"]
    withdraw(load(root, {}), "one", "", now=NOW)
    assert not [one for one in out(root).findings if one.level == "warning"]
    assert "withdrawn on" in (root / "site" / "one" / "index.html").read_text(encoding="utf-8")
