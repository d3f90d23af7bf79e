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
from segment.model.script import Clip, Sting
from segment.model.sound import Sound
from segment.project.music import Crate, gather, without_withheld_clips

AIR_ONLY = Asset(name="trailer", path="trailer.flac", title="trailer", rights=("air",), origin="project")


@pytest.fixture
def show(tmp_path: Path) -> Project:
    """A show with one second of its own sound, cleared for air alone."""
    second = Sound(samples=np.full((44_100, 1), 0.1, dtype=np.float32), rate=44_100, fingerprint="")
    write_flac(tmp_path / "trailer.flac", second, 16)
    return Project(root=str(tmp_path), beds={"trailer": AIR_ONLY})


def order(*items: Clip | Sting) -> RunningOrder:
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
