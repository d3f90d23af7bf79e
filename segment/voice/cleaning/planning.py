"""What one recording needs: each step is measured, and left out where the recording is good enough without it."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from segment.dsp.biquad import response_db
from segment.dsp.clicks import clicks
from segment.dsp.hum import Fine, fine, mains
from segment.dsp.lowest import HOP_S, pops
from segment.model.cleaning import Cleaning, CleanUp, DeEssing, Eased, Expanding, Notch, Quieting
from segment.voice.cleaning.measuring import Room, Sibilance, room, sibilance, speech_dbfs
from segment.voice.cleaning.steps import high_passes

F32 = NDArray[np.float32]

OFFSET: Final = 5e-4
"""Of full scale (−66 dB): less is in every recording."""
HUM_DB: Final = 65.0
"""A hum further under the speech is not heard."""
RUMBLE_HZ: Final = 50.0
RUMBLE_DB: Final = 36.0
"""What lies below 50 Hz most of the time, further under the speech, is not heard, and moves no meter."""
CORNERS_HZ: Final = (150.0, 120.0, 100.0, 90.0, 80.0, 70.0, 60.0, 50.0)
VOICE_HZ: Final = (88.0, 177.0)
"""The lowest octave of speech."""
COSTS_DB: Final = 0.4
"""The most that a high-pass may take out of that octave of this voice."""
MOST_CLICKS_A_MINUTE: Final = 240
"""More is no fault of a cable: it is crackle, or something else, and repairing it would be guessing."""
NOISE_DB: Final = 35.0
"""A room further under the speech is quiet enough."""
AIM_DB: Final = 46.0
"""Where a noise is brought to, under the speech."""
ROOM_DB: Final = 38.0
"""A room that still lies less under the speech is heard between the words."""
OVER_ROOM_DB: Final = 8.0
"""Where the expander begins: breaths lie above."""
SHARP_DB: Final = 6.0
"""An s that stands so far over the voice hurts."""
SOFT_DB: Final = 3.0
"""Where it is brought to."""


def lasting(samples: F32, rate: int, allowed: Cleaning) -> CleanUp:
    """The first half of the plan, for mono ``samples`` (frames,): offset, clicks, hum, rumble."""
    offset = float(samples.mean(dtype=np.float64)) if allowed.offset else 0.0
    plan = CleanUp(offset=offset if abs(offset) > OFFSET else 0.0)
    if allowed.clicks:
        found = clicks(samples, rate)
        few = len(found) <= max(MOST_CLICKS_A_MINUTE * samples.size / rate / 60, 3)
        plan = replace(plan, clicks=found if few else ())
    spectrum = fine(samples, rate)
    speech = speech_dbfs(samples, rate)
    if spectrum is None or speech is None:
        return plan
    lines = mains(spectrum)
    if allowed.hum and lines and 10 * math.log10(sum(10 ** (line.dbfs / 10) for line in lines)) > speech - HUM_DB:
        plan = replace(plan, hum=tuple(Notch(hz=line.hz, dbfs=round(line.dbfs, 1)) for line in lines))
    rumble = speech - _rumble_dbfs(spectrum, [line.hz for line in lines])
    if allowed.high_pass_hz and rumble < RUMBLE_DB:
        corner = next((hz for hz in CORNERS_HZ if hz <= allowed.high_pass_hz and _costs_db(spectrum, hz, rate) <= COSTS_DB), None)
        plan = replace(plan, high_pass_hz=corner, rumble_db=round(rumble, 1) if corner else None)
    return plan


def passing(samples: F32, rate: int, plan: CleanUp, allowed: Cleaning) -> CleanUp:
    """The second half, for mono ``samples`` (frames,) to which the first was done: pops, noise, room, sibilance."""
    if allowed.plosives_db:
        found = tuple(
            Eased(start_s=pop.first * HOP_S, end_s=pop.stop * HOP_S, over_db=pop.over_db) for pop in pops(samples, rate)
        )
        plan = replace(plan, plosives=found, plosives_db=allowed.plosives_db if found else 0.0)
    still = room(samples, rate)
    if still is not None:
        plan = replace(plan, quieting=_quieting(still, allowed))
        plan = replace(plan, expanding=_expanding(still, plan.quieting, allowed))
    sharp = sibilance(samples, rate)
    if sharp is not None and allowed.de_esser_db and sharp.found_db > SHARP_DB:
        plan = replace(plan, de_essing=_de_essing(sharp, allowed))
    return plan


def _quieting(still: Room, allowed: Cleaning) -> Quieting | None:
    if not allowed.noise_db or still.under_db >= NOISE_DB:
        return None
    by = min(AIM_DB - still.under_db, allowed.noise_db)
    return Quieting(noise=tuple(still.noise.tolist()), under_db=round(still.under_db, 1), by_db=round(by, 1))


def _expanding(still: Room, quieting: Quieting | None, allowed: Cleaning) -> Expanding | None:
    down = quieting.by_db if quieting else 0.0
    if not allowed.expander_db or still.under_db + down >= ROOM_DB:
        return None
    return Expanding(below_dbfs=round(still.dbfs - down + OVER_ROOM_DB, 1), by_db=allowed.expander_db)


def _de_essing(sharp: Sibilance, allowed: Cleaning) -> DeEssing:
    return DeEssing(over_db=SOFT_DB, by_db=allowed.de_esser_db, voice=sharp.voice, found_db=round(sharp.found_db, 1))


def _rumble_dbfs(spectrum: Fine, lines: list[float]) -> float:
    """What lies below 50 Hz in the middle of all moments, the mains left out."""
    own = (spectrum.hz > 2.0) & (spectrum.hz < RUMBLE_HZ)
    for hz in lines:
        own &= np.abs(spectrum.hz - hz) > 2.0
    return float(10 * np.log10(spectrum.mostly[own].sum() + 1e-16))


def _costs_db(spectrum: Fine, corner: float, rate: int) -> float:
    """What a high-pass takes out of the lowest octave of the voice that is heard in ``spectrum``, dB."""
    low, high = VOICE_HZ
    own = np.flatnonzero((spectrum.hz >= low) & (spectrum.hz < high))[::4]
    power = spectrum.mostly[own]
    sections = high_passes(corner, rate)
    kept = power @ np.array([10 ** (response_db(sections, hz, rate) / 10) for hz in spectrum.hz[own].tolist()])
    return float(10 * np.log10(power.sum() / max(float(kept), 1e-16)))
