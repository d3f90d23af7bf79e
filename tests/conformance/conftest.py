"""Test signals of the loudness standards, and the second meter beside ours."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from importlib import import_module
from types import ModuleType

import av
import numpy as np
import pytest

from segment.dsp.meter import Meter
from segment.model.loudness import Loudness

Tone = Callable[..., np.ndarray]
Measure = Callable[[np.ndarray], Loudness]
Peak = Callable[[np.ndarray], float]

_BLOCK = 4096


@pytest.fixture(scope="package", params=[44100, 48000])
def rate(request: pytest.FixtureRequest) -> int:
    """Both sample rates that files are made at."""
    return int(request.param)


@pytest.fixture(scope="package")
def tones(rate: int) -> Tone:
    """``tones((dBFS, seconds), …)``: a 1 kHz sine in steps of level, in one channel that stands for two."""

    sine = np.sin(2 * np.pi * 1000 / rate * np.arange(120 * rate)).astype(np.float32)

    def make(*steps: tuple[float, float]) -> np.ndarray:
        counts = [round(seconds * rate) for _, seconds in steps]
        level = np.repeat(np.array([10 ** (db / 20) for db, _ in steps], np.float32), counts)
        return (sine[: len(level)] * level)[:, None]

    return make


@pytest.fixture(scope="package")
def ours(rate: int) -> Measure:
    """Our own meter."""

    def measure(sound: np.ndarray) -> Loudness:
        meter = Meter(rate)
        for at in range(0, len(sound), _BLOCK):
            meter.add(sound[at : at + _BLOCK])
        return meter.result()

    return measure


@pytest.fixture(scope="package")
def ebur128() -> ModuleType:
    """libebur128 through pyebur128; skips where there is no wheel of it (Python 3.13 on)."""
    pytest.importorskip("pyebur128", reason="the second meter, pyebur128, is not installed: it has no wheel for this Python")
    return import_module("pyebur128.pyebur128")


@pytest.fixture(scope="package")
def theirs(rate: int, ebur128: ModuleType) -> Measure:
    """The second meter's loudness; its peaks are that of samples, see ``their_peak``."""
    modes = ebur128.MeasurementMode
    mode = modes.MODE_I | modes.MODE_LRA | modes.MODE_S | modes.MODE_M | modes.MODE_SAMPLE_PEAK

    def measure(sound: np.ndarray) -> Loudness:
        both = np.ascontiguousarray(np.broadcast_to(sound, (len(sound), 2)), dtype=np.float32)
        state = ebur128.R128State(2, rate, mode)
        momentary = short_term = -120.0
        hop = rate // 100
        for at in range(0, len(both), hop):
            block = both[at : at + hop]
            state.add_frames(block.reshape(-1), len(block))
            if at // hop % 2:
                momentary = max(momentary, ebur128.get_loudness_momentary(state))
            if at // hop % 5 == 4:  # each call adds up 3 s
                short_term = max(short_term, ebur128.get_loudness_shortterm(state))
        peak = 20 * np.log10(max(ebur128.get_sample_peak(state, c) for c in (0, 1)))
        return Loudness(
            integrated_lufs=ebur128.get_loudness_global(state),
            true_peak_dbtp=peak,
            lra_lu=ebur128.get_loudness_range(state),
            short_term_max_lufs=short_term,
            momentary_max_lufs=momentary,
            sample_peak_dbfs=peak,
        )

    return measure


@pytest.fixture(scope="package")
def filters(rate: int) -> Measure:
    """A third meter, libavfilter's ebur128 through PyAV, which has a wheel for every Python; its peaks are rounded to 0.001."""

    def measure(sound: np.ndarray) -> Loudness:
        both = np.ascontiguousarray(np.broadcast_to(sound, (len(sound), 2)).T, dtype=np.float32)
        graph = av.filter.Graph()
        source = graph.add_abuffer(sample_rate=rate, format="fltp", layout="stereo", time_base=Fraction(1, rate))
        loudness, sink = graph.add("ebur128", "metadata=1:peak=true+sample"), graph.add("abuffersink")
        source.link_to(loudness)
        loudness.link_to(sink)
        graph.configure()
        for at in range(0, both.shape[1], rate):
            frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(both[:, at : at + rate]), format="fltp", layout="stereo")
            frame.sample_rate, frame.pts = rate, at
            graph.push(frame)
        graph.push(None)
        told = []
        while True:
            try:
                told.append({key.removeprefix("lavfi.r128."): float(value) for key, value in graph.pull().metadata.items()})
            except (av.error.EOFError, av.error.BlockingIOError):
                break
        last = told[-1]
        return Loudness(
            integrated_lufs=last["I"],
            true_peak_dbtp=20 * np.log10(last["true_peak"]),
            lra_lu=last["LRA"],
            short_term_max_lufs=max(one["S"] for one in told),
            momentary_max_lufs=max(one["M"] for one in told),
            sample_peak_dbfs=20 * np.log10(last["sample_peak"]),
        )

    return measure


@pytest.fixture(scope="package")
def our_peak(rate: int) -> Peak:
    """Our own true peak, as the meter finds it."""

    def measure(sound: np.ndarray) -> float:
        meter = Meter(rate)
        meter.add(sound)
        return meter.result().true_peak_dbtp

    return measure


@pytest.fixture(scope="package")
def their_peak(rate: int, ebur128: ModuleType) -> Peak:
    """The second meter's true peak."""

    def measure(sound: np.ndarray) -> float:
        both = np.ascontiguousarray(np.broadcast_to(sound, (len(sound), 2)), dtype=np.float32)
        state = ebur128.R128State(2, rate, ebur128.MeasurementMode.MODE_TRUE_PEAK)
        state.add_frames(both.reshape(-1), len(both))
        return float(20 * np.log10(max(ebur128.get_true_peak(state, c) for c in (0, 1))))

    return measure


@pytest.fixture(params=["ours", "theirs"])
def meter(request: pytest.FixtureRequest) -> Measure:
    """Each meter in turn: a signal that the second one fails is synthesised wrongly."""
    measure: Measure = request.getfixturevalue(request.param)
    return measure


@pytest.fixture(params=["our_peak", "their_peak"])
def peak(request: pytest.FixtureRequest) -> Peak:
    """True peak by each meter in turn."""
    measure: Peak = request.getfixturevalue(request.param)
    return measure
