"""Pauses in which the room is heard on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from segment.dsp.power import k_power
from segment.mix.render import render
from segment.mix.stems import stems
from segment.model.script import Pause
from segment.model.sound import Sound, Spoken

RATE = 16_000


def in_a_room(voice: Callable[..., Sound], level: float) -> Sound:
    """Two sentences and a pause between them in a room of this noise, faded over 10 ms at both ends."""
    one, two = voice(3.0, lead=0.15, tail=0.3).samples[:, 0], voice(3.0, lead=0.3, tail=0.15).samples[:, 0]
    joined = np.concatenate((one, two))
    joined = joined + level * np.random.default_rng(7).standard_normal(len(joined))
    ramp = np.linspace(0.0, 1.0, RATE // 100)
    joined[: len(ramp)] *= ramp
    joined[-len(ramp) :] *= ramp[::-1]
    return Sound(samples=joined.astype(np.float32)[:, None], rate=RATE, fingerprint=f"room {level}")


@pytest.fixture
def order(written: Any, voice: Callable[..., Sound]) -> Any:
    """A recorded critic, a pause of two seconds, and a synthetic host."""
    made = written().add("PIECE", ("critic", 1.0), Pause(seconds=2.0), ("host", 3.0))
    made.spoken["critic-1"] = Spoken(
        id="critic-1", role="critic", voice="take", sound=in_a_room(voice, 2e-3), words=(), synthetic=False
    )
    return made


def powers(order: Any, timeline: Any) -> Any:
    """Power of a rendered timeline in dB, every 10 ms."""
    made = np.concatenate([block.mean(axis=1, keepdims=True) for block in render(timeline, order.spoken, {})])
    return 10 * np.log10(k_power(np.ascontiguousarray(made), RATE) + 1e-12)


def test_a_pause_after_a_recording_is_its_room(order: Any) -> None:
    """Every tenth of a second of the pause is as loud as the room between the recording's own sentences, to 3 dB."""
    timeline = order.arranged({}).timeline
    one, two = timeline.voiced
    db = powers(order, timeline)
    middle = one.start + round(3.15 * RATE)
    own = db[(middle + RATE // 20) * 100 // RATE : (middle + RATE // 2) * 100 // RATE].mean()
    pause = db[one.end * 100 // RATE + 2 : two.start * 100 // RATE - 2]
    tenths = pause[: len(pause) // 10 * 10].reshape(-1, 10).mean(axis=1)
    assert (two.start - one.end) / RATE > 1.5
    assert np.abs(tenths - own).max() < 3.0


def test_the_room_belongs_to_the_voice_whose_it_is(order: Any) -> None:
    """It is part of that role's stem, and comes at the gain of its line."""
    timeline = order.arranged({}).timeline
    pieces = [piece for piece in timeline.played if piece.kind == "room"]
    assert {piece.asset for piece in pieces} == {"critic-1"}
    assert stems(timeline)["voice-critic"].played == tuple(pieces)
    assert max(point.db for piece in pieces for point in piece.envelope) == pytest.approx(timeline.voiced[0].gain_db, abs=0.01)


def test_a_pause_of_a_voice_without_a_room_is_silence(written: Any) -> None:
    """Where a voice's own pauses are digital silence, so is the pause between its lines."""
    timeline = written().add("PIECE", ("host", 2.0), Pause(seconds=2.0), ("host", 2.0)).arranged({}).timeline
    assert not timeline.played


def test_no_word_is_heard_in_the_room(order: Any) -> None:
    """The stretch that is repeated lies between the sentences, and is nowhere near as loud as speech."""
    timeline = order.arranged({}).timeline
    room = powers(order, stems(timeline)["voice-critic"])
    end = timeline.voiced[0].end * 100 // RATE
    assert room[end + 5 : end + 150].max() < room[: end - 20].max() - 25
