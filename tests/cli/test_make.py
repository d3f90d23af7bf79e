"""``segment make`` and ``segment mix``, from the outside."""

from __future__ import annotations

import hashlib
import json
import wave
from pathlib import Path
from typing import Any

import soundfile

from segment.sentences import sentences
from tests.cli.conftest import EXAMPLE, Segment
from tests.voice.take import readers, recordings

Made = tuple[Path, dict[str, Any]]


def sums(folder: Path) -> dict[str, str]:
    """SHA-256 of every file below a folder."""
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_the_json_has_the_promised_shape(made: Made) -> None:
    """Artifacts with path, media type and size; length, loudness, chapters and notes."""
    folder, result = made
    kinds = {Path(a["path"]).name.split(".", 1)[1]: a["media_type"] for a in result["artifacts"]}
    assert kinds == {
        "mp3": "audio/mpeg",
        "air.wav": "audio/wav",
        "vtt": "text/vtt",
        "chapters.json": "application/json+chapters",
        "script.txt": "text/plain",
        "report.json": "application/json",
    }
    assert all((folder / a["path"]).stat().st_size == a["bytes"] for a in result["artifacts"])
    assert set(result["loudness"]) == {"integrated_lufs", "true_peak_dbtp", "lra_lu"}
    assert all(set(chapter) == {"title", "start_s"} for chapter in result["chapters"])
    assert all({"code", "level", "message"} <= set(note) for note in result["findings"])


def test_the_podcast_lands_on_the_number(made: Made) -> None:
    """−16.0 ±0.1 LUFS and at most −1 dBTP, and so in the air file: −24 ±0.1 and at most −2."""
    _, result = made
    assert abs(result["loudness"]["integrated_lufs"] + 16.0) <= 0.1
    assert result["loudness"]["true_peak_dbtp"] <= -1.0
    assert abs(result["air"]["loudness"]["integrated_lufs"] + 24.0) <= 0.1
    assert result["air"]["loudness"]["true_peak_dbtp"] <= -2.0


def test_the_decoded_mp3_is_as_long_as_the_programme(made: Made) -> None:
    """An independent decoder gives exactly the timeline's number of frames."""
    folder, result = made
    info = soundfile.info(next((folder / "out").glob("*.mp3")))
    assert info.samplerate == 44_100
    assert info.frames == round(result["duration_s"] * 44_100)


def test_the_air_file_is_what_automation_takes(made: Made) -> None:
    """48 kHz, 16 bit, stereo, as long as said."""
    folder, result = made
    with wave.open(str(next((folder / "out").glob("*.air.wav")))) as file:
        assert (file.getframerate(), file.getsampwidth(), file.getnchannels()) == (48_000, 2, 2)
        assert file.getnframes() == round(result["air"]["duration_s"] * 48_000)


def test_the_record_knows_every_file(made: Made) -> None:
    """The build record's hashes are those of the files beside it, and it names no absolute path."""
    folder, _ = made
    text = next((folder / "out").glob("*.report.json")).read_text(encoding="utf-8")
    record = json.loads(text)
    on_disk = sums(folder / "out")
    assert {o["path"]: o["sha256"] for o in record["outputs"]} == {
        name: digest for name, digest in on_disk.items() if not name.endswith("report.json")
    }
    assert str(folder) not in text
    lines = record["deliverables"][0]["lines"]
    assert len(lines) > 5
    under = [line["speech_over_bed_db"] for line in lines if line["speech_over_bed_db"] is not None]
    assert under, "no line has a bed under it"
    assert min(under) >= 19.9


def test_the_same_page_gives_the_same_bytes(made: Made, segment: Segment, tmp_path: Path) -> None:
    """Made again in another folder, every file is equal to the last byte."""
    folder, _ = made
    assert segment("make", EXAMPLE, cwd=tmp_path).returncode == 0
    ours = {k: v for k, v in sums(tmp_path / "out").items() if not k.endswith("report.json")}
    assert ours == {k: v for k, v in sums(folder / "out").items() if not k.endswith("report.json")}


