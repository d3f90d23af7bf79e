"""The finished example, opened by programs that nobody here wrote."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

Tool = Callable[..., "subprocess.CompletedProcess[str]"]

pytestmark = pytest.mark.tools


@pytest.fixture
def out(example: tuple[Path, str]) -> Path:
    """The example's finished files."""
    return example[0] / "out"


@pytest.fixture
def mp3(out: Path) -> Path:
    """The podcast file."""
    return next(out.glob("*.mp3"))


@pytest.fixture
def wav(out: Path) -> Path:
    """The air file."""
    return next(out.glob("*.air.wav"))


@pytest.fixture
def made(example: tuple[Path, str]) -> dict[str, Any]:
    """What ``--json`` printed."""
    result: dict[str, Any] = json.loads(example[1])
    return result


def ebur128(tool: Tool, path: Path) -> tuple[float, float]:
    """Integrated loudness and true peak by ffmpeg's meter."""
    said = tool("ffmpeg", "-hide_banner", "-nostats", "-i", path, "-af", "ebur128=peak=true", "-f", "null", "-").stderr
    summary = said[said.rindex("Summary:") :]
    integrated = re.search(r"I:\s+(-?[\d.]+) LUFS", summary)
    peak = re.search(r"Peak:\s+(-?[\d.]+) dBFS", summary)
    assert integrated
    assert peak
    return float(integrated[1]), float(peak[1])


@pytest.mark.parametrize(("ending", "lufs", "dbtp"), [(".mp3", -16.0, -1.0), (".air.wav", -24.0, -2.0)])
def test_a_second_meter_agrees(tool: Tool, out: Path, ending: str, lufs: float, dbtp: float) -> None:
    """ffmpeg's ebur128 reads the target within its own last digit, and a true peak below the limit."""
    integrated, peak = ebur128(tool, next(out.glob(f"*{ending}")))
    assert integrated == pytest.approx(lufs, abs=0.15)
    assert peak <= dbtp


def test_mp3val_has_no_warning(tool: Tool, mp3: Path) -> None:
    """The stream is valid: mp3val reports no WARNING and finds the tag."""
    said = tool("mp3val", mp3).stdout
    assert "WARNING" not in said
    assert "+ID3v2" in said


def test_ffmpeg_and_mpg123_decode_without_a_word(tool: Tool, mp3: Path) -> None:
    """Two decoders read to the end without an error."""
    assert tool("ffmpeg", "-v", "error", "-xerror", "-i", mp3, "-f", "null", "-").stderr == ""
    assert "error" not in tool("mpg123", "-t", mp3).stderr.lower()


def test_two_decoders_give_the_programmes_length(tool: Tool, mp3: Path, made: dict[str, Any], tmp_path: Path) -> None:
    """ffmpeg and mpg123 decode exactly the programme's frames, neither more nor fewer."""
    frames = round(made["duration_s"] * 44_100)
    tool("ffmpeg", "-v", "error", "-y", "-i", mp3, "-f", "s16le", "-ac", "2", tmp_path / "ffmpeg.raw")
    tool("mpg123", "-q", "-s", "--stereo", "-O", tmp_path / "mpg123.raw", mp3)
    assert (tmp_path / "ffmpeg.raw").stat().st_size == frames * 4
    assert (tmp_path / "mpg123.raw").stat().st_size == frames * 4


def test_ffprobe_sees_the_chapters_in_order(tool: Tool, mp3: Path, made: dict[str, Any]) -> None:
    """Titles and times are those of the build, from zero to the end without a gap, and at most one a minute."""
    said = json.loads(tool("ffprobe", "-v", "error", "-show_chapters", "-of", "json", mp3).stdout)["chapters"]
    assert [(c["tags"]["title"], round(float(c["start_time"]), 3)) for c in said] == [
        (c["title"], c["start_s"]) for c in made["chapters"]
    ]
    assert 2 <= len(said) <= made["duration_s"] // 60
    assert float(said[0]["start_time"]) == 0.0
    for earlier, later in pairwise(said):
        assert earlier["end_time"] == later["start_time"]
    assert float(said[-1]["end_time"]) == pytest.approx(made["duration_s"], abs=0.001)


def test_tag_readers_agree_on_the_title(tool: Tool, mp3: Path) -> None:
    """eyeD3, id3v2, exiftool and mediainfo read version 2.3 and the same title and critic; the cover is there."""
    eyed3 = tool("eyeD3", "--no-color", mp3).stdout
    assert "ID3 v2.3" in eyed3
    assert "FRONT_COVER" in eyed3
    for said in (eyed3, tool("id3v2", "-l", mp3).stdout, tool("exiftool", mp3).stdout, tool("mediainfo", mp3).stdout):
        assert "Salt in the Piano" in said
        assert "Winifred Tallowby" in said


def test_exiftool_and_mediainfo_find_no_fault(tool: Tool, mp3: Path) -> None:
    """exiftool validates the file, and mediainfo reads a constant 128 kbit/s in joint stereo."""
    assert "Warning" not in tool("exiftool", "-validate", "-warning", "-a", mp3).stdout
    info = json.loads(tool("mediainfo", "--Output=JSON", mp3).stdout)["media"]["track"]
    audio = next(track for track in info if track["@type"] == "Audio")
    assert (audio["BitRate_Mode"], audio["BitRate"], audio["Channels"]) == ("CBR", "128000", "2")


def test_the_transcript_is_in_the_tag(tool: Tool, mp3: Path) -> None:
    """USLT holds what is said, and not what is only written for the reader."""
    said = tool("id3v2", "-l", mp3).stdout
    assert "tunes pianos" in said
    assert "MUSIC:" not in said
    assert "Sister Station" not in said


def test_sndfile_reads_the_air_file(tool: Tool, wav: Path) -> None:
    """libsndfile's own program reads 48 kHz, 16 bit, stereo."""
    said = tool("sndfile-info", wav).stdout
    assert re.search(r"Sample Rate\s*:\s*48000", said)
    assert re.search(r"Bit Width\s*:\s*16", said)
    assert re.search(r"Channels\s*:\s*2", said)


def test_webvtt_reads_the_captions(out: Path, made: dict[str, Any]) -> None:
    """webvtt-py reads every cue in order, with a speaker, at most 65 characters a line, up to the programme's end."""
    webvtt = pytest.importorskip("webvtt")
    captions = list(webvtt.read(str(next(out.glob("*.vtt")))))
    assert len(captions) > 30
    assert {c.voice for c in captions} == {"Host", "Critic"}
    assert max(len(line) for c in captions for line in c.text.splitlines()) <= 65
    ends = [c.end_in_seconds for c in captions]
    assert ends == sorted(ends)
    assert ends[-1] <= made["duration_s"]
