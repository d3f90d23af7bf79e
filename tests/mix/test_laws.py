"""What holds for every programme, however odd its running order."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from segment.dsp.power import k_power
from segment.mix.arrange import Arranged
from segment.mix.ducking import DOWN_DB_S
from segment.mix.render import render
from segment.model.mix_settings import MixSettings
from segment.model.script import Chapter, Clip, Music, Pause, Sting
from segment.model.sound import Sound

RATE = 16_000
HOUSE = MixSettings()
Assets = dict[str, Sound]

MOVES = st.sampled_from(
    [
        "establish 2s, under",
        "establish 1s",
        "sneak in",
        "sneak in, under, up full, out cold",
        "under",
        "sneak out",
        "lose",
        "fade 2s",
        "up, under",
        "up full, out cold",
        "out cold",
        "cross to outro",
        "cross to mono, under",
        "post 4s",
        "sneak in, ends at end",
        "up full, fade 3s",
    ]
)
LINES = st.tuples(st.sampled_from(["host", "critic"]), st.sampled_from([0.4, 1.5, 3.0, 6.0]))
ITEMS = st.lists(
    st.one_of(
        LINES,
        LINES,
        st.tuples(st.just("MUSIC"), st.sampled_from(["intro", "outro", "mono", "swish"]), MOVES),
        st.just(Sting(asset="swish")),
        st.just(Clip(asset="trailer.wav", in_s=1.0, out_s=3.0)),
        st.just(Chapter(title="A chapter")),
        st.sampled_from([Pause(seconds=0.1), Pause(seconds=4.0)]),
    ),
    min_size=1,
    max_size=9,
)


@pytest.fixture(scope="module")
def lines(voice: Callable[..., Sound]) -> dict[float, Sound]:
    """One voice for each length."""
    return {seconds: voice(seconds) for seconds in (0.4, 1.5, 3.0, 6.0)}


def build(items: list[Any], order: Any, cue: Callable[[str, str], Music], lines: dict[float, Sound]) -> Any:
    """A running order from what hypothesis drew."""
    for item in items:
        if isinstance(item, tuple) and item[0] == "MUSIC":
            order.add("PIECE", cue(item[1], item[2]))
        elif isinstance(item, tuple):
            order.add("PIECE", (item[0], lines[item[1]]))
        else:
            order.add("PIECE", item)
    return order


def the_clock(arranged: Arranged, assets: Assets) -> None:
    """Length, order and bounds."""
    timeline = arranged.timeline
    ends = [v.end for v in timeline.voiced] + [p.end for p in timeline.played]
    assert timeline.frames == max(ends, default=0) + round(HOUSE.tail_s * RATE)
    assert all(one.end <= other.start for one, other in pairwise(timeline.voiced))
    assert all(v.start <= w.start <= w.end <= v.end for v in timeline.voiced for w in v.words)
    for piece in timeline.played:
        length = round(assets[piece.asset].seconds * RATE)
        assert 0 <= piece.start < piece.end
        assert 0 <= piece.offset <= piece.offset + piece.end - piece.start <= length + 1
    marks = timeline.chapters
    assert all(one.end == other.start for one, other in pairwise(marks))
    assert all(mark.start < mark.end <= timeline.frames for mark in marks)


def the_envelopes(arranged: Arranged, clear: dict[str, float]) -> None:
    """Ascending corners, never above the level in the clear, never a jump while it can be heard."""
    for piece in arranged.timeline.played:
        at = [p.at for p in piece.envelope]
        assert at == sorted(set(at))
        if piece.kind == "bed":
            assert max(p.db for p in piece.envelope) <= clear[piece.asset] + 0.05
            for one, other in pairwise(piece.envelope):
                audible = min(one.db, other.db) > clear[piece.asset] - 12
                slope = abs(other.db - one.db) / (other.at - one.at) * RATE
                assert not audible or slope < 40 * DOWN_DB_S


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(items=ITEMS)
def test_every_programme_keeps_the_laws(
    items: list[Any], written: Any, cue: Callable[[str, str], Music], assets: Assets, lines: dict[float, Sound]
) -> None:
    """Lines don't overlap, the length is the last sound and the tail, every stretch lies inside its asset, no bed is louder
    than in the clear, and every line with a bed is at least the target above it.
    """
    order = build(items, written(), cue, lines)
    arranged = order.arranged(assets)
    clear = {name: -21.0 - loudest(sound) for name, sound in assets.items()}
    the_clock(arranged, assets)
    the_envelopes(arranged, clear)
    over = [level.speech_over_bed_db for level in arranged.timeline.levels]
    assert all(db >= HOUSE.speech_over_bed_db - 0.1 for db in over if db is not None)


@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(items=ITEMS)
def test_every_programme_is_rendered_as_arranged(
    items: list[Any], written: Any, cue: Callable[[str, str], Music], assets: Assets, lines: dict[float, Sound]
) -> None:
    """The rendered sound has the timeline's length, and between the rendered buses no line is too near its bed."""
    order = build(items, written(), cue, lines)
    timeline = order.arranged(assets).timeline
    sides = []
    for part in (
        replace(timeline, played=()),
        replace(timeline, voiced=(), played=tuple(p for p in timeline.played if p.kind == "bed")),
    ):
        made = np.concatenate([np.broadcast_to(b, (len(b), 2)) for b in render(part, order.spoken, assets)])
        assert len(made) == timeline.frames
        assert np.isfinite(made).all()
        sides.append(np.concatenate(([0.0], np.cumsum(k_power(np.ascontiguousarray(made), RATE, 0.001)))))
    for line in timeline.voiced:
        first, last = line.words[0].start * 1000 // RATE, line.words[-1].end * 1000 // RATE
        voice, bed = (side[last] - side[first] for side in sides)
        tunes = {p.asset for p in timeline.played if p.kind == "bed" and p.start < line.end and p.end > line.start}
        # Notes that two tunes share may add up in a short line, where their powers would not.
        near = 0.3 if len(tunes) < 2 else 1.5
        assert bed <= 0 or 10 * np.log10(voice / bed) >= HOUSE.speech_over_bed_db - near


def loudest(sound: Sound) -> float:
    """Loudness of the loudest three seconds in LUFS."""
    power = k_power(sound.samples, sound.rate)
    window = min(300, len(power))
    sums = np.concatenate(([0.0], np.cumsum(power)))
    return float(-0.691 + 10 * np.log10((sums[window:] - sums[:-window]).max() / window))
