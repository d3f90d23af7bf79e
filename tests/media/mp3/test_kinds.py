"""The other kinds of MP3: one channel, and a variable bit rate."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
import soundfile

from segment.errors import Cause, MediaError
from segment.media import mp3
from segment.media.mp3 import lame, plan
from tests.media.conftest import Run, made_up, reader

KINDS = {"mono": {"channels": 1}, "vbr": {"vbr": 4}, "mono vbr": {"channels": 1, "vbr": 2}}
FRAMES = 23 * 44100 + 77


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("frames", [1, 575, 1152, 44147])
def test_the_decoded_length_is_exact(kind: str, frames: int) -> None:
    """Whatever the length, decoding gives back exactly as many frames in as many channels."""
    data = mp3.encode(reader(made_up(frames)), frames, 44100, 128, **KINDS[kind])
    assert sum(map(len, mp3.decode(data))) == frames
    assert next(mp3.decode(data)).shape[1] == KINDS[kind].get("channels", 2)


@pytest.mark.parametrize(("rate", "kbps"), [(44100, 64), (48000, 320)])
def test_mono_joins_like_stereo(rate: int, kbps: int) -> None:
    """The joined mono stream decodes as a single encode of the first channel does, to the last bit."""
    pcm = made_up(23 * rate, rate)
    assert len(plan.starts(len(pcm))) > 1
    data = mp3.encode(reader(pcm), len(pcm), rate, kbps, channels=1)
    encoder = lame.encoder(lame.Form(rate=rate, kbps=kbps, channels=1))
    single = bytes(encoder.encode(np.ascontiguousarray(pcm[:, 0]).tobytes())) + bytes(encoder.flush())
    sounds = [soundfile.read(io.BytesIO(stream), dtype="float32")[0] for stream in (data[144000 * kbps // rate :], single)]
    assert np.array_equal(*sounds)


@pytest.mark.parametrize(("channels", "vbr"), [(2, 0), (2, 4), (1, 2), (1, 9)])
def test_a_variable_bit_rate_takes_nothing_from_the_level(channels: int, vbr: int) -> None:
    """A tone comes out within 0.1 dB of what it was, and a better quality takes more bytes."""
    tone = 0.25 * np.sin(2 * np.pi * 997 / 44100 * np.arange(2 * 44100))
    pcm = np.rint(np.stack([tone, tone], axis=1) * 32768).astype(np.int16)
    decoded = np.concatenate(list(mp3.decode(mp3.encode(reader(pcm), len(pcm), 44100, 128, channels=channels, vbr=vbr))))[
        9999:-9999
    ]
    assert 10 * np.log10(np.mean(np.square(decoded)) / np.mean(np.square(tone[9999:-9999]))) == pytest.approx(0, abs=0.1)


def test_a_better_quality_takes_more_bytes() -> None:
    """-V 0 makes a larger file than -V 4, and that a larger one than -V 9."""
    pcm = made_up(5 * 44100)
    sizes = [len(mp3.encode(reader(pcm), len(pcm), 44100, 128, vbr=vbr)) for vbr in (0, 4, 9)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > 1.5 * sizes[2]


def test_a_quality_that_does_not_exist_is_refused() -> None:
    """-V goes from 0 to 9."""
    with pytest.raises(MediaError, match=r"0 \(best\) to 9") as caught:
        mp3.encode(reader(made_up(100)), 100, 44100, 128, vbr=10)
    assert caught.value.cause is Cause.USAGE


@pytest.mark.tools
@pytest.mark.parametrize("kind", KINDS)
def test_outside_tools_find_no_fault(kind: str, tmp_path: Path, tool: Run) -> None:
    """mp3val, mpg123, ffmpeg and mediainfo take the file without a warning, and agree on its exact length and kind."""
    path = tmp_path / "a.mp3"
    path.write_bytes(mp3.encode(reader(made_up(FRAMES)), FRAMES, 44100, 64, **KINDS[kind]))
    faults = [line for line in tool("mp3val", path).stdout.splitlines() if "WARNING" in line and "No supported tags" not in line]
    assert faults == []
    assert "arning" not in tool("mpg123", "-t", path).stderr
    tool("mpg123", "-q", "-w", tmp_path / "mpg123.wav", path)
    assert tool("ffmpeg", "-v", "error", "-xerror", "-i", path, tmp_path / "ffmpeg.wav").stderr == ""
    assert {soundfile.info(tmp_path / f"{name}.wav").frames for name in ("mpg123", "ffmpeg")} == {FRAMES}
    seen = tool("mediainfo", path).stdout
    assert ("Variable" if "vbr" in kind else "Constant") in seen
    assert ("1 channel" if "mono" in kind else "2 channels") in seen
