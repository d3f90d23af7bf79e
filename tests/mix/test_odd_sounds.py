"""Music, clips and recordings that nobody would choose, and that come all the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

from segment.dsp.gating import gated_lufs
from segment.errors import ScriptError
from segment.mix.arrange import Arranged
from segment.mix.render import render
from segment.model.mix_settings import MixSettings
from segment.model.script import Clip, Music, Pause, Sting
from segment.model.sound import Sound

RATE = 44_100
Cued = Callable[[str, str], Music]
Written = Callable[[], Any]


def codes(arranged: Arranged) -> set[str]:
    """The codes of its notes."""
    return {finding.code for finding in arranged.findings}


def noise(seconds: float, rate: int, channels: int = 2) -> Sound:
    """Music of a kind."""
    samples = 0.1 * np.random.default_rng(1).standard_normal((round(seconds * rate), channels))
    return Sound(samples=samples.astype(np.float32), rate=rate, fingerprint=f"{seconds} {rate} {channels}")


@pytest.mark.parametrize(
    "moves", ["establish 2s, under", "sneak in, under, up full, out cold", "under, ends at end", "post 4s, fade 1s"]
)
def test_a_bed_shorter_than_a_second_is_played_once_with_a_note(written: Written, cue: Cued, moves: str) -> None:
    """It is not chopped into a stutter."""
    order = written().add("PIECE", cue("blip", moves), ("host", 6.0))
    arranged = order.arranged({"blip": noise(0.4, RATE)}, rate=RATE)
    pieces = [piece for piece in arranged.timeline.played if piece.kind == "bed"]
    assert len(pieces) == 1
    assert pieces[0].end - pieces[0].start <= 0.4 * RATE + 1
    assert codes(arranged) & {"MX015", "MX031", "MX032"}


def test_silent_music_is_told(written: Written, cue: Cued) -> None:
    """A bed, sting or clip that holds no sound is played as it is, with a note, and lifts no noise."""
    silent = Sound(samples=np.zeros((20 * RATE, 2), np.float32), rate=RATE, fingerprint="silent")
    order = written().add("PIECE", cue("hush", "establish 2s, under"), ("host", 3.0), cue("hush", "up full, out cold"))
    order.add("PIECE", Sting(asset="hush"), Clip(asset="hush", out_s=2.0), ("host", 2.0))
    arranged = order.arranged({"hush": silent}, rate=RATE)
    assert "MX040" in codes(arranged)
    assert max(point.db for piece in arranged.timeline.played for point in piece.envelope) <= 0.0


@pytest.mark.parametrize(("rate", "channels"), [(8_000, 1), (11_025, 2), (96_000, 2), (192_000, 1)])
@pytest.mark.parametrize("programme", [44_100, 48_000])
def test_music_at_any_rate_plays_as_long_and_as_loud(
    written: Written, cue: Cued, rate: int, channels: int, programme: int
) -> None:
    """A bed from 8 to 192 kHz starts at once, comes to its level in the programme's rate, and is established as long."""
    t = np.arange(12 * rate) / rate
    tone = 0.1 * np.sin(2 * np.pi * 440 * t)[:, None]
    bed = Sound(samples=np.repeat(tone, channels, axis=1).astype(np.float32), rate=rate, fingerprint=f"{rate}")
    order = written().add("PIECE", cue("bed", "establish 4s, under"), ("host", 3.0), cue("bed", "lose"), ("host", 2.0))
    arranged = order.arranged({"bed": bed}, rate=programme)
    sound = order.sound(arranged, {"bed": bed})
    assert arranged.timeline.voiced[0].words[0].start == 4 * programme
    assert gated_lufs(np.ascontiguousarray(sound[: 3 * programme]), programme) == pytest.approx(-21.0, abs=0.3)


def test_a_clip_that_goes_out_before_it_comes_in_is_an_error(written: Written) -> None:
    """The sentence names both places."""
    with pytest.raises(ScriptError, match=r"out at 2 s, before it comes in at 5 s"):
        written().add("PIECE", Clip(asset="c", in_s=5.0, out_s=2.0), ("host", 1.0)).arranged({"c": noise(9.0, RATE)}, rate=RATE)


def test_a_post_beyond_the_music_is_told(written: Written, cue: Cued) -> None:
    """The post is then the music's end, with a note that says how long it is."""
    order = written().add("PIECE", cue("bed", "sneak in, under, post 60s, fade 2s"), ("host", 4.0))
    arranged = order.arranged({"bed": noise(20.0, RATE)}, rate=RATE)
    assert "MX015" in codes(arranged)
    assert "20.0 s" in next(finding.message for finding in arranged.findings if finding.code == "MX015")


def test_a_pause_longer_than_the_programme_is_kept(written: Written) -> None:
    """Nobody is asked why."""
    timeline = written().add("PIECE", ("host", 1.0), Pause(seconds=30.0), ("host", 1.0)).arranged({}, rate=RATE).timeline
    assert timeline.frames > 31 * RATE


def test_a_role_can_stand_to_the_side(written: Written) -> None:
    """Panned half to the left a voice is louder there, as loud in all, and the other role stays in the middle."""
    order = written().add("PIECE", ("host", 4.0), ("critic", 4.0))
    middle, side = (order.arranged({}, rate=RATE, settings=MixSettings(pans=pans)) for pans in ({}, {"host": -0.5}))
    left_out, panned = (
        np.concatenate([np.broadcast_to(block, (len(block), 2)) for block in render(one.timeline, order.spoken, {})])
        for one in (middle, side)
    )
    host, critic = side.timeline.voiced
    left, right = np.square(panned[host.start : host.end]).mean(axis=0)
    assert 10 * np.log10(left / right) == pytest.approx(7.66, abs=0.05)
    assert left + right == pytest.approx(2 * np.square(left_out[host.start : host.end, 0]).mean(), rel=1e-3)
    assert np.array_equal(panned[critic.start : critic.end], left_out[critic.start : critic.end])
    assert replace(side.timeline, voiced=tuple(replace(line, pan=0.0) for line in side.timeline.voiced)) == middle.timeline
