"""Levels of voices and beds, held against the sound that is rendered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace
from numpy.typing import NDArray

from segment.dsp.gating import gated_lufs, lufs
from segment.dsp.power import k_power
from segment.mix.render import render
from segment.model.mix_settings import MixSettings
from segment.model.script import Music
from segment.model.sound import Sound, Spoken
from segment.model.timeline import Timeline, Voiced

RATE = 16_000
Assets = dict[str, Sound]
Written = Callable[[], Any]
Cued = Callable[[str, str], Music]


def bus(timeline: Timeline, spoken: dict[str, Spoken], assets: Assets) -> NDArray[np.float32]:
    """A timeline rendered, (frames, 2)."""
    return np.concatenate([np.broadcast_to(b, (len(b), 2)) for b in render(timeline, spoken, assets)])


def measured(timeline: Timeline, line: Voiced, spoken: dict[str, Spoken], assets: Assets) -> float:
    """Speech over bed of a line, from the rendered buses, first word to last."""
    only_beds = tuple(p for p in timeline.played if p.kind == "bed")
    apart = (replace(timeline, played=()), replace(timeline, voiced=(), played=only_beds))
    words = slice(line.words[0].start, line.words[-1].end)
    voice, beds = (k_power(np.ascontiguousarray(bus(one, spoken, assets)), timeline.rate, 0.001) for one in apart)
    hops = slice(words.start * 1000 // timeline.rate, words.stop * 1000 // timeline.rate)
    return float(10 * np.log10(voice[hops].mean() / beds[hops].mean()))


def test_reported_speech_over_bed_is_what_is_heard(segment_order: Any, assets: Assets) -> None:
    """For every line with a bed the report agrees with the rendered buses to a fifth of a decibel."""
    timeline = segment_order.arranged(assets).timeline
    for line, level in zip(timeline.voiced, timeline.levels, strict=True):
        if level.speech_over_bed_db is not None and level.speech_over_bed_db < 60:
            heard = measured(timeline, line, segment_order.spoken, assets)
            assert level.speech_over_bed_db == pytest.approx(heard, abs=0.2)


@pytest.mark.parametrize("over", [12.0, 20.0, 26.0])
def test_a_line_over_a_steady_bed_meets_the_target(segment_order: Any, assets: Assets, over: float) -> None:
    """The host over the established bed is as far above it as the settings say, not less and hardly more."""
    levels = segment_order.arranged(assets, settings=MixSettings(speech_over_bed_db=over)).timeline.levels
    assert over <= levels[0].speech_over_bed_db <= over + 0.1
    assert all(level.speech_over_bed_db >= over for level in levels if level.speech_over_bed_db is not None)


def test_each_line_is_within_one_and_a_half_units_of_its_role(written: Written, assets: Assets, voice: Any) -> None:
    """Lines recorded 20 dB apart leave the voice bus within ±1.5 LU of the setting, measured on the rendered sound."""
    order = written().add("PIECE", ("host", voice(4.0, 0.3)), ("host", voice(5.0, 0.03)), ("host", voice(3.0, 0.1)))
    arranged = order.arranged({})
    sound = order.sound(arranged, {})
    for line, level in zip(arranged.timeline.voiced, arranged.timeline.levels, strict=True):
        heard = gated_lufs(np.ascontiguousarray(sound[line.start : line.end]), RATE)
        assert heard == pytest.approx(-20.0, abs=1.5)
        assert level.loudness_lufs == pytest.approx(heard, abs=0.1)


def test_two_roles_come_out_equally_loud(written: Written, voice: Any) -> None:
    """A host recorded 14 dB below the critic is as loud as he is."""
    order = written().add("PIECE", ("host", voice(5.0, 0.02)), ("critic", voice(5.0, 0.1)))
    one, two = order.arranged({}).timeline.levels
    assert one.loudness_lufs == pytest.approx(two.loudness_lufs, abs=0.1)


def test_small_differences_between_lines_are_left_to_the_reader(written: Written, voice: Any) -> None:
    """A line half a decibel softer than the rest stays so."""
    order = written().add("PIECE", ("host", voice(5.0, 0.1)), ("host", voice(5.0, 0.1 * 10 ** (-0.5 / 20))))
    one, two = order.arranged({}).timeline.voiced
    assert one.gain_db == two.gain_db


def test_music_in_the_clear_is_no_louder_than_the_voice(segment_order: Any, assets: Assets) -> None:
    """The loudest three seconds of a bed alone are at ``music_lufs``, below the voices."""
    arranged = segment_order.arranged(assets)
    alone = bus(replace(arranged.timeline, voiced=()), segment_order.spoken, assets)
    power = k_power(np.ascontiguousarray(alone), RATE)
    sums = np.concatenate(([0.0], np.cumsum(power)))
    loudest = max(lufs(float(p)) for p in (sums[300:] - sums[:-300]) / 300)
    assert loudest <= -20.9
    assert loudest == pytest.approx(-21.0, abs=1.0)


def test_silence_is_not_turned_up(written: Written, cue: Cued) -> None:
    """A silent line and a silent bed are played as they are, without an error."""
    silent = Sound(samples=np.zeros((RATE * 3, 1), np.float32), rate=RATE, fingerprint="0")
    arranged = written().add("PIECE", cue("intro", "establish 1s, fade 2s"), ("host", silent)).arranged({"intro": silent})
    assert arranged.timeline.voiced[0].gain_db == 0.0
    assert arranged.timeline.levels[0].speech_over_bed_db is None
