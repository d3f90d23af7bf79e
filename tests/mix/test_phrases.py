"""What beds do inside a line: they wait through short pauses and come back in long ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

from segment.mix.ducking import DOWN_DB_S, HOLD_S, UP_DB_S
from segment.mix.render import render
from segment.model.script import Music
from segment.model.sound import Sound, Spoken, Word

RATE = 16_000
Assets = dict[str, Sound]


def tone(seconds: float, channels: int = 1) -> Sound:
    """A steady tone: what is rendered of it is the gain."""
    wave = 0.2 * np.sin(2 * np.pi * 1000 * np.arange(round(seconds * RATE)) / RATE)
    return Sound(samples=np.repeat(wave[:, None], channels, axis=1).astype(np.float32), rate=RATE, fingerprint=f"tone {seconds}")


def line_with_pause(voice: Callable[..., Sound], pause_s: float, timed: bool) -> Spoken:
    """Three seconds of speech, a pause, and three more."""
    one, two = voice(3.0, lead=0.05, tail=0.0).samples, voice(3.0, lead=0.0, tail=0.05).samples
    hole = np.zeros((round(pause_s * RATE), 1), np.float32)
    sound = Sound(samples=np.concatenate((one, hole, two)), rate=RATE, fingerprint=f"pause {pause_s}")
    edges = [(0.05, 1.5), (1.5, 3.05), (3.05 + pause_s, 4.5 + pause_s), (4.5 + pause_s, 6.05 + pause_s)]
    words = tuple(Word(text=f"w{i}", start=round(a * RATE), end=round(b * RATE)) for i, (a, b) in enumerate(edges))
    return Spoken(id="host-1", role="host", voice="v", sound=sound, words=words if timed else ())


def bed_gain(order: Any, arranged: Any, assets: Assets) -> Any:
    """The gain of a steady bed as it is rendered, in dB, every 10 ms; full scale of the tone is 0."""
    only = replace(arranged.timeline, voiced=())
    made = np.concatenate([block.mean(axis=1) for block in render(only, order.spoken, assets)])
    hop = RATE // 100
    return 10 * np.log10(np.square(made[: len(made) // hop * hop]).reshape(-1, hop).mean(axis=1) / 0.02 + 1e-12)


@pytest.mark.parametrize("timed", [True, False])
@pytest.mark.parametrize(("pause_s", "back"), [(0.4, False), (1.2, False), (4.0, True)])
def test_a_bed_holds_through_a_short_pause_and_returns_in_a_long_one(
    written: Any, cue: Callable[[str, str], Music], voice: Callable[..., Sound], timed: bool, pause_s: float, back: bool
) -> None:
    """Inside one line, recorded or spoken, the bed comes up to its full level in four seconds, and not at all in one."""
    order = written().add("PIECE", cue("tone", "establish 2s, under"), ("host", 1.0), cue("tone", "lose"), ("critic", 2.0))
    order.spoken["host-1"] = line_with_pause(voice, pause_s, timed)
    assets = {"tone": tone(40.0)}
    arranged = order.arranged(assets)
    gain = bed_gain(order, arranged, assets)
    clear = gain[100]
    pause = arranged.timeline.voiced[0].start / RATE + 3.05
    inside = gain[round(100 * pause) + 1 : round(100 * (pause + pause_s)) - 1]
    if back:
        assert inside.max() == pytest.approx(clear, abs=0.05)
        assert inside[-1] < clear - 10  # down again before the next word
    else:
        assert np.ptp(inside) < 0.2
        assert inside.max() < clear - 10
    assert arranged.timeline.levels[0].speech_over_bed_db >= 20.0


def test_the_rendered_gain_never_leaps(written: Any, cue: Callable[[str, str], Music], voice: Callable[..., Sound]) -> None:
    """Measured on what is rendered: no steeper down or up than a hand on a fader, and still while somebody speaks."""
    order = written().add(
        "PIECE", cue("tone", "establish 3s, under"), ("host", 1.0), ("critic", 4.0), cue("tone", "up full, fade 4s")
    )
    order.spoken["host-1"] = line_with_pause(voice, HOLD_S + 2.0, timed=True)
    assets = {"tone": tone(60.0)}
    arranged = order.arranged(assets)
    gain = bed_gain(order, arranged, assets)
    last = max(line.words[-1].end for line in arranged.timeline.voiced)
    while_talking = gain[: last * 100 // RATE]
    steps = np.diff(while_talking) * 100
    assert steps.min() > -DOWN_DB_S - 1
    assert steps.max() < UP_DB_S + 1
    for line in arranged.timeline.voiced:
        for one, other in ((0, 1), (2, 3)) if line.id == "host-1" else ((0, -1),):
            words = gain[line.words[one].start * 100 // RATE + 1 : line.words[other].end * 100 // RATE - 1]
            assert np.ptp(words) < 0.2
