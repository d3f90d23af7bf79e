"""Each verb of MUSIC, measured on what is rendered: beds are tones that rise, so that both their level and place are heard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace
from numpy.typing import NDArray

from segment.mix.bed import BREATH_S, CROSS_S, LOSE_S, RING_S, SNEAK_IN_S, SNEAK_OUT_S, UNDER_S, UP_S
from segment.mix.render import render
from segment.model.script import Music
from segment.model.sound import Sound
from segment.model.timeline import Timeline, Voiced

RATE = 16_000
LEVEL = 0.2
SECONDS = 30.0
RISE_HZ = 80.0
"""A second: where in the music one is can be read from the pitch."""
LOWEST_HZ = {"one": 500.0, "two": 3500.0}
WINDOW_S = 0.05
SILENT_DB = -60.0
Cued = Callable[[str, str], Music]


def ruler(name: str) -> Sound:
    """A tone as loud throughout, that rises by 80 Hz a second."""
    t = np.arange(round(SECONDS * RATE)) / RATE
    tone = LEVEL * np.sin(2 * np.pi * (LOWEST_HZ[name] * t + RISE_HZ * t**2 / 2))
    return Sound(samples=tone.astype(np.float32)[:, None], rate=RATE, fingerprint=name)


BEDS = {name: ruler(name) for name in LOWEST_HZ}


class Heard:
    """A programme's beds as they are rendered."""

    def __init__(self, order: Any) -> None:
        self.timeline: Timeline = order.arranged(BEDS).timeline
        only = replace(self.timeline, voiced=(), played=tuple(p for p in self.timeline.played if p.kind == "bed"))
        blocks = [block.mean(axis=1) for block in render(only, order.spoken, BEDS)]
        self.sound: NDArray[np.float64] = np.concatenate(blocks).astype(np.float64)

    def _peak(self, at_s: float, bed: str) -> tuple[float, float]:
        size = round(WINDOW_S * RATE)
        first = round(at_s * RATE) - size // 2
        part = np.zeros(size)
        low, high = max(first, 0), min(first + size, len(self.sound))
        part[low - first : high - first] = self.sound[low:high]
        window = np.hanning(size)
        spectrum = np.abs(np.fft.rfft(part * window, 8 * size)) * 2 / window.sum()
        hertz = np.fft.rfftfreq(8 * size, 1 / RATE)
        here = (hertz > LOWEST_HZ[bed] - 50) & (hertz < LOWEST_HZ[bed] + RISE_HZ * SECONDS + 50)
        best = int(np.where(here, spectrum, 0.0).argmax())
        return float(spectrum[best]), float(hertz[best])

    def gain(self, at_s: float, bed: str = "one") -> float:
        """The bed's gain in dB."""
        return 20 * float(np.log10(max(self._peak(at_s, bed)[0] / LEVEL, 1e-6)))

    def gains(self, first_s: float, last_s: float, bed: str = "one") -> NDArray[np.float64]:
        """Its gain every 20 ms."""
        return np.array([self.gain(at, bed) for at in np.arange(first_s, last_s, 0.02)])

    def place(self, at_s: float, bed: str = "one") -> float:
        """Which second of the music is heard."""
        return (self._peak(at_s, bed)[1] - LOWEST_HZ[bed]) / RISE_HZ

    def first(self, line: int) -> float:
        """When a line's first word begins."""
        return self._line(line).words[0].start / RATE

    def last(self, line: int) -> float:
        """When a line's last word ends."""
        return self._line(line).words[-1].end / RATE

    def _line(self, line: int) -> Voiced:
        return self.timeline.voiced[line]


@pytest.fixture
def heard(written: Callable[[], Any], cue: Cued) -> Callable[..., Heard]:
    """A programme from lines (seconds) and cues (bed and moves)."""

    def make(*items: float | tuple[str, str]) -> Heard:
        order = written()
        for item in items:
            order.add("PIECE", cue(*item) if isinstance(item, tuple) else ("host", item))
        return Heard(order)

    return make


