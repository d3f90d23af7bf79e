"""The house music as it ships."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
import soundfile

from segment.dsp.meter import Meter
from segment.library.assets import built_in_assets
from segment.library.compose.pieces import intro, outro, sting
from segment.library.compose.render import render
from segment.library.places import built_in

PIECES = {"intro": intro, "outro": outro, "sting": sting}


@cache
def shipped(name: str) -> np.ndarray:
    """The file's samples, 16 bit, (frames, 2)."""
    pcm, rate = soundfile.read(built_in("beds") / f"{name}.flac", dtype="int16", always_2d=True)
    assert rate == 44_100
    assert pcm.shape[1] == 2
    return pcm


def short_loudness(pcm: np.ndarray, start_s: float, seconds: float) -> float:
    """LUFS of a stretch, ungated because it never pauses."""
    meter = Meter(44_100)
    meter.add(np.ascontiguousarray(pcm[int(start_s * 44_100) : int((start_s + seconds) * 44_100)] / np.float32(32768)))
    return meter.result().integrated_lufs


@pytest.mark.parametrize("name", PIECES)
def test_the_program_plays_what_ships(name):
    """Rendered again, each piece is the shipped file, sample for sample within one step of 16 bits."""
    played = render(PIECES[name]())
    assert played.shape == shipped(name).shape
    assert np.abs(played.astype(np.int32) - shipped(name)).max() <= 1


@pytest.mark.parametrize(("name", "shortest", "longest"), [("intro", 24, 30), ("outro", 24, 30), ("sting", 2, 3)])
def test_lengths(name, shortest, longest):
    """Intro and outro last about half a minute, the sting two to three seconds."""
    assert shortest <= len(shipped(name)) / 44_100 <= longest


@pytest.mark.parametrize("name", PIECES)
def test_levels(name):
    """About −18 LUFS, no peak above −3 dBFS, no direct current, and stereo that survives in mono."""
    pcm = shipped(name).astype(np.float64) / 32768
    assert short_loudness(shipped(name), 0, 60) == pytest.approx(-18.0, abs=0.7)
    assert 20 * np.log10(np.abs(pcm).max()) <= -3.0
    assert np.abs(pcm.mean(axis=0)).max() < 1e-4
    assert 0.5 < np.corrcoef(pcm.T)[0, 1] < 0.95


@pytest.mark.parametrize("name", PIECES)
def test_first_note_and_last(name):
    """Music is heard within 50 ms, the first sample is silence, and the ending has died away at the last."""
    level = np.abs(shipped(name)).max(axis=1)
    assert np.argmax(level > 328) / 44_100 < 0.05
    assert level[0] == 0
    assert level[-441:].max() <= 8


def test_the_intro_goes_on_evenly():
    """Any three seconds of the intro are within 2.5 LU of the whole until its last chord, so that a host can talk over it."""
    pcm = shipped("intro")
    whole = short_loudness(pcm, 0, 60)
    assert all(abs(short_loudness(pcm, start, 3.0) - whole) < 2.5 for start in np.arange(0, 23.5, 1.0))


def test_the_outro_ends_on_purpose():
    """The last chord is among the loudest moments of the outro, and what follows only dies away."""
    power = (shipped("outro").astype(np.float64) ** 2).mean(axis=1)
    tenths = power[: len(power) // 4410 * 4410].reshape(-1, 4410).mean(axis=1)
    last_chord = len(tenths) - 40 + int(np.argmax(tenths[-40:]))
    assert tenths[last_chord] > np.percentile(tenths, 95)
    ringing = tenths[last_chord + 5 :: 5]
    assert np.all(np.diff(ringing) < 0)


@pytest.mark.parametrize("name", PIECES)
def test_no_click(name):
    """Nowhere does the sound jump: the fastest change is what music has around it, not a step out of silence."""
    mono = shipped(name).mean(axis=1)
    jump = np.abs(np.diff(mono, 3))
    blocks = jump[: len(jump) // 64 * 64].reshape(-1, 64).max(axis=1)
    around = np.array([np.median(blocks[max(0, i - 40) : i + 40]) for i in range(len(blocks))])
    assert np.all(blocks < 12 * around + 120)


def test_rights_are_data():
    """Every piece is listed with its title, author, CC0 licence and both uses, and the folder says so in words."""
    assets = built_in_assets()
    assert set(assets) == set(PIECES)
    for asset in assets.values():
        assert asset.title
        assert (asset.author, asset.licence, asset.rights) == ("radio-segment", "CC0-1.0", ("air", "podcast"))
    assert "SPDX-License-Identifier: CC0-1.0" in (built_in("beds") / "LICENCE.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PIECES)
def test_files_are_small(name):
    """No file is larger than 3 MB."""
    assert (built_in("beds") / f"{name}.flac").stat().st_size < 3_000_000
