"""What is known of readers, and where it is kept."""

from __future__ import annotations

from pathlib import Path

from segment.model.project import Project
from segment.project import paces as kept
from segment.project.casting import profile
from segment.project.paces import paces, voice_pace


def test_an_unmeasured_voice_has_its_profile_s_pace(tmp_path: Path) -> None:
    """A show without a record estimates with the figures of the profile."""
    voice = profile("critic", "")
    found = paces(Project(root=str(tmp_path)), {"critic": voice}, [])
    assert found["critic"] == voice_pace(voice)


def test_what_was_heard_is_remembered(tmp_path: Path) -> None:
    """A reader who took a tenth longer over three minutes is expected to; another rate is another reader."""
    project, voice = Project(root=str(tmp_path)), profile("critic", "")
    kept._keep(project.root, {kept._voice_key(voice): kept._Measured(198.0, 180.0)})
    found = paces(project, {"critic": voice}, [])["critic"]
    assert 1.07 < found.scale < 1.1
    assert found.spread == 0.03


def test_a_reading_of_something_else_is_not_believed(tmp_path: Path) -> None:
    """A take three times as long as its script says nothing about the reader."""
    kept._keep(str(tmp_path), {"person critic": kept._Measured(300.0, 100.0)})
    assert paces(Project(root=str(tmp_path)), {}, ["critic"])["critic"].material_s == 0.0


def test_a_damaged_record_is_begun_anew(tmp_path: Path) -> None:
    """A file that cannot be read is as good as none, and is written over."""
    place = kept._place(str(tmp_path))
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(b"\x00 not json")
    kept._keep(str(tmp_path), {"person critic": kept._Measured(200.0, 190.0)})
    assert paces(Project(root=str(tmp_path)), {}, ["critic"])["critic"].material_s == 200.0
