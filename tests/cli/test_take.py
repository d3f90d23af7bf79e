"""``segment take``, from the outside."""

from __future__ import annotations

import json
import re
import shutil
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


def test_the_list_is_written_once_and_obeyed(segment: Segment, story: Path, tmp_path: Path) -> None:
    """mix writes the list beside the recording; an edited one decides what is heard and stays as it is; so it says."""
    shutil.copytree(story, tmp_path, dirs_exist_ok=True)
    command = ("mix", "script.txt", "--take", "critic=friday.flac", "--json")
    assert segment(*command, cwd=tmp_path).returncode == 0
    path = tmp_path / "friday.critic.takes.txt"
    whole = path.read_text(encoding="utf-8")
    assert [line for line in whole.splitlines() if line.startswith("SENTENCE: ")] == [f"SENTENCE: {text}" for text in PLAIN]
    blocks = whole.split("\n\n")
    blocks[2:] = [block.replace("\n* ", "\n  ") if PLAIN[1] in block else block for block in blocks[2:]]
    path.write_text("\n\n".join(blocks), encoding="utf-8")
    edited = path.read_bytes()
    done = segment(*command, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    heard = (tmp_path / "out" / "short-one.vtt").read_text(encoding="utf-8")
    assert "shorter than this" in heard
    assert PLAIN[1] not in heard
    codes = {note["code"]: note["message"] for note in json.loads(done.stdout)["findings"]}
    assert PLAIN[1] in codes["TK016"]
    assert "friday.critic.takes.txt is edited" in codes["TK013"]
    assert path.read_bytes() == edited
    record = json.loads((tmp_path / "out" / "short-one.report.json").read_text(encoding="utf-8"))
    assert "../friday.critic.takes.txt" in [entry["path"] for entry in record["inputs"] if entry["role"] == "list:critic"]
    refused = segment("take", "list", "friday.flac", "script.txt", cwd=tmp_path)
    assert refused.returncode == 2
    assert "--force" in refused.stderr
    assert segment("take", "list", "friday.flac", "script.txt", "--force", cwd=tmp_path).returncode == 0
    assert (tmp_path / "friday.critic.takes.txt~1").read_bytes() == edited
    assert path.read_text(encoding="utf-8").count("\n* ") == whole.count("\n* ") - 1


def test_labels_go_out_and_come_in(segment: Segment, story: Path, tmp_path: Path) -> None:
    """take labels writes a track beside the recording, take list --labels makes the list of an edited one."""
    shutil.copytree(story, tmp_path, dirs_exist_ok=True)
    would = segment("take", "labels", "friday.flac", "script.txt", "--dry-run", cwd=tmp_path)
    assert "friday.labels.txt: new" in would.stdout
    track = tmp_path / "friday.labels.txt"
    assert not track.exists()
    assert segment("take", "labels", "friday.flac", "script.txt", cwd=tmp_path).stdout.strip() == "friday.labels.txt"
    rows = [row.split("\t") for row in track.read_text(encoding="utf-8").splitlines()]
    assert sum(text.startswith("* ") for _, _, text in rows) == len(PLAIN)
    moved = [[f"{float(a) + 0.2:.6f}", b, text] if PLAIN[0] in text and text[0] == "*" else [a, b, text] for a, b, text in rows]
    track.write_text("\n".join("\t".join(row) for row in moved), encoding="utf-8")
    made = segment("take", "list", "friday.flac", "script.txt", "--labels", "friday.labels.txt", "--json", cwd=tmp_path)
    text = (tmp_path / json.loads(made.stdout)["path"]).read_text(encoding="utf-8")
    start = next(float(a) for a, _, said in moved if PLAIN[0] in said and said[0] == "*")
    assert f"* {int(start // 60)}:{start % 60:06.3f}-" in text
    assert segment("take", "labels", "friday.flac", "script.txt", cwd=tmp_path).returncode == 2


REVIEW = """---
title: The Keeper
reviewer: Ann Example
kind: film
---

The keeper of the light counts every ship that does not come. Nobody told her that the war is over.

The music belongs to the wind. A paragraph about the director is in print and nobody reads it out.

## Verdict

I would see it again for the light alone, and for the dog.
"""
READ = (
    "Nobody told her that the war is over.",
    "The keeper of the light counts every ship that does not come.",
    "The music belongs to the wind.",
    "I would see it again for the light alone, and for the dog.",
)


@pytest.fixture(scope="module")
def show(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A show with one story, whose printed review was read and not its script, and in another order."""
    root = tmp_path_factory.mktemp("show")
    folder = root / "stories" / "the-keeper"
    (folder / "takes").mkdir(parents=True)
    (root / "segment.toml").write_text('[show]\nname = "The Friday Review"\n', encoding="utf-8")
    (folder / "review.md").write_text(REVIEW, encoding="utf-8")
    (folder / "script.txt").write_text(SHORT, encoding="utf-8")
    made = recordings.straight(READ, readers.EMBEDDED)
    soundfile.write(folder / "takes" / "critic.flac", made.samples, readers.RATE)
    return root


def test_a_reading_of_the_printed_review_is_told(segment: Segment, show: Path) -> None:
    """The share of the review that was found stands beside that of the script, and how a script of it is had."""
    done = segment("make", "stories/the-keeper", cwd=show)
    assert done.returncode == 1
    assert re.search(r"\b[6-9]\d % of the review was found in this recording, and only \d+ % of the script", done.stderr)
    assert "segment take script" in done.stderr


def test_a_script_is_made_of_what_was_read(segment: Segment, show: Path) -> None:
    """The review's own sentences in the order they were read, without the one nobody read; and it makes with the recording."""
    folder = show / "stories" / "the-keeper"
    done = segment("take", "script", "takes/critic.flac", "review.md", "-o", "read.txt", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "% of the review was found in critic.flac." in done.stderr
    text = (folder / "read.txt").read_text(encoding="utf-8")
    said = [line.partition(": ")[2] for line in text.splitlines() if line.startswith("CRITIC: ")]
    assert " ".join(said) == " ".join(READ)
    assert "CHAPTER: Verdict" in text
    assert text.count("HOST: ") >= 1
    made = segment("mix", "read.txt", "--take", "critic=takes/critic.flac", "-o", "out", "--json", cwd=folder)
    assert made.returncode == 0, made.stderr
    codes = {note["code"] for note in json.loads(made.stdout)["findings"]}
    assert not codes & {"TK011", "TK021"}
    captions = (folder / "out" / f"{json.loads(made.stdout)['slug']}.vtt").read_text(encoding="utf-8")
    places = [captions.index(sentence[:20]) for sentence in READ]
    assert places == sorted(places)
