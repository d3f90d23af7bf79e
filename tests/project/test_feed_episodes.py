"""Episodes in the feed: numbers and seasons, ids of their own, what stays out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from segment.errors import SegmentError
from segment.model.episode import EpisodeRecord
from segment.model.report import Input, SoundRecord
from segment.project.feed.building import build
from segment.project.load import load
from segment.project.site.publishing import publish
from segment.steps import silent

NOW = datetime(2026, 3, 8, 12, tzinfo=UTC)
Story = Callable[..., Path]


def built(root: Path):
    """One build of the feed, and its text."""
    made, findings = build(load(root, {}), None, force=False, now=NOW)
    return made, findings, (root / "feed.xml").read_text(encoding="utf-8")


def record(number: int = 0, season: int = 0, **more) -> EpisodeRecord:
    """What a build record says of an episode."""
    return EpisodeRecord(number=number, season=season, title="x", **more)


def test_an_episode_says_its_number_and_season(root: Path, story: Story) -> None:
    """Both namespaces have both; a segment beside it has neither."""
    story("friday-12", episode=record(12, 2, kind="bonus"))
    story("one")
    made, findings, text = built(root)
    assert made.items == 2
    for name in ("itunes", "podcast"):
        assert text.count(f"<{name}:episode>12</{name}:episode>") == 1
        assert text.count(f"<{name}:season>2</{name}:season>") == 1
    assert "<itunes:episodeType>bonus</itunes:episodeType>" in text
    assert not [one for one in findings if one.level == "error"]


def test_an_episode_keeps_an_id_it_had_before(root: Path, story: Story) -> None:
    """The guid of an episode.toml is the item's."""
    story("friday-12", episode=record(12, guid="https://old.example/12"))
    _, findings, text = built(root)
    assert '<guid isPermaLink="false">https://old.example/12</guid>' in text
    assert not [one for one in findings if one.level == "error"]


def test_two_episodes_of_one_number_stop_the_feed(root: Path, story: Story) -> None:
    """Both are named before anything is written; another season, or a trailer of that number, is none of it."""
    story("a", episode=record(12, 1))
    story("b", episode=record(12, 2))
    story("c", episode=record(12, 1, kind="trailer"))
    built(root)
    before = [(root / name).read_bytes() for name in ("feed.xml", "feed.guids.toml")]
    story("d", episode=record(12, 1))
    with pytest.raises(SegmentError, match="a and d are both episode 12 of season 1") as caught:
        built(root)
    assert caught.value.exit_code == 1
    with pytest.raises(SegmentError, match="both episode 12"):
        publish(load(root, {}), "", silent, dry_run=False, force=False, now=NOW)
    assert not (root / "site").exists()
    assert [(root / name).read_bytes() for name in ("feed.xml", "feed.guids.toml")] == before


def test_two_items_of_one_id_stop_the_feed(root: Path, story: Story) -> None:
    """An id that another episode has already is found before a feed is written with it twice."""
    story("a", episode=record(1, guid="x"))
    story("b", episode=record(2, guid="x"))
    with pytest.raises(SegmentError, match="a and b would have the same id, x"):
        built(root)
    assert not (root / "feed.xml").exists()


def test_a_story_and_an_episode_of_one_name_are_told(root: Path, story: Story) -> None:
    """They would have one address."""
    story("one")
    story("one", episode=record(1))
    with pytest.raises(SegmentError, match="Two stories or episodes have made files called one"):
        built(root)


def test_placeholders_never_enter(root: Path, story: Story) -> None:
    """An episode in which silence stands in for a segment stays out, whether its sheet says so or only its record."""
    story("a", episode=record(1, placeholders=("two",)))
    made, _, _ = built(root)
    assert (made.items, made.withheld) == (0, {"a": ("A placeholder stands in for two.",)})


@pytest.mark.parametrize(
    ("rights", "said"),
    [(("air",), "Waltz may not be used in a podcast."), ((), "Nothing says that Waltz may be used in a podcast.")],
)
def test_the_mixs_own_record_of_rights_decides(root: Path, story: Story, rights: tuple, said: str) -> None:
    """A sound in the record without podcast rights keeps it out, also where the sheet says nothing of it."""
    heard = SoundRecord(kind="bed", name="waltz", title="Waltz", author="", licence="", rights=rights, in_s=0, out_s=9)
    story("one", heard=(heard,))
    made, _, _ = built(root)
    assert made.withheld == {"one": (said,)}


def test_rights_that_were_taken_back_keep_it_out(root: Path, story: Story) -> None:
    """A bed that segment.toml no longer gives to podcasts keeps what was made with it out of the next feed."""
    heard = SoundRecord(
        kind="bed", name="waltz", title="Waltz", author="", licence="", rights=("air", "podcast"), in_s=0, out_s=9
    )
    story("one", heard=(heard,))
    bed = '[beds.waltz]\nfile = "waltz.flac"\ntitle = "Waltz"\nrights = [%s]\n'
    settings = (root / "segment.toml").read_text(encoding="utf-8")
    (root / "segment.toml").write_text(settings + bed % '"air", "podcast"', encoding="utf-8")
    assert built(root)[0].items == 1
    (root / "segment.toml").write_text(settings + bed % '"air"', encoding="utf-8")
    made, _, _ = built(root)
    assert made.withheld == {"one": ("Waltz may no longer be used in a podcast.",)}


def test_a_show_says_what_enters(root: Path, story: Story) -> None:
    """feed.items = "episodes" keeps new segments out, but what was in the feed stays; side by side they are noted."""
    story("one")
    built(root)
    way = Input(role="segment:one", path="../../../stories/one/out/one.report.json", sha256="")
    story("friday-1", episode=record(1), inputs=(way,))
    _, findings, _ = built(root)
    assert [one.message for one in findings if one.code == "PB003"] == [
        "The episode friday-1 is in the feed, and beside it what it is made of: one."
    ]
    settings = (root / "segment.toml").read_text(encoding="utf-8")
    (root / "segment.toml").write_text(settings + 'items = "episodes"\n', encoding="utf-8")
    story("two")
    made, _, text = built(root)
    assert made.items == 2
    assert "two.mp3" not in text
    assert "one.mp3" in text
