"""Music, stings and clips, each only where it may be used."""

from __future__ import annotations

import tomllib
from pathlib import Path

import numpy as np
import pytest

from segment.media.sound import write_flac
from segment.model.asset import Asset, Right
from segment.model.project import Project
from segment.model.running_order import Entry, RunningOrder
from segment.model.script import Clip, Item, Move, Music, Pause, Speech, Sting, Text
from segment.model.sound import Sound
from segment.project.music import Crate, gather
from segment.project.withheld import without_withheld_clips

AIR_ONLY = Asset(name="trailer", path="trailer.flac", title="trailer", rights=("air",), origin="project")


@pytest.fixture
def show(tmp_path: Path) -> Project:
    """A show with one second of its own sound, cleared for air alone."""
    second = Sound(samples=np.full((44_100, 1), 0.1, dtype=np.float32), rate=44_100, fingerprint="")
    write_flac(tmp_path / "trailer.flac", second, 16)
    return Project(root=str(tmp_path), beds={"trailer": AIR_ONLY})


def order(*items: Item) -> RunningOrder:
    """A running order of these cues."""
    return RunningOrder(slug="", title="", entries=tuple(Entry(part="PIECE", item=item) for item in items))


@pytest.mark.parametrize(("use", "left"), [("air", 1), ("podcast", 0)])
def test_a_clip_is_left_out_where_it_may_not_be_used(show: Project, use: Right, left: int) -> None:
    """Nothing stands in for a clip: without the right it is dropped from that deliverable with a note, and only there."""
    kept, notes = without_withheld_clips(order(Clip(asset="trailer")), show, use)
    assert len(kept.entries) == left
    assert [note.code for note in notes] == ["PJ022"] * (1 - left)


def test_a_sting_that_may_not_be_used_gives_way_to_the_house_sting(show: Project) -> None:
    """A short sound is never replaced by a bed of half a minute."""
    found = gather(order(Sting(asset="trailer")), show, "podcast", Crate(), Path(show.root))
    assert found.used["trailer"].stem == "sting"
    assert [note.code for note in found.findings] == ["PJ020"]


def test_the_hint_for_unknown_rights_names_a_key_that_toml_takes(show: Project, tmp_path: Path) -> None:
    """A file named by its path is told as a section that can be pasted into the settings."""
    (tmp_path / "my trailer.v2.flac").write_bytes((tmp_path / "trailer.flac").read_bytes())
    found = gather(order(Clip(asset="my trailer.v2.flac")), show, "air", Crate(), tmp_path)
    (note,) = found.findings
    section = note.hint[note.hint.index("[beds") : note.hint.index(" with its file")]
    assert tomllib.loads(section) == {"beds": {"my trailer.v2": {}}}


LONG = " ".join(["word"] * 31)


def said(text: str, comment: str = "") -> Speech:
    """A line of the critic's."""
    return Speech(role="critic", spans=(Text(text=text),), comment=comment)


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        (said("Here is how it sounds."), True),
        (said("Here is how it sounds.", "keep"), False),
        (said(LONG + "."), False),
        (said(LONG + ":"), True),
        (said(LONG + ".", "bridge, lead-in"), True),
    ],
    ids=["short", "kept", "long", "long with a colon", "long and marked"],
)
def test_a_clip_that_is_left_out_takes_its_lead_in_along(show: Project, line: Speech, goes: bool) -> None:
    """The line that announces a clip is not heard without it, and the note says which line went; a pause between is no matter."""
    before = said("The film is good.")
    items = (before, line, Pause(seconds=0.5), Clip(asset="trailer"), said("So it goes."))
    kept, (note,) = without_withheld_clips(order(*items), show, "podcast")
    left = [entry.item for entry in kept.entries]
    assert (line in left) is not goes
    assert before in left
    assert ("line that leads into it" in note.message) is goes
    assert without_withheld_clips(order(*items), show, "air")[0].entries == order(*items).entries


def test_music_that_may_not_be_used_gives_way_to_the_house_bed(show: Project) -> None:
    """The podcast gets the house's bed in place of the show's own, with a note; on air the show's own plays."""
    cue = Music(bed="trailer", moves=(Move(verb="under"),))
    podcast, air = (gather(order(cue), show, use, Crate(), Path(show.root)) for use in ("podcast", "air"))
    assert podcast.used["trailer"].stem == "intro"
    assert podcast.assets["trailer"].licence == "CC0-1.0"
    assert [note.code for note in podcast.findings] == ["PJ020"]
    assert air.used["trailer"].stem == "trailer"
    assert air.assets["trailer"].rights == ("air",)


def test_unknown_rights_are_told_and_recorded_as_unknown(show: Project, tmp_path: Path) -> None:
    """A sound of which nothing is said plays everywhere with a note, and its rights stay empty."""
    (tmp_path / "found.flac").write_bytes((tmp_path / "trailer.flac").read_bytes())
    found = gather(order(Sting(asset="found.flac")), show, "podcast", Crate(), tmp_path)
    assert [note.code for note in found.findings] == ["PJ021"]
    assert found.assets["found.flac"].rights == ()
