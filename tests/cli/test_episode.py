"""``segment episode``, from the outside."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Segment
from tests.pipeline.episodes.conftest import episode, noise, show


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A show with an episode of one finished sound and a placeholder."""
    root = show(tmp_path)
    text = (
        'title = "Harbour"\nnumber = 4\nseason = 2\nstarts_at = "9:00"\nlength = "2:00"\n'
        '[[segments]]\naudio = "a.wav"\ntitle = "The harbour"\nrights = ["air", "podcast"]\nlength = "0:05"\nat = "0:40"\n'
        '[[segments]]\nslot = "ad"\n'
        '[[segments]]\ntitle = "Opera"\nplaceholder = true\nlength = "0:10"\n'
    )
    made = episode(root, text)
    noise(made / "a.wav", 4.0)
    return made


def test_the_word_make_may_be_left_out_and_status_is_a_table(segment: Segment, folder: Path) -> None:
    """Made by name and by file, with JSON that says what stands where; a second run says that nothing was done."""
    root = folder.parents[1]
    status = segment("episode", "status", "friday", cwd=root)
    assert status.returncode == 0, status.stderr
    assert status.stdout.splitlines()[0] == "2.4  Harbour: incomplete"
    assert "to fill" in status.stdout
    assert "(9:00:00 to 9:0" in status.stdout
    assert "missing: opera" in status.stderr
    would = segment("episode", "friday", "--dry-run", cwd=root)
    assert would.returncode == 0, would.stderr
    assert "script.txt" in would.stdout
    assert {path.name for path in folder.iterdir()} == {"episode.toml", "a.wav"}
    made = segment("episode", "friday", "--json", cwd=root)
    assert made.returncode == 0, made.stderr
    told = json.loads(made.stdout)
    assert (told["made"], told["slug"], told["episode"]["season"]) == (True, "4-harbour", 2)
    assert [one["name"] for one in told["episode"]["segments"]] == ["a", "ad", "opera"]
    assert told["episode"]["segments"][0]["start_s"] == 40.0
    again = segment("episode", "make", "episodes/friday/episode.toml", cwd=root)
    assert again.returncode == 0
    assert "4-harbour is up to date: nothing was done." in again.stderr
    assert "nothing would be written" in segment("episode", "friday", "--dry-run", cwd=root).stderr
    measured = json.loads(segment("episode", "status", "friday", "--json", cwd=root).stdout)
    assert not measured["is_reckoned"]
    assert measured["length_s"] == pytest.approx(told["duration_s"], abs=0.1)


def failed(segment: Segment, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command that fails without a traceback."""
    done = segment(*arguments, cwd=cwd)
    assert "Traceback" not in done.stderr
    assert done.returncode != 0
    return done


def test_bad_input_is_a_sentence(segment: Segment, folder: Path) -> None:
    """What is wrong with an episode.toml comes with file, line and hint, under --json as JSON, and check judges it the same."""
    root = folder.parents[1]
    (folder / "episode.toml").write_text('title = "X"\n[[segments]]\nstorry = "a"\n', encoding="utf-8")
    done = failed(segment, root, "episode", "friday", "--json")
    error = json.loads(done.stdout)
    assert (error["exit_code"], done.returncode) == (2, 2)
    assert "line 3: Segment 1: storry is no key of an episode. Did you mean story?" in error["error"]["message"]
    judged = failed(segment, root, "check", "episodes/friday/episode.toml")
    assert "storry is no key of an episode" in judged.stdout + judged.stderr
    assert failed(segment, root, "episode", "frday").stderr.count("Did you mean friday?") == 1
    assert failed(segment, root, "episode", "status", "nowhere.toml").returncode == 1
