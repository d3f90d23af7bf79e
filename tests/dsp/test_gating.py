"""Gates, windows and range on powers per hop."""

from __future__ import annotations

import numpy as np
import pytest

from segment.dsp.gating import MOMENTARY, SHORT_TERM, gated_lufs, integrated, loudest, loudness_range, lufs


def powers(*parts: tuple[float, float]) -> np.ndarray:
    """Hops at a loudness for some seconds: (LUFS, seconds) …"""
    return np.concatenate([np.full(round(seconds * 100), 10 ** ((level + 0.691) / 10)) for level, seconds in parts])


def test_power_one_is_the_standards_offset() -> None:
    """Mean power 1 is −0.691 LUFS (BS.1770-4, equation 2) and none at all is −120."""
    assert lufs(1.0) == pytest.approx(-0.691)
    assert lufs(0.0) == -120


def test_silence_before_and_after_does_not_count() -> None:
    """The absolute gate leaves out what is below −70 LUFS."""
    assert integrated(powers((-90, 30), (-20, 30), (-90, 30))) == pytest.approx(-20, abs=0.05)


def test_quiet_passages_fall_under_the_relative_gate() -> None:
    """A passage 15 LU under the rest is not counted; one 5 LU under is."""
    assert integrated(powers((-20, 60), (-35, 60))) == pytest.approx(-20, abs=0.05)
    assert integrated(powers((-20, 60), (-25, 60))) == pytest.approx(-21.8, abs=0.1)


def test_nothing_over_the_gate_reads_as_silence() -> None:
    """A programme that is all below −70 LUFS, or has no hops, reads −120."""
    assert integrated(powers((-75, 10))) == -120
    assert integrated(np.zeros(0)) == -120


def test_a_programme_shorter_than_a_block_counts_as_one() -> None:
    """A 200 ms sound has the loudness of its 200 ms."""
    assert integrated(powers((-18, 0.2))) == pytest.approx(-18)


def test_windows_find_the_loudest_stretch() -> None:
    """Momentary looks at 400 ms and short-term at 3 s, wherever they lie; a short programme fills its window with silence."""
    programme = powers((-40, 5.03), (-20, 0.4), (-40, 5))
    assert loudest(programme, MOMENTARY) == pytest.approx(-20, abs=1e-6)
    assert loudest(programme, SHORT_TERM) == pytest.approx(-20 + 10 * np.log10(0.4 / 3), abs=0.3)
    assert loudest(powers((-20, 1)), SHORT_TERM) == pytest.approx(-20 + 10 * np.log10(1 / 3))


def test_a_steady_or_short_programme_has_no_range() -> None:
    """The range of a steady tone is 0, and so is that of a programme under 3 s."""
    assert loudness_range(powers((-23, 20))) == pytest.approx(0, abs=1e-6)
    assert loudness_range(powers((-23, 1), (-40, 1))) == 0


def test_gated_lufs_hears_only_whole_blocks() -> None:
    """A 1 kHz sine at −20 dBFS on both channels is −20 LUFS, within 0.1 LU, at any length from 100 ms to 10 s."""
    for seconds in (0.1, 0.5, 2.999, 10):
        at = np.arange(round(seconds * 44100))
        tone = (0.1 * np.sin(2 * np.pi * 1000 / 44100 * at)).astype(np.float32)[:, None]
        assert gated_lufs(tone, 44100) == pytest.approx(-20, abs=0.1)
