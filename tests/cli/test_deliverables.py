"""Further deliverables of a show, from the outside."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import av
import pytest
import soundfile

from tests.cli.conftest import SHORT, Segment

SETTINGS = """
[air]
format = "wav24"
cart = "rivendell"
[deliverables.archive]
format = "wav32f"
target = "ebu-r128"
cart = "generic"
[deliverables.apple]
format = "m4a"
target = "spotify"
[deliverables.speech]
format = "mp3-vbr"
channels = "mono"
target = "podcast-mono"
"""


@pytest.fixture(scope="module")
def built(segment: Segment, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the short script made in it, and what the command said in ``made.json``."""
    folder = tmp_path_factory.mktemp("deliverables")
    (folder / "segment.toml").write_text(SETTINGS, encoding="utf-8")
    dated = "AIR DATE: 2026-11-27\nKILL DATE: next Friday\nCUT: FRI-0412\n"
    (folder / "short.script.txt").write_text(dated + SHORT, encoding="utf-8")
    done = segment("mix", "short.script.txt", "--json", cwd=folder)
    assert done.returncode == 0, done.stderr
    (folder / "made.json").write_text(done.stdout, encoding="utf-8")
    return folder


def test_each_lands_on_its_own_target(built: Path) -> None:
    """Five files at five targets in one run, each within 0.1 LU as its own decoded file reads, and under its true peak."""
    made = {one["name"]: one for one in json.loads((built / "made.json").read_text())["deliverables"]}
    targets = {"podcast": (-16, -1), "air": (-24, -2), "archive": (-23, -1), "apple": (-14, -1), "speech": (-19, -1)}
    assert list(made) == list(targets)
    for name, (lufs, peak) in targets.items():
        assert made[name]["loudness"]["integrated_lufs"] == pytest.approx(lufs, abs=0.101)
        assert made[name]["loudness"]["true_peak_dbtp"] <= peak
        assert (built / made[name]["path"]).is_file()


def test_all_have_the_timelines_length(built: Path) -> None:
    """The files of one programme decode to the same length, to the sample at their rate."""
    made = {one["name"]: one for one in json.loads((built / "made.json").read_text())["deliverables"]}
    out = built / "out"
    podcast = soundfile.info(out / "short-one.mp3").frames
    assert soundfile.info(out / "short-one.speech.mp3").frames == podcast
    assert soundfile.info(out / "short-one.speech.mp3").channels == 1
    assert soundfile.info(out / "short-one.archive.wav").frames == round(podcast * 48_000 / 44_100)
    assert made["apple"]["duration_s"] == pytest.approx(podcast / 44_100, abs=1e-6)
    with av.open(str(out / "short-one.apple.m4a")) as container:
        assert container.streams.audio[0].duration == podcast


def test_the_air_file_tells_automation_what_the_script_says(built: Path) -> None:
    """Cut, date and out-cue of the script are in its chunks, loudness as measured; a vague date is a note."""
    data = (built / "out" / "short-one.air.wav").read_bytes()
    bext = data.index(b"bext") + 8
    assert data[bext + 288 : bext + 296] == b"FRI-0412"
    made = {one["name"]: one for one in json.loads((built / "made.json").read_text())["deliverables"]}
    lufs = struct.unpack("<h", data[bext + 412 : bext + 414])[0] / 100
    assert lufs == pytest.approx(made["air"]["loudness"]["integrated_lufs"], abs=0.011)
    cart = data.index(b"cart") + 8
    assert data[cart + 132 : cart + 140] == b"FRI-0412"
    assert data[cart + 388 : cart + 452].rstrip(b"\0") == b"a minute to spare this week."
    assert data[cart + 452 : cart + 488] == b"2026-11-2700:00:00" + bytes(18)
    assert soundfile.info(built / "out" / "short-one.air.wav").subtype == "PCM_24"
    notes = [note for note in json.loads((built / "made.json").read_text())["findings"] if note["code"] == "PJ050"]
    assert [note["message"] for note in notes] == ["The files do not say the script's KILL DATE, “next Friday”."]


def test_the_same_script_gives_the_same_bytes(built: Path, segment: Segment) -> None:
    """A second build of everything does not differ in a byte."""
    assert segment("mix", "short.script.txt", "-o", "again", cwd=built).returncode == 0
    for path in (built / "out").iterdir():
        if not path.name.endswith("report.json"):
            assert (built / "again" / path.name).read_bytes() == path.read_bytes(), path.name


def test_the_record_knows_them(built: Path) -> None:
    """Each file is an output, and each deliverable has its figures, channels and target in the record."""
    record = json.loads((built / "out" / "short-one.report.json").read_text())
    assert {"short-one.archive.wav", "short-one.apple.m4a", "short-one.speech.mp3"} <= {out["path"] for out in record["outputs"]}
    speech = next(one for one in record["deliverables"] if one["name"] == "speech")
    assert (speech["channels"], speech["target"]) == (1, "podcast-mono")


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ('format = "flak"', "deliverables.x.format cannot be 'flak'. Did you mean flac?"),
        ('target = "ebu"', "deliverables.x does not say which format it has."),
        ('format = "mp3"\nkbps = 90', "deliverables.x.kbps cannot be 90 in mp3. It takes 64,"),
        ('format = "opus"\nrate = 44100', "deliverables.x.rate cannot be 44100 in opus. It takes 48000 Hz."),
        ('format = "flac"\ntarget = "podcst"', "deliverables.x.target cannot be 'podcst'. Did you mean podcast?"),
        ('format = "mp3-vbr"\nquality = 11', "deliverables.x.quality cannot be 11. It takes 0 to 9."),
        ('format = "wav16"\nprogramme = "both"', "deliverables.x.programme cannot be 'both'. It takes podcast or air."),
    ],
)
def test_a_wrong_setting_is_told_with_what_is_right(setting: str, told: str, segment: Segment, tmp_path: Path) -> None:
    """Nothing is made, the exit code is 2, and the setting stands there with what it takes."""
    (tmp_path / "segment.toml").write_text(f"[deliverables.x]\n{setting}\n", encoding="utf-8")
    (tmp_path / "short.script.txt").write_text(SHORT, encoding="utf-8")
    done = segment("mix", "short.script.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert told in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["air", "Archive", "a b"])
def test_a_name_that_cannot_be_a_file_is_refused(name: str, segment: Segment, tmp_path: Path) -> None:
    """The built-in names, capitals and spaces are no names of deliverables."""
    (tmp_path / "segment.toml").write_text(f'[deliverables."{name}"]\nformat = "flac"\n', encoding="utf-8")
    (tmp_path / "short.script.txt").write_text(SHORT, encoding="utf-8")
    done = segment("mix", "short.script.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert "cannot be the name of a deliverable" in done.stderr