def test_the_edited_script_is_what_is_heard(segment: Segment, short: Path) -> None:
    """A line commented out is gone from the audio, the captions and the record."""
    assert segment("mix", short, cwd=short.parent).returncode == 0
    out = short.parent / "out"
    before = soundfile.info(out / "short-one.mp3").duration
    text = short.read_text(encoding="utf-8")
    short.write_text(text.replace("CRITIC: I liked it.", "; CRITIC: I liked it."), encoding="utf-8")
    done = segment("mix", short, cwd=short.parent)
    assert done.returncode == 0, done.stderr
    assert soundfile.info(out / "short-one.mp3").duration < before - 3
    assert "liked" not in (out / "short-one.vtt").read_text(encoding="utf-8")


def test_a_slot_is_never_ignored_in_silence(segment: Segment, short: Path) -> None:
    """A SLOT that cannot be hit stops the build, with the seconds and the words that it is off by."""
    short.write_text(short.read_text(encoding="utf-8").replace("TITLE:", "SLOT: 3:00\nTITLE:"), encoding="utf-8")
    done = segment("mix", short, cwd=short.parent)
    assert done.returncode == 4
    assert "3:00" in done.stderr
    assert "under, about" in done.stderr
    assert not list((short.parent / "out").glob("*.mp3"))


def test_a_recording_takes_the_place_of_the_synthetic_voice(segment: Segment, short: Path) -> None:
    """With --take the recording is heard, no synthetic critic is, and the captions bear the text."""
    said = [line.partition(": ")[2] for line in short.read_text(encoding="utf-8").splitlines() if line.startswith("CRITIC: ")]
    texts = [text for line in said for text in sentences(line)]
    made = recordings.flubbed(texts, readers.EMBEDDED, every=1)
    soundfile.write(short.parent / "take.flac", made.samples, readers.RATE)
    done = segment("mix", short, "--take", "critic=take.flac", "--json", cwd=short.parent)
    assert done.returncode == 0, done.stdout + done.stderr
    record = json.loads((short.parent / "out" / "short-one.report.json").read_text(encoding="utf-8"))
    voices = {line["voice"] for line in record["deliverables"][0]["lines"]}
    assert "critic" not in voices
    assert {"role": "take:critic", "path": "../take.flac"}.items() <= next(
        i for i in record["inputs"] if "take" in i["role"]
    ).items()
    good = sum(mark.end_s - mark.start_s for mark in made.marks if mark.kind == "kept")
    assert good - 0.5 < json.loads(done.stdout)["air"]["duration_s"] < good + 1.0 + len(texts)
    assert "liked" in (short.parent / "out" / "short-one.vtt").read_text(encoding="utf-8")


def test_a_page_from_standard_input(segment: Segment, tmp_path: Path) -> None:
    """``-`` reads the page from stdin."""
    done = segment("review", "-", cwd=tmp_path, text_in=EXAMPLE.read_text(encoding="utf-8"))
    assert done.returncode == 0
    assert "Salt in the Piano" in done.stdout


def test_results_go_to_stdout_and_the_rest_to_stderr(segment: Segment, short: Path) -> None:
    """Off a terminal, stdout has one line for each file, and no colour or bar is printed anywhere."""
    done = segment("mix", short, cwd=short.parent)
    assert [line.split()[0].split(".", 1)[1] for line in done.stdout.splitlines()] == [
        "mp3",
        "air.wav",
        "vtt",
        "chapters.json",
        "report.json",
    ]
    assert "\x1b" not in done.stdout + done.stderr


def test_the_air_file_is_the_piece_alone(segment: Segment, short: Path) -> None:
    """With a live host, no line of INTRO or TAG is in the air file; the podcast has them."""
    segment("mix", short, cwd=short.parent)
    record = json.loads((short.parent / "out" / "short-one.report.json").read_text(encoding="utf-8"))
    podcast, air = record["deliverables"]
    assert any(line["id"].startswith("host") for line in podcast["lines"])
    assert not any(line["id"].startswith("host") for line in air["lines"])
