"""Names: found, learnt, heard, and only what holds them spoken anew."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Segment

REVIEW = """---
title: Ash
kind: film
reviewer: Hanna Birkett
cast:
  - actor: Jacques Bouillard
    role: Piet
---

Jacques Bouillard plays Piet. The sea is cold, and so is he. He waits on the pier for a boat that will not come back.
"""
SCRIPT = """SLUG: ASH
TITLE: Ash

PIECE:
CRITIC: The sea is cold.
CRITIC: Bouillard plays him. He waits on the pier.
"""


def test_a_name_is_found_learnt_and_no_longer_at_risk(segment: Segment, tmp_path: Path) -> None:
    """The list says what is at risk and how it may be said; learn writes it down once, and a second word is refused, exit 2."""
    (tmp_path / "segment.toml").write_text("")
    (tmp_path / "review.md").write_text(REVIEW, encoding="utf-8")
    found = json.loads(segment("voices", "names", "review.md", "--json", cwd=tmp_path).stdout)["names"]
    assert [(name["word"], name["candidates"][0]) for name in found] == [("Jacques", "ZHAHK"), ("Bouillard", "boo-YAR")]
    assert "Bouillard (boo-YAR)" in segment("voices", "names", "review.md", cwd=tmp_path).stdout
    assert segment("voices", "learn", "Bouillard (boo-YAR)", "--note", "actor", cwd=tmp_path).returncode == 0
    refused = segment("voices", "learn", "Bouillard (BOO-yard)", cwd=tmp_path)
    assert refused.returncode == 2
    assert "boo-YAR" in refused.stderr
    left = json.loads(segment("voices", "names", "review.md", "--json", cwd=tmp_path).stdout)["names"]
    assert [name["word"] for name in left] == ["Jacques"]
    read = json.loads(segment("voices", "say", "Bouillard", "--json", cwd=tmp_path).stdout)
    assert read["marked"] not in {"", read["plain"]}


def test_a_changed_pronunciation_speaks_only_its_sentence_anew(segment: Segment, tmp_path: Path) -> None:
    """After a name is learnt one sentence is spoken and two are kept; why names the list; no transcript shows a respelling."""
    (tmp_path / "segment.toml").write_text("")
    story = tmp_path / "stories" / "ash"
    story.mkdir(parents=True)
    (story / "script.txt").write_text(SCRIPT, encoding="utf-8")

    def shelf() -> int:
        return int(json.loads(segment("voices", "shelf", "--json", cwd=tmp_path).stdout)["sentences"])

    assert segment("mix", "stories/ash/script.txt", cwd=tmp_path).returncode == 0
    assert shelf() == 3
    assert segment("voices", "learn", "Bouillard (boo-YAR)", cwd=tmp_path).returncode == 0
    assert segment("mix", "stories/ash/script.txt", cwd=tmp_path).returncode == 0
    assert shelf() == 4
    first = json.loads(segment("why", "stories/ash/out", "--json", cwd=tmp_path).stdout)
    assert "pronunciations" in first["since"]["added"]
    assert [line["id"] for line in first["since"]["lines"]] == ["critic-2"]
    own = tmp_path / "voices" / "pronunciations.toml"
    own.write_text(own.read_text().replace("boo-YAR", "BOO-yar"))
    state = json.loads(segment("why", "stories/ash/out", "--json", cwd=tmp_path).stdout)
    assert [entry["path"] for entry in state["inputs"] if entry["state"] == "changed"] == ["../../../voices/pronunciations.toml"]
    texts = [path for path in (story / "out").iterdir() if path.suffix in {".vtt", ".srt", ".txt", ".json"}]
    assert texts
    assert not any("boo-YAR" in path.read_text(encoding="utf-8") for path in texts)


def test_notes_on_facts_and_for_the_ear_come_with_a_mix(segment: Segment, tmp_path: Path) -> None:
    """A script edited by hand is held against the review in its story folder; the show may allow a note by its code."""
    (tmp_path / "segment.toml").write_text('[notes]\nallow = ["SC207"]\n')
    story = tmp_path / "stories" / "ash"
    story.mkdir(parents=True)
    (story / "review.md").write_text(REVIEW, encoding="utf-8")
    edited = SCRIPT.replace(
        "Bouillard plays him.", "Bouilard plays him. It opens tonight. A reporter from Oslo fell asleep in the bus."
    )
    (story / "script.txt").write_text(edited, encoding="utf-8")
    made = json.loads(segment("mix", "stories/ash/script.txt", "--json", cwd=tmp_path).stdout)
    notes = {finding["code"]: finding for finding in made["findings"]}
    assert {"SC240", "SC244"} <= set(notes)
    assert "SC207" not in notes
    assert notes["SC240"]["where"]["line"] == 6
    (tmp_path / "segment.toml").write_text('[notes]\nallow = ["SC27"]\n')
    assert "notes.allow cannot be 'SC27'" in segment("mix", "stories/ash/script.txt", cwd=tmp_path).stderr
