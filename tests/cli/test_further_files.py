"""Running order, labels, cue sheets, stems and what is kept of a mix, from the outside."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest
import soundfile

import segment as package
from segment.errors import ProjectError
from tests.cli.conftest import Segment


def added_up(paths: list[Path]) -> np.ndarray:
    """Stems added up in two channels."""
    read = [soundfile.read(path, dtype="float64", always_2d=True)[0] for path in paths]
    return sum(np.broadcast_to(one, (len(one), 2)) for one in read)


@pytest.fixture
def out(segment: Segment, short: Path) -> Path:
    """A short segment with everything that can be asked for."""
    done = segment("mix", short, "--stems", "--labels", "--cue-sheet", "--running-order", "--json", cwd=short.parent)
    assert done.returncode == 0, done.stderr
    (short.parent / "out" / "printed.json").write_text(done.stdout, encoding="utf-8")
    return short.parent / "out"


def test_stems_of_a_build_add_up_to_what_is_heard(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Added up, the stems are the mix before mastering: at its gain, the air file but for dither, and the two kept stems."""
    monkeypatch.chdir(out.parent)
    record = json.loads((out / "short-one.report.json").read_text(encoding="utf-8"))
    air = next(one for one in record["deliverables"] if one["name"] == "air")
    assert air["limited_s"] == 0
    finished = soundfile.read(out / "short-one.air.wav", dtype="float64")[0]
    left = added_up(sorted(out.glob("*.air.stem-*.wav"))) * 10 ** (air["gain_db"] / 20) - finished
    assert 20 * np.log10(np.abs(left).max()) < -80
    kept = package.stems(out)
    own = added_up([path for path in out.glob("*.stem-*.wav") if ".air." not in path.name])
    assert 20 * np.log10(np.abs(kept.voice.samples + kept.bed.samples - own).max() + 1e-12) < -120
    assert kept.assets["intro"].licence == "CC0-1.0"


def test_the_further_files_are_of_the_build(out: Path) -> None:
    """They are listed as artifacts and in the record, and say of the bed what the running order says."""
    printed = json.loads((out / "printed.json").read_text(encoding="utf-8"))
    named = {Path(artifact["path"]).name: artifact["media_type"] for artifact in printed["artifacts"]}
    assert named["short-one.cue-sheet.csv"] == "text/csv"
    assert named["short-one.stem-voice-host.wav"] == "audio/wav"
    record = json.loads((out / "short-one.report.json").read_text(encoding="utf-8"))
    assert set(named) - {"short-one.report.json"} == {output["path"] for output in record["outputs"]}
    bed = next(row for row in printed["running_order"]["podcast"] if row["what"] == "bed")
    with (out / "short-one.cue-sheet.csv").open(encoding="utf-8", newline="") as file:
        used = next(csv.DictReader(file))
    assert (used["name"], float(used["length_s"])) == (bed["who"], pytest.approx(bed["out_s"] - bed["in_s"], abs=0.001))
    podcast = record["deliverables"][0]
    assert podcast["sounds"][0]["rights"] == ["air", "podcast"]
    assert (out / "short-one.labels.txt").read_text(encoding="utf-8").count("\t") >= 8


def test_a_stem_that_was_edited_is_not_overwritten(segment: Segment, short: Path, out: Path) -> None:
    """Somebody's work on a stem stays, and the tool says what is in the way."""
    stem = out / "short-one.stem-beds.wav"
    stem.write_bytes(b"mine")
    done = segment("mix", short, "--stems", cwd=short.parent)
    assert done.returncode == 2
    assert "short-one.stem-beds.wav" in done.stderr
    assert stem.read_bytes() == b"mine"


def test_stems_of_an_earlier_build_are_made_anew(segment: Segment, short: Path, out: Path) -> None:
    """After builds without them they are still known as ours, and are not in the way of those of today."""
    for _ in range(2):
        assert segment("mix", short, cwd=short.parent).returncode == 0
    record = json.loads((out / "short-one.report.json").read_text(encoding="utf-8"))
    assert "short-one.stem-beds.wav" in {output["path"] for output in record["earlier"]}
    done = segment("mix", short, "--stems", cwd=short.parent)
    assert done.returncode == 0, done.stderr
    assert not list(out.glob("*~1"))


def test_speech_over_bed_is_told_for_every_line(segment: Segment, short: Path) -> None:
    """``-v`` prints each line with its loudness and, where a bed plays, how far it is over it."""
    done = segment("mix", short, "-v", cwd=short.parent)
    lines = [line for line in done.stdout.splitlines() if " line " in line]
    assert sum("LUFS" in line for line in lines) == len(lines) == 6
    assert sum("dB over the bed" in line for line in lines) >= 1


def test_what_is_not_kept_is_told(segment: Segment, short: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the show keeps nothing there are no stems of a made segment, and the failure says what to do."""
    (short.parent / "segment.toml").write_text("[shelf]\nmegabytes = 0\n", encoding="utf-8")
    monkeypatch.chdir(short.parent)
    assert segment("mix", short, cwd=short.parent).returncode == 0
    with pytest.raises(ProjectError, match="not kept") as caught:
        package.stems(short.parent / "out")
    assert "shelf.megabytes" in caught.value.hint