def test_establish(heard: Callable[..., Heard]) -> None:
    """The music begins at its beginning, is alone at its full level, and the first word comes after so many seconds."""
    mix = heard(("one", "establish 5s, under"), 4.0, ("one", "lose"), 3.0)
    assert mix.place(0.5) == pytest.approx(0.5, abs=0.02)
    assert mix.first(0) == pytest.approx(5.0, abs=0.005)
    clear = mix.gains(0.1, 4.0)
    assert np.ptp(clear) < 0.1
    assert mix.gain(mix.first(0)) < clear.mean() - 10


def test_under(heard: Callable[..., Heard]) -> None:
    """The bed comes with the first word, goes under it, and stays there without moving until the last."""
    mix = heard(2.0, ("one", "under"), 6.0, ("one", "lose"), 2.0)
    starts = mix.first(1)
    assert mix.gains(0.0, starts - 0.05).max() < SILENT_DB
    down = mix.gains(starts + UNDER_S + 0.1, mix.last(1) - 0.05)
    assert np.ptp(down) < 0.2
    assert mix.timeline.levels[1].speech_over_bed_db == pytest.approx(20.0, abs=1.0)


def test_up(heard: Callable[..., Heard]) -> None:
    """Between two lines the bed comes to its full level, the talk waits three seconds, and it is down again at the next word."""
    mix = heard(("one", "establish 3s, under"), 4.0, ("one", "up, under"), 4.0, ("one", "lose"), 2.0)
    clear, gap = mix.gain(1.0), (mix.last(0), mix.first(1))
    assert gap[1] - gap[0] == pytest.approx(UP_S, abs=0.01)
    assert mix.gains(gap[0] + 1.3, gap[1] - 1.0).max() == pytest.approx(clear, abs=0.1)
    assert mix.gain(gap[1] + 0.03) < clear - 10


def test_sneak_in(heard: Callable[..., Heard]) -> None:
    """From nothing at the first word it rises without a step for two seconds."""
    mix = heard(2.0, ("one", "sneak in, under"), 7.0, ("one", "lose"), 2.0)
    starts = mix.first(1)
    rising = mix.gains(starts + 0.2, starts + SNEAK_IN_S)
    held = mix.gain(starts + SNEAK_IN_S + 1.0)
    assert rising[0] < held - 25
    assert np.diff(rising).min() > -0.1
    assert rising[-1] == pytest.approx(held, abs=0.3)
    assert np.diff(mix.gains(starts + 0.5, starts + SNEAK_IN_S)).max() < 2.0


