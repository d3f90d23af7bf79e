"""``segment check FILE…``, from the outside."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from segment.media import coded, mp3, wav
from tests.cli.conftest import PAGE, SHORT, Segment

FIGURES = {
    "integrated_lufs",
    "on_two_channels_lufs",
    "short_term_max_lufs",
    "momentary_max_lufs",
    "lra_lu",
    "true_peak_dbtp",
    "sample_peak_dbfs",
    "dc",
    "clipped_samples",
    "silences",
    "duration_s",
    "channel_faults",
    "rate",
    "channels",
}


def sine(rate: int, channels: int, seconds: float = 4.0) -> np.ndarray:
    """997 Hz at −16 dBFS, slightly different on each channel."""
    at = np.arange(round(rate * seconds)) / rate
    return np.stack([10 ** (-16 / 20) * np.sin(2 * np.pi * (997 + n) * at) for n in range(channels)], axis=1).astype(np.float32)


def write(path: Path, rate: int, channels: int) -> Path:
    """A file of the kind its name says."""
    sound = sine(rate, channels)

    def read(start: int, stop: int) -> np.ndarray:
        return sound[start:stop]

    if path.suffix == ".mp3":
        path.write_bytes(
            mp3.encode(lambda a, b: np.rint(sound[a:b] * 32767).astype(np.int16), len(sound), rate, 320, channels=channels)
        )
    elif path.suffix in {".m4a", ".opus"}:
        codec = coded.AAC if path.suffix == ".m4a" else coded.OPUS
        coded.write(path, read, len(sound), rate, codec=codec, kbps=192, channels=channels)
    elif path.suffix == ".rf64":
        wav.write(path, read, len(sound), rate, encoding=wav.F32, channels=channels, largest=1000)
    else:
        soundfile.write(path, sound, rate, subtype="PCM_24")
    return path


@pytest.mark.parametrize(
    ("name", "rate", "channels"),
    [
        ("a.wav", 44_100, 2),
        ("low.wav", 22_050, 1),
        ("high.wav", 96_000, 2),
        ("wide.wav", 48_000, 6),
        ("a.flac", 48_000, 2),
        ("a.rf64", 48_000, 2),
        ("a.mp3", 44_100, 2),
        ("a.m4a", 44_100, 2),
        ("a.opus", 48_000, 2),
        ("mono.opus", 48_000, 1),
    ],
)
def test_every_kind_of_sound_is_measured(name: str, rate: int, channels: int, segment: Segment, tmp_path: Path) -> None:
    """WAV, RF64, FLAC, MP3, M4A and Opus, mono to 5.1, at any rate, have all figures, and the loudness known beforehand."""
    write(tmp_path / name, rate, channels)
    done = segment("check", name, "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    (found,) = json.loads(done.stdout)["files"]
    assert found.keys() >= FIGURES
    # Each front channel of a sine at −16 dBFS gives −19.01; those beside count 1.41 times, the low-frequency one not at all.
    powers = {1: 1.0, 2: 2.0, 6: 3 + 2 * 1.41}[channels]
    assert found["integrated_lufs"] == pytest.approx(-19.01 + 10 * np.log10(powers), abs=0.12)
    assert found["true_peak_dbtp"] == pytest.approx(-16, abs=1.3)  # AAC lifts it where the sine begins
    assert (found["rate"], found["channels"], found["duration_s"]) == (rate, channels, 4.0)
    assert len(found["dc"]) == channels


def test_outside_the_target_it_ends_with_4(segment: Segment, tmp_path: Path) -> None:
    """Of several files one is too quiet: all are told, and the code is that of the worst."""
    write(tmp_path / "good.wav", 48_000, 2)
    soundfile.write(tmp_path / "quiet.wav", sine(48_000, 2) * 0.3, 48_000)
    done = segment("check", "good.wav", "quiet.wav", "--target", "podcast", cwd=tmp_path)
    assert done.returncode == 4
    assert "good.wav: sound, no mistake against podcast" in done.stdout
    assert "quiet.wav: sound, 1 mistake against podcast" in done.stdout
    assert "SD001 Loudness is 10.5 LU too low for podcast (-16.0 ±1 LUFS). (quiet.wav)" in done.stderr
    assert segment("check", "good.wav", "--target", "-16.1/-1/0.2", cwd=tmp_path).returncode == 0


def test_one_channel_is_said_both_ways(segment: Segment, tmp_path: Path) -> None:
    """People read what the file reads by itself and what it reads on two channels."""
    write(tmp_path / "a.wav", 48_000, 1)
    done = segment("check", "a.wav", "--target", "podcast-mono", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "-19.0 LUFS integrated" in done.stdout
    assert "one channel by itself; on two it reads -16.0 LUFS" in done.stdout


def test_each_file_is_judged_by_what_it_is(segment: Segment, tmp_path: Path) -> None:
    """A script, a review, a show's settings and a voice go beside a sound; a broken one of each is told and the rest go on."""
    (tmp_path / "short.script.txt").write_text(SHORT, encoding="utf-8")
    (tmp_path / "page.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "mine.toml").write_text('engine = "pyttsx3"\nrate = "fast"\n', encoding="utf-8")
    (tmp_path / "segment.toml").write_text("[air]\nlufs = -23\n", encoding="utf-8")
    (tmp_path / "broken.wav").write_bytes(b"RIFF\x00\x00")
    write(tmp_path / "a.wav", 48_000, 2)
    names = ["short.script.txt", "page.md", "mine.toml", "segment.toml", "broken.wav", "a.wav", "gone.wav"]
    done = segment("check", *names, "--json", cwd=tmp_path)
    found = {Path(one["path"]).name: one for one in json.loads(done.stdout)["files"]}
    assert {name: (one["kind"], one["ok"]) for name, one in found.items()} == {
        "short.script.txt": ("script", True),
        "page.md": ("review", True),
        "mine.toml": ("voice", False),
        "segment.toml": ("settings", True),
        "broken.wav": ("sound", False),
        "a.wav": ("sound", True),
        "gone.wav": ("sound", False),
    }
    assert "gone.wav does not exist." in found["gone.wav"]["findings"][0]["message"]
    assert done.returncode == 2


@pytest.mark.parametrize("arguments", [("a.wav", "--target", "podcst"), ("--target", "podcast"), (".", "a.wav")], ids=" ".join)
def test_a_wrong_use_ends_with_2(arguments: tuple[str, ...], segment: Segment, tmp_path: Path) -> None:
    """An unknown target, a target without a file, and a show among files are mistakes of use."""
    write(tmp_path / "a.wav", 48_000, 2)
    assert segment("check", *arguments, cwd=tmp_path).returncode == 2


def test_the_targets_are_listed_with_their_sources(segment: Segment, tmp_path: Path) -> None:
    """Each target has its figures and the document they come from, for people and for programs."""
    shown = segment("check", "--targets", cwd=tmp_path).stdout
    assert "ebu-r128      -23.0 LUFS ±0.5  -1.0 dBTP  EBU R 128" in shown
    listed: list[dict[str, Any]] = json.loads(segment("check", "--targets", "--json", cwd=tmp_path).stdout)["targets"]
    assert all(one["source"] for one in listed)


def _long(seconds: int) -> Iterator[np.ndarray]:
    rng = np.random.default_rng(1)
    second = rng.normal(0, 0.1, (48_000, 2)).astype(np.float32)
    for _ in range(seconds):
        yield second


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="memory is asked for in the way of POSIX")
def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    """Eight minutes take at most 5 MB more than one."""
    peaks = []
    for minutes in (1, 8):
        path = tmp_path / f"{minutes}.wav"
        with soundfile.SoundFile(path, "w", 48_000, 2, subtype="PCM_16") as file:
            for block in _long(60 * minutes):
                file.write(block)
        code = (
            "import resource, sys\nfrom segment.pipeline import check_files\n"
            f"found = check_files(['{path}'])\nassert found[0].sound.duration_s == {60 * minutes}\n"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        peaks.append(int(done.stdout))
    assert peaks[1] - peaks[0] < 5000, peaks
