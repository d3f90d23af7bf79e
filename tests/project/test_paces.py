"""What is learned of a reader's pace, and how much it counts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from segment.library.places import store
from segment.model.project import Project
from segment.project.casting import profile
from segment.project.paces import _voice_key, human_pace, paces, voice_pace


def test_a_person_is_believed_sooner_than_a_voice_that_is_known(tmp_path: Path) -> None:
    """Three minutes of a person a tenth slower than expected move the estimate most of the way; those of a built-in voice, for
    which the figures were fitted, a quarter; a voice of another engine is believed as a person is.
    """
    (tmp_path / "segment.toml").write_text("", encoding="utf-8")
    show = Project(root=str(tmp_path))
    own = profile("critic", "")
    other = replace(own, engine="command")
    slower = {"heard_s": 198.0, "expected_s": 180.0}
    known = {_voice_key(own): slower, _voice_key(other): slower, "person critic": slower}
    place = store(str(tmp_path)) / "paces.json"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(json.dumps(known), encoding="utf-8")
    assert paces(show, {"critic": own}, [])["critic"].scale == pytest.approx(1.025)
    assert paces(show, {"critic": other}, [])["critic"].scale == pytest.approx(225 / 207)
    person = paces(show, {}, ["critic"])["critic"]
    assert person.scale == pytest.approx(225 / 207)
    assert person.spread == pytest.approx(0.03)
    assert human_pace("en").scale == voice_pace(own).scale == 1.0