def test_sneak_out(heard: Callable[..., Heard]) -> None:
    """It sinks under the next words, without a step, and is gone after three and a half seconds."""
    mix = heard(("one", "establish 3s, under"), 4.0, ("one", "sneak out"), 8.0)
    starts = mix.first(1)
    falling = mix.gains(starts, starts + SNEAK_OUT_S - 0.4)
    assert np.diff(falling).max() < 0.1
    assert falling[0] - falling[len(falling) // 2] < 10
    assert mix.gains(starts + SNEAK_OUT_S + 0.05, mix.last(1)).max() < SILENT_DB


def test_lose(heard: Callable[..., Heard]) -> None:
    """Under the next word it is gone within a second."""
    mix = heard(("one", "establish 3s, under"), 4.0, ("one", "lose"), 5.0)
    starts = mix.first(1)
    assert mix.gain(starts) > SILENT_DB + 20
    assert mix.gains(starts + LOSE_S + 0.05, mix.last(1)).max() < SILENT_DB


def test_cross_to(heard: Callable[..., Heard]) -> None:
    """One bed goes as the other comes, both 3 dB down half-way, and two seconds later the first is gone."""
    mix = heard(("one", "establish 5s, cross to two, establish 5s, under"), 4.0, ("two", "lose"), 2.0)
    clear = {"one": mix.gain(4.0), "two": mix.gain(8.0, "two")}
    half = 5.0 + CROSS_S / 2
    assert mix.gain(half) - clear["one"] == pytest.approx(-3.0, abs=0.4)
    assert mix.gain(half, "two") - clear["two"] == pytest.approx(-3.0, abs=0.4)
    assert mix.gain(4.9, "two") < SILENT_DB
    assert mix.gains(5.0 + CROSS_S + 0.05, 12.0).max() < SILENT_DB
    assert mix.place(6.5, "two") == pytest.approx(1.5, abs=0.02)


def test_up_full(heard: Callable[..., Heard]) -> None:
    """After the last word the bed comes up to its full level within 1.3 s, evenly, and stays."""
    mix = heard(("one", "establish 3s, under, up full, fade 3s"), 4.0)
    clear, end = mix.gain(1.0), mix.last(0)
    rising = mix.gains(end + 0.15, end + 1.3)
    assert np.diff(rising).min() > -0.1
    assert np.diff(rising).max() < 1.0
    assert np.ptp(mix.gains(end + 1.3, end + 5.5)) < 0.1
    assert mix.gain(end + 2.0) == pytest.approx(clear, abs=0.1)


def test_out_cold(heard: Callable[..., Heard]) -> None:
    """It ends with its own ending, at its full level, and not faded."""
    mix = heard(4.0, ("one", "sneak in, under, up full, out cold"), 20.0)
    over = max(piece.end for piece in mix.timeline.played) / RATE
    assert mix.place(over - 0.1) == pytest.approx(SECONDS - 0.1, abs=0.02)
    assert mix.gain(over - 0.05) == pytest.approx(mix.gain(over - 2.0), abs=0.1)
    assert np.abs(mix.sound[round(over * RATE) :]).max(initial=0.0) == 0.0
    assert 6.0 <= over - mix.last(1) <= 10.0


def test_fade(heard: Callable[..., Heard]) -> None:
    """``fade 6s`` begins where the talk ended: half-way the amplitude is halved, after six seconds there is nothing."""
    mix = heard(("one", "establish 3s, under, up full, fade 6s"), 4.0)
    clear, starts = mix.gain(1.0), mix.last(0) + 6.0
    assert mix.gain(starts - 0.1) == pytest.approx(clear, abs=0.1)
    assert mix.gain(starts + 3.0) - clear == pytest.approx(-6.0, abs=0.5)
    assert np.diff(mix.gains(starts, starts + 5.5)).max() < 0.05
    assert mix.gains(starts + 6.05, starts + 6.4).max() < SILENT_DB


def test_post(heard: Callable[..., Heard]) -> None:
    """``post 12s``: the twelfth second of the music is heard where the last word ends, and the bed comes up there."""
    mix = heard(2.0, ("one", "sneak in, under, post 12s, fade 4s"), 8.0)
    end = mix.last(1)
    assert mix.place(end) == pytest.approx(12.0, abs=0.02)
    assert mix.gain(end + 1.5) > mix.gain(end - 1.0) + 10


def test_a_post_with_the_beginning_in_the_clear(heard: Callable[..., Heard]) -> None:
    """Established at its beginning, the music still is at its post when the talk ends."""
    mix = heard(("one", "establish 3s, under, post 14s, fade 4s"), 5.0)
    assert mix.place(1.0) == pytest.approx(1.0, abs=0.02)
    assert mix.place(mix.last(0)) == pytest.approx(14.0, abs=0.02)


def test_ends_at_end(heard: Callable[..., Heard]) -> None:
    """Back-timed: the end of the music falls a second and a half behind the last word of the programme, however long the talk."""
    for seconds in (6.0, 20.0, 50.0):
        mix = heard(2.0, ("one", "sneak in, under, ends at end"), seconds, 3.0)
        over = max(piece.end for piece in mix.timeline.played) / RATE
        assert over - mix.last(2) == pytest.approx(RING_S, abs=0.02)
        assert mix.place(over - 0.1) == pytest.approx(SECONDS - 0.1, abs=0.02)
        assert mix.gain(mix.first(1) + 3.0) > SILENT_DB


def test_music_in_the_clear_after_talk_takes_a_breath(heard: Callable[..., Heard]) -> None:
    """A bed that starts between two lines does not tread on the last word."""
    mix = heard(3.0, ("one", "establish 3s, under"), 3.0, ("one", "lose"), 2.0)
    assert mix.gains(0.0, mix.last(0) + BREATH_S - 0.03).max() < SILENT_DB
    assert mix.gain(mix.last(0) + BREATH_S + 0.2) > SILENT_DB + 30
