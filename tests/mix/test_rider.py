"""A recording whose passages are not equally loud."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from msgspec.structs import replace

from segment.dsp.gating import gated_lufs
from segment.mix.render import render
from segment.model.sound import Sound, Spoken

RATE = 16_000
PASSAGES_DB = (0.0, -9.0, 5.0, -0.4)


def recording(voice: Callable[..., Sound], levels_db: tuple[float, ...], room: float = 1e-4) -> Sound:
    """Passages of six seconds at these levels with 0.6 s between them, over a quiet room."""
    parts = [voice(6.0, 0.1 * 10 ** (db / 20), lead=0.3, tail=0.3).samples[:, 0] for db in levels_db]
    joined = np.concatenate(parts)
    joined = joined + room * np.random.default_rng(1).standard_normal(len(joined)).astype(np.float32)
    return Sound(samples=joined.astype(np.float32)[:, None], rate=RATE, fingerprint=str(levels_db))


def as_take(order: Any, sound: Sound) -> Any:
    """The order with its only line recorded."""
    order.spoken["critic-1"] = Spoken(
        id="critic-1", role="critic", voice="take", sound=sound, words=(), synthetic=False, covers=("critic-1",)
    )
    return order


def loudness(order: Any) -> list[float]:
    """Of each passage as it is rendered, LUFS."""
    arranged = order.arranged({})
    made = np.concatenate(list(render(arranged.timeline, order.spoken, {})))
    start = arranged.timeline.voiced[0].start
    step = round(6.6 * RATE)
    return [gated_lufs(np.ascontiguousarray(made[start + i * step : start + (i + 1) * step]), RATE) for i in range(4)]


def test_each_passage_of_a_recording_is_within_one_and_a_half_units(written: Any, voice: Callable[..., Sound]) -> None:
    """Passages recorded 14 dB apart are heard within ±1.5 LU of the role's target, measured on what is rendered."""
    order = as_take(written().add("PIECE", ("critic", 1.0)), recording(voice, PASSAGES_DB))
    assert loudness(order) == pytest.approx([-20.0] * 4, abs=1.5)


def test_the_fader_moves_in_pauses_only(written: Any, voice: Callable[..., Sound]) -> None:
    """Within a passage the gain does not change, and no way is steeper than 9 dB in the pause of 0.6 s allows."""
    order = as_take(written().add("PIECE", ("critic", 1.0)), recording(voice, PASSAGES_DB))
    [line] = order.arranged({}).timeline.voiced
    at, db = np.array([p.at for p in line.ride]), np.array([p.db for p in line.ride])
    for i in range(4):
        inside = line.start + round((i * 6.6 + 0.35) * RATE), line.start + round((i * 6.6 + 6.2) * RATE)
        assert np.ptp(np.interp(np.arange(*inside, 100), at, db)) < 0.01
    steps = np.abs(np.diff(np.interp(np.arange(line.start, line.end, RATE // 100), at, db)))
    assert steps.max() * 100 < 40


def test_what_a_reader_means_is_left_to_him(written: Any, voice: Callable[..., Sound]) -> None:
    """Passages within a loudness unit of each other keep their own levels."""
    order = as_take(written().add("PIECE", ("critic", 1.0)), recording(voice, (0.0, -0.8, 0.5, -0.4)))
    [line] = order.arranged({}).timeline.voiced
    assert not line.ride


def test_a_synthetic_line_is_not_ridden(written: Any, voice: Callable[..., Sound]) -> None:
    """Only a person's recording is."""
    order = written().add("PIECE", ("critic", recording(voice, PASSAGES_DB)))
    assert not order.arranged({}).timeline.voiced[0].ride


def test_the_reported_loudness_of_a_recording_is_what_is_heard(written: Any, voice: Callable[..., Sound]) -> None:
    """The figure of the line counts the fader in."""
    order = as_take(written().add("PIECE", ("critic", 1.0)), recording(voice, PASSAGES_DB))
    arranged = order.arranged({})
    line = arranged.timeline.voiced[0]
    made = np.concatenate(list(render(arranged.timeline, order.spoken, {})))[line.start : line.end]
    assert arranged.timeline.levels[0].loudness_lufs == pytest.approx(gated_lufs(made, RATE), abs=0.1)


def test_real_sentences_recorded_at_different_levels_are_evened(samples: Path, written: Any) -> None:
    """Eight sentences of a reader as one recording, three of them 8 dB off: all end within ±1.5 LU of the target."""
    rng = np.random.default_rng(5)
    parts, edges, rate = [], [], 22_050
    for i, path in enumerate(sorted((samples / "speech/ljspeech").glob("*.wav"))[:8]):
        read, rate = soundfile.read(path, dtype="float32")
        gain = (0.0, -8.0, 0.0, 8.0, 0.0, 0.0, -6.0, 0.0)[i]
        begin = sum(len(part) for part in parts)
        parts += [read * np.float32(10 ** (gain / 20)), np.zeros(rate // 2, np.float32)]
        edges.append((begin, begin + len(read)))
    joined = np.concatenate(parts) + 1e-4 * rng.standard_normal(sum(map(len, parts))).astype(np.float32)
    sound = Sound(samples=joined.astype(np.float32)[:, None], rate=rate, fingerprint="eight")
    order = as_take(written().add("PIECE", ("critic", 1.0)), sound)
    arranged = order.arranged({}, rate=rate)
    timeline = replace(arranged.timeline, played=())
    made = np.concatenate(list(render(timeline, order.spoken, {})))
    start = timeline.voiced[0].start
    heard = [gated_lufs(np.ascontiguousarray(made[start + a : start + b]), rate) for a, b in edges]
    assert heard == pytest.approx([-20.0] * 8, abs=1.5)
