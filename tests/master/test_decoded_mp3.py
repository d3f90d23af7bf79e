"""What listeners hear: the MP3 of a mastered programme, decoded and measured, at the first attempt."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
import soundfile

from segment.dsp.gating import gated_lufs
from segment.dsp.resample import resample
from segment.master.master import master
from segment.master.proof import correction, prove
from segment.master.targets import TARGETS
from segment.media import mp3

RATE = 44100
PODCAST = TARGETS["podcast"]


def encoded(mastered, kbps: int = 128) -> bytes:
    return mp3.encode(mastered.read, mastered.frames, RATE, kbps)


def test_the_podcast_target_is_met_at_the_first_attempt(talk, spool, cut) -> None:
    """At 128 kbit/s the decoded MP3 reads −16.0 ±0.1 LUFS and at most −1 dBTP, with a limiter at work, without a correction."""
    mastered = master(cut(talk), RATE, PODCAST, spool, encoder_loss_db=mp3.loss_db(128))
    proof = prove(mp3.decode(encoded(mastered)), RATE)
    assert mastered.mastering.max_reduction_db > 3
    assert correction(proof, PODCAST) is None
    assert proof.frames == len(talk)


def test_a_codec_that_takes_more_is_corrected_once(talk, spool, cut) -> None:
    """When the encoder's loss was not made good, one correction brings the second MP3 to the target."""
    first = master(cut(talk), RATE, PODCAST, spool)
    fix = correction(prove(mp3.decode(encoded(first)), RATE), PODCAST)
    assert fix is not None
    assert fix.gain_db == pytest.approx(0.45, abs=0.06)
    assert correction(prove(mp3.decode(encoded(first.adjusted(fix))), RATE), PODCAST) is None


@pytest.mark.tools
def test_ffmpeg_measures_the_same(talk, spool, cut, tool, tmp_path: Path) -> None:
    """ffmpeg's own decoder and meter read the MP3 at −16.0 ±0.1 LUFS and at most −1.0 dBTP."""
    path = tmp_path / "a b.mp3"
    path.write_bytes(encoded(master(cut(talk), RATE, PODCAST, spool, encoder_loss_db=mp3.loss_db(128))))
    said = tool("ffmpeg", "-hide_banner", "-nostats", "-i", path, "-af", "ebur128=peak=true", "-f", "null", "-").stderr
    summary = said[said.rindex("Summary:") :]
    figures = [float(found) for found in re.findall(r"(?:I|Peak):\s+(-?[\d.]+)", summary)]
    assert figures[0] == pytest.approx(-16.0, abs=0.1)
    assert figures[1] <= -1.0


def test_real_speech_over_real_music(samples: Path, spool, cut) -> None:
    """A public-domain reader with a guitar before, under and after: right at the first attempt, here too."""
    lines = sorted((samples / "speech" / "ljspeech").glob("*.wav"))[:5]
    voice = np.concatenate([resample(*_read(path), RATE) for path in lines])
    guitar = np.resize(resample(*_read(samples / "music" / "guitar_cc0.wav"), RATE)[:, :1], voice.shape)
    voice *= np.float32(10 ** ((-19 - gated_lufs(voice, RATE)) / 20))
    guitar *= np.float32(10 ** ((-19 - gated_lufs(guitar, RATE)) / 20))
    level = np.interp(np.arange(len(voice)) / RATE, [0, 3, 4, 15, 16], [1, 1, 0.1, 0.1, 1])[:, None].astype(np.float32)
    mastered = master(cut(voice * (1 - 0.5 * level) + guitar * level), RATE, PODCAST, spool, encoder_loss_db=mp3.loss_db(128))
    assert correction(prove(mp3.decode(encoded(mastered)), RATE), PODCAST) is None


def _read(path: Path) -> tuple[np.ndarray, int]:
    sound, rate = soundfile.read(path, dtype="float32", always_2d=True)
    return sound, rate
