"""``segment why``: what files were made from, and what a change made anew."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import SHORT, Segment


@pytest.fixture(scope="module")
def story(segment: Segment, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A show with a made story."""
    folder = tmp_path_factory.mktemp("show")
    (folder / "segment.toml").write_text('[show]\nname = "Test"\n')
    story = folder / "stories" / "short"
    story.mkdir(parents=True)
    (story / "script.txt").write_text(SHORT, encoding="utf-8")
    (folder / "voices").mkdir()
    shutil.copy(Path(__file__).resolve().parents[2] / "voices" / "critic.toml", folder / "voices" / "critic.toml")
    assert segment("mix", "stories/short/script.txt", cwd=folder).returncode == 0
    return folder


def asked(segment: Segment, folder: Path, out: str = "stories/short/out") -> dict[str, Any]:
    """The answer as JSON."""
    done = segment("why", out, "--json", cwd=folder)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def test_a_change_is_named_with_the_lines_it_made_anew(segment: Segment, story: Path) -> None:
    """Made once nothing differs; a word changed is seen before the build, and after it the one line and the files that differ."""
    first = asked(segment, story)
    assert first["up_to_date"] is True
    assert first["since"] is None
    assert {entry["role"] for entry in first["inputs"]} >= {"script", "project", "voice:critic", "voice:host", "sound:intro"}
    script = story / "stories" / "short" / "script.txt"
    script.write_text(script.read_text().replace("I liked it.", "I liked it well enough."))
    assert [e["role"] for e in asked(segment, story)["inputs"] if e["state"] == "changed"] == ["script"]
    assert segment("mix", "stories/short/script.txt", cwd=story).returncode == 0
    second = asked(segment, story, "stories/short/out/short-one.mp3")
    assert second["up_to_date"] is True
    assert [entry["role"] for entry in second["since"]["inputs"]] == ["script"]
    assert [line["id"] for line in second["since"]["lines"]] == ["critic-2"]
    assert second["since"]["kept"] == 3
    assert "short-one.mp3" in second["since"]["outputs"]
    assert "critic-2 at" in segment("why", "stories/short/out", cwd=story).stdout


def test_a_voice_that_changed_makes_its_lines_anew(segment: Segment, story: Path) -> None:
    """Another pitch for the critic is a changed input, and every line of the critic's is another, none of the host's."""
    voice = story / "voices" / "critic.toml"
    voice.write_text(voice.read_text().replace("pitch = ", "pitch = 1"))
    assert [e["role"] for e in asked(segment, story)["inputs"] if e["state"] == "changed"] == ["voice:critic"]
    voice.write_text('engine = "pyttsx3"\nvoice = "en-us+m3"\nlanguage = "en-US"\n')
    assert segment("mix", "stories/short/script.txt", cwd=story).returncode == 0
    since = asked(segment, story)["since"]
    assert {line["id"].partition("-")[0] for line in since["lines"]} == {"critic"}
    assert "voice:critic" in {entry["role"] for entry in since["inputs"]}


def test_an_edited_file_is_said_to_be(segment: Segment, story: Path) -> None:
    """A finished file that was changed or is gone makes the answer no."""
    captions = story / "stories" / "short" / "out" / "short-one.vtt"
    whole = captions.read_bytes()
    captions.write_bytes(whole + b"\n")
    found = asked(segment, story)
    assert found["up_to_date"] is False
    assert {made["path"]: made["state"] for made in found["outputs"]}["short-one.vtt"] == "edited"
    captions.write_bytes(whole)


@pytest.mark.parametrize(("out", "told"), [("nothing", "no build"), ("a.mp3", "was not made by this tool")], ids=str)
def test_what_is_not_ours_is_a_sentence(segment: Segment, tmp_path: Path, out: str, told: str) -> None:
    """A folder without a build and a foreign file end with exit 1 and a sentence."""
    (tmp_path / "nothing").mkdir()
    (tmp_path / "a.mp3").write_bytes(b"x")
    done = segment("why", out, cwd=tmp_path)
    assert (done.returncode, told in done.stderr) == (1, True)
