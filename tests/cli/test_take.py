"""``segment take``, from the outside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import soundfile

from segment.sentences import sentences
from tests.cli.conftest import SHORT, Segment
from tests.voice.take import readers, recordings

SAID = [text for line in SHORT.splitlines() if line.startswith("CRITIC: ") for text in sentences(line.partition(": ")[2])]
PLAIN = [text.replace("[300ms] ", "") for text in SAID]


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A script, and its recording with every sentence begun twice."""
    folder = tmp_path_factory.mktemp("story")
    (folder / "script.txt").write_text(SHORT, encoding="utf-8")
    made = recordings.flubbed(PLAIN, readers.EMBEDDED, every=1)
    soundfile.write(folder / "friday.flac", made.samples, readers.RATE)
    return folder


def test_what_was_found_is_told_sentence_by_sentence(segment: Segment, story: Path) -> None:
    """Each sentence has a place and a confidence, flubs are named as other readings, and the share is at the end."""
    done = segment("take", "check", "friday.flac", "script.txt", cwd=story)
    assert done.returncode == 0, done.stderr
    assert "100 % of the script was found in friday.flac." in done.stdout
    assert done.stdout.count("also read at") >= 2
    told = json.loads(segment("take", "check", "friday.flac", "script.txt", "--json", cwd=story).stdout)
    assert [one["text"] for one in told["sentences"]] == PLAIN
    assert all(one["place"] and 0 < one["confidence"] <= 1 for one in told["sentences"])
    assert sorted(path.name for path in story.iterdir()) == ["friday.flac", "script.txt"]


def test_a_role_without_lines_is_named(segment: Segment, story: Path) -> None:
    """Exit code 2, with the role."""
    done = segment("take", "check", "friday.flac", "script.txt", "--role", "guest", cwd=story)
    assert done.returncode == 2
    assert "GUEST" in done.stderr
