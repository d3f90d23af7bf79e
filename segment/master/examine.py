"""Any sound, measured as it streams by: loudness, peaks, and what is wrong with it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from segment.dsp.surround import WEIGHTS, FileMeter
from segment.dsp.watch import Watch
from segment.errors import MediaError
from segment.model.loudness import ONE_CHANNEL_LU
from segment.model.sound_check import ChannelFault, Silence, SoundCheck
from segment.wording import one_of

_LONG_SILENCE_S: Final = 1.0
_LOWEST_RATE: Final = 8000
_DEAD: Final = 1e-6
"""Of the loudest channel's energy: 60 dB below."""
_SAME: Final = 1e-9
"""Of both channels' energy: what is left when one is taken from the other, 90 dB below."""
_OPPOSED: Final = -0.5
"""Correlation at which the two channels take more from each other than they give."""
_ALIKE: Final = 0.8
_ALIKE_DB, _ANY_DB = 3.0, 10.0
"""How far the levels of channels may lie apart that hold the same sound, and that do not."""
_NAMES: Final = {
    1: ("only",),
    2: ("left", "right"),
    3: ("left", "right", "centre"),
    4: ("left", "right", "left surround", "right surround"),
    5: ("left", "right", "centre", "left surround", "right surround"),
    6: ("left", "right", "centre", "low-frequency", "left surround", "right surround"),
    8: ("left", "right", "centre", "low-frequency", "left back", "right back", "left surround", "right surround"),
}


def examine(blocks: Iterable[NDArray[np.float32]], rate: int, channels: int) -> SoundCheck:
    """Takes blocks of float32 (frames, channels), full scale 1.0, one at a time.

    Raises MediaError for a sampling rate or a number of channels that loudness is not defined for, no sound, or samples that are
    not numbers.
    """
    if channels not in WEIGHTS:
        raise MediaError(f"It has {channels} channels; loudness is measured for {one_of(WEIGHTS)}.")
    if rate < _LOWEST_RATE:
        raise MediaError(f"It has {rate} Hz; loudness is measured from {_LOWEST_RATE} Hz on.")
    meter, watch = FileMeter(rate, channels), Watch(rate, channels)
    for block in blocks:
        if not np.isfinite(block).all():
            raise MediaError("Some of its samples are not numbers.")
        meter.add(block)
        watch.add(block)
    if not watch.frames:
        raise MediaError("It holds no sound.")
    watch.finish()
    found = meter.result()
    one = channels == 1 and found.integrated_lufs > -100
    return SoundCheck(
        rate=rate,
        channels=channels,
        duration_s=watch.frames / rate,
        integrated_lufs=found.integrated_lufs,
        on_two_channels_lufs=found.integrated_lufs + (ONE_CHANNEL_LU if one else 0.0),
        short_term_max_lufs=found.short_term_max_lufs,
        momentary_max_lufs=found.momentary_max_lufs,
        lra_lu=found.lra_lu,
        true_peak_dbtp=found.true_peak_dbtp,
        sample_peak_dbfs=found.sample_peak_dbfs,
        dc=tuple(float(total) / watch.frames for total in watch.sums),
        clipped_samples=watch.clipped,
        silences=tuple(
            Silence(start_s=first / rate, end_s=last / rate)
            for first, last in watch.silent
            if last - first >= _LONG_SILENCE_S * rate
        ),
        channel_faults=tuple(_faults(watch.products, channels)),
    )


def _faults(products: NDArray[np.float64], channels: int) -> Iterator[ChannelFault]:
    energies = np.diag(products)
    names, loudest = _NAMES[channels], float(energies.max())
    if channels == 1 or loudest <= 0:
        return
    dead = [name for name, energy in zip(names, energies, strict=True) if energy < _DEAD * loudest and name != "low-frequency"]
    for name in dead:
        yield ChannelFault(kind="dead", message=f"The {name} channel is dead.")
    if channels != 2 or dead:
        return
    left, right = (float(energy) for energy in energies)
    together = float(products[0, 1])
    correlation = together / math.sqrt(left * right)
    apart_db = 10 * math.log10(left / right)
    if left + right - 2 * together <= _SAME * (left + right):
        yield ChannelFault(kind="mono", message="Both channels are the same: it is mono.")
    if correlation < _OPPOSED:
        yield ChannelFault(
            kind="out-of-phase", message=f"The channels are out of phase (correlation {correlation:.2f}): in mono they cancel."
        )
    if abs(apart_db) > (_ALIKE_DB if abs(correlation) > _ALIKE else _ANY_DB):
        louder, softer = ("left", "right") if apart_db > 0 else ("right", "left")
        yield ChannelFault(kind="level", message=f"The {louder} channel is {abs(apart_db):.1f} dB louder than the {softer} one.")
