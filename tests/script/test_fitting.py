"""What gives to hit a length, and in which order."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from segment.model.fitting import Fitting, Lengths
from segment.script import Fit, Wanted, parse
from segment.script import fit as fitted
from segment.script.fitting import CLEAR_S, MOST_BUTTON_S, PAUSES, RATE, ROOM_S


def lengths(natural: float, *, pauses: float = 20.0, speech: float = 140.0, button: float | None = 8.0) -> Lengths:
    """A programme of three minutes or so."""
    return Lengths(natural_s=natural, pauses_s=pauses, speech_s=speech, button_s=button, after_word_s=8.0, words=400)


SCRIPT = parse("SLUG: X\n\nPIECE:\nCRITIC: A word.\n").script


def fit(found: Lengths, wanted: Wanted, *, rate: float | None = None) -> Fit:
    """What gives in a script without a SLOT of its own."""
    return fitted(SCRIPT, found, wanted=wanted, rate=rate)


def test_a_script_brings_its_own_length() -> None:
    """What is wanted is the script's SLOT, or a range; without one nothing has to give."""
    slotted = parse("SLUG: X\nSLOT: 2:50-3:00\n\nPIECE:\nCRITIC: A word.\n").script
    assert fitted(slotted, lengths(182.0)).target_s == 180.0
    assert fitted(slotted, lengths(166.0)).target_s == 170.0
    assert fitted(slotted, lengths(182.0)) == fitted(slotted, lengths(182.0))
    assert fitted(SCRIPT, lengths(182.0)) == Fit(fitting=Fitting(), target_s=182.0)


THREE = Wanted(least_s=180.0, most_s=180.0)


def test_what_fits_is_left_alone() -> None:
    """A programme of the right length has nothing to give."""
    done = fit(lengths(180.0), THREE)
    assert (done.over_s, done.fitting.pauses, done.fitting.rate, done.fitting.button_s) == (0.0, 1.0, 1.0, 0.0)


def test_pauses_come_first() -> None:
    """Two seconds come out of the pauses alone."""
    done = fit(lengths(182.0), THREE)
    assert done.over_s == 0.0
    assert done.fitting.pauses == pytest.approx(0.9)
    assert (done.fitting.rate, done.fitting.button_s) == (1.0, 0.0)


def test_music_comes_before_a_tempo() -> None:
    """Six seconds need the music too, and no line is spoken anew."""
    done = fit(lengths(186.0), THREE)
    assert done.over_s == 0.0
    assert done.fitting.button_s < 0
    assert done.fitting.rate == 1.0


def test_a_tempo_comes_last() -> None:
    """Twelve seconds need the tempo, within four parts in a hundred."""
    done = fit(lengths(192.0), THREE)
    assert done.over_s == 0.0
    assert 1.0 < done.fitting.rate <= 1.04


def test_a_recording_has_no_tempo() -> None:
    """Where nobody synthetic speaks there is no rate, and what is left is told."""
    done = fit(lengths(200.0, speech=0.0, pauses=3.0), THREE)
    assert done.fitting.rate == 1.0
    assert done.over_s > 10


def test_a_range_is_entered_by_the_nearest_door() -> None:
    """In a range nothing gives; outside it the nearer end is the target."""
    span = Wanted(least_s=170.0, most_s=180.0)
    assert fit(lengths(175.0), span).target_s == 175.0
    assert fit(lengths(165.0), span).target_s == 170.0
    assert fit(lengths(184.0), span).target_s == 180.0


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    natural=st.floats(20, 400),
    pauses=st.floats(0, 40),
    speech=st.floats(0, 300),
    button=st.one_of(st.none(), st.floats(3, 12)),
    target=st.floats(20, 400),
)
def test_nothing_gives_more_than_it_may(
    natural: float, pauses: float, speech: float, button: float | None, target: float
) -> None:
    """Whatever is asked, each stays in its bounds, and what was given and what is left over add up to what was missing."""
    given_ = lengths(natural, pauses=pauses, speech=speech, button=button)
    done = fit(given_, Wanted(least_s=target, most_s=target))
    what = done.fitting
    assert PAUSES[0] <= what.pauses <= PAUSES[1]
    assert RATE[0] <= what.rate <= RATE[1]
    if button is None:
        assert what.button_s == 0.0
    else:
        assert button + what.button_s >= min(button, CLEAR_S) - 0.001
        assert what.button_s <= MOST_BUTTON_S
    gave = (what.pauses - 1) * pauses + speech / what.rate - speech + what.button_s
    left = target - natural - gave + done.over_s
    assert ROOM_S[0] - 0.05 <= left <= ROOM_S[1] + 0.05
