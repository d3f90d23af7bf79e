"""The show folder: ``init``, story folders, and SCRATCH."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import soundfile

from segment.sentences import sentences
from tests.cli.conftest import SHORT, Segment
from tests.voice.take import readers, recordings

STORY = "stories/salt-in-the-piano"


@pytest.fixture
def show(segment: Segment, tmp_path: Path) -> Path:
    """A new show folder."""
    done = segment("init", "my show", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    return tmp_path / "my show"


def short_story(show: Path) -> Path:
    """The example's story with a script of a few seconds."""
    story = show / STORY
    (story / "script.txt").write_text(SHORT, encoding="utf-8")
    return story


def test_a_new_show_builds_at_once(segment: Segment, show: Path) -> None:
    """init, then make without a word more: the finished files are in the story's out folder, the script beside the review."""
    done = segment("make", STORY, cwd=show)
    assert done.returncode == 0, done.stderr
    story = show / STORY
    assert sorted(p.name for p in (story / "out").iterdir()) == [
        "salt-in-the-piano.air.wav",
        "salt-in-the-piano.chapters.json",
        "salt-in-the-piano.mp3",
        "salt-in-the-piano.report.json",
        "salt-in-the-piano.vtt",
    ]
    assert (story / "script.txt").read_text(encoding="utf-8").startswith("SLUG: ")
    assert not (show / "out").exists()


def test_init_touches_nothing_that_is_there(segment: Segment, show: Path) -> None:
    """A second init into the same folder stops with exit code 2."""
    (show / "segment.toml").write_text("# mine\n")
    done = segment("init", "my show", cwd=show.parent)
    assert done.returncode == 2
    assert (show / "segment.toml").read_text() == "# mine\n"


def test_the_script_that_is_there_is_used_and_said(segment: Segment, show: Path) -> None:
    """A script in the story folder is the edit list; --rewrite keeps it as script.txt~1."""
    story = short_story(show)
    done = segment("make", STORY, cwd=show)
    assert done.returncode == 0, done.stderr
    assert "Used the script.txt that is there" in done.stderr
    assert (story / "out" / "short-one.mp3").is_file()
    assert (story / "script.txt").read_text(encoding="utf-8") == SHORT
    done = segment("make", STORY, "--rewrite", cwd=show)
    assert done.returncode == 0, done.stderr
    assert (story / "script.txt~1").read_text(encoding="utf-8") == SHORT
    assert "Ottoline" in (story / "script.txt").read_text(encoding="utf-8")


def test_a_synthetic_voice_in_a_persons_place_is_scratch(segment: Segment, show: Path) -> None:
    """Files are named SCRATCH, a warning says for whom; with a take in takes/ they are not, and a note names the take."""
    story = short_story(show)
    script = SHORT.replace("this week.", "this week. I'm Winifred Tallowby.")
    (story / "script.txt").write_text(script, encoding="utf-8")
    with (show / "segment.toml").open("a") as file:
        file.write('\n[roles.critic]\nperson = "Winifred Tallowby"\n')
    done = segment("make", STORY, "--json", cwd=show)
    assert done.returncode == 0, done.stdout + done.stderr
    result = json.loads(done.stdout)
    assert all("short-one-SCRATCH." in artifact["path"] for artifact in result["artifacts"])
    assert {"PJ010", "PJ011"} <= {note["code"] for note in result["findings"]}
    captions = (story / "out" / "short-one-SCRATCH.vtt").read_text(encoding="utf-8")
    assert "Winifred" not in captions
    critics = [line.partition(": ")[2] for line in script.splitlines() if line.startswith("CRITIC: ")]
    voice = recordings.straight([text for line in critics for text in sentences(line)], readers.EMBEDDED).samples
    soundfile.write(story / "takes" / "critic.wav", voice, readers.RATE)
    done = segment("make", STORY, "--json", cwd=show)
    assert done.returncode == 0, done.stdout + done.stderr
    result = json.loads(done.stdout)
    assert all("SCRATCH" not in artifact["path"] for artifact in result["artifacts"])
    assert any("critic.wav is heard" in note["message"] for note in result["findings"])
    assert "<v Winifred Tallowby>" in (story / "out" / "short-one.vtt").read_text(encoding="utf-8")


def test_music_without_podcast_rights_gives_way_to_the_house(segment: Segment, show: Path) -> None:
    """The air file plays the show's own bed, the podcast the house's, and a warning says so."""
    story = short_story(show)
    script = SHORT.replace("PIECE:\nMUSIC: intro, sneak out\n", "PIECE:\nMUSIC: theme, establish 1s, under, sneak out\n")
    (story / "script.txt").write_text(script, encoding="utf-8")
    t = np.arange(44_100 * 12) / 44_100
    soundfile.write(show / "beds" / "theme.wav", 0.2 * np.sin(2 * np.pi * 440 * t), 44_100)
    with (show / "segment.toml").open("a") as file:
        file.write('\n[beds.theme]\nfile = "beds/theme.wav"\nrights = ["air"]\n')
    done = segment("make", STORY, "--json", cwd=show)
    assert done.returncode == 0, done.stdout + done.stderr
    assert any(note["code"] == "PJ020" and "podcast" in note["message"] for note in json.loads(done.stdout)["findings"])


def test_doctor_says_what_is_there(segment: Segment, show: Path) -> None:
    """Everything needed is there after installation; --json has a line for each thing."""
    done = segment("doctor", "--json", cwd=show)
    assert done.returncode == 0, done.stdout
    checks = {check["name"]: check for check in json.loads(done.stdout)["checks"]}
    assert {"Python", "numpy", "voice engine pyttsx3", "voices", "templates", "music", "project"} <= set(checks)
    assert checks["project"]["detail"].endswith("segment.toml")


def test_doctor_names_a_broken_project(segment: Segment, show: Path) -> None:
    """A mistake in segment.toml is what is missing, exit code 3."""
    (show / "segment.toml").write_text("[show]\nnmae = 1\n")
    done = segment("doctor", cwd=show)
    assert done.returncode == 3
    assert "show.name" in done.stdout
