"""What a recording holds, heard by its energy: where speech begins and ends, how loud, how noisy, which channels live."""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from segment import units
from segment.dsp.runs import runs

HOP_S = 0.02
RUN_HOPS = 3
"""Sound shorter than this (60 ms) at the head or tail is a click, not speech."""
SILENT_DBFS = -65.0
"""A recording whose loudest moments are below holds nothing."""
BELOW_SPEECH_DB = 32.0
"""Quiet consonants lie this far below the loud vowels; what is quieter is the room."""
DEAD_DB = 30.0
"""A channel this far below the loudest one is a microphone that was not plugged in."""
DIFFERENT_DB = 6.0
FULL_SCALE = 0.999
CLIP_RUN = 3

_OPPOSED = -0.5


class Heard(Struct, frozen=True, kw_only=True):
    """A mono recording as heard."""

    start: int
    """First frame of speech."""
    end: int
    """One past its last."""
    speech_s: float
    """Seconds in which there is sound, pauses left out."""
    speech_dbfs: float
    """RMS of the loud syllables (95th percentile)."""
    noise_dbfs: float
    """RMS of the quietest moments (10th percentile)."""


def listen(samples: NDArray[np.float32], rate: int) -> Heard | None:
    """Hears mono ``samples`` (frames,); None when there is nothing but silence."""
    hop = max(round(HOP_S * rate), 1)
    whole = samples[: samples.size // hop * hop].reshape(-1, hop)
    if not whole.size:
        return None
    level = 10 * np.log10(np.einsum("ij,ij->i", whole, whole, dtype=np.float64) / hop + 1e-12)
    speech, noise = float(np.percentile(level, 95)), float(np.percentile(level, 10))
    loudest = float(level.max())
    if loudest < SILENT_DBFS:
        return None
    # A short word in long silence does not reach the percentile; then the loudest moment stands for speech.
    speech = max(speech, loudest - 20)
    threshold = max(speech - BELOW_SPEECH_DB, noise + min(8.0, (speech - noise) / 2))
    sounds = runs(level > threshold)
    sounds = sounds[np.diff(sounds)[:, 0] >= RUN_HOPS]
    if not len(sounds):
        return Heard(start=0, end=0, speech_s=0.0, speech_dbfs=speech, noise_dbfs=noise)
    return Heard(
        start=int(sounds[0, 0]) * hop,
        end=int(sounds[-1, 1]) * hop,
        speech_s=int(np.diff(sounds).sum()) * hop / rate,
        speech_dbfs=speech,
        noise_dbfs=noise,
    )


def one_channel(samples: NDArray[np.float32]) -> tuple[NDArray[np.float32], str]:
    """The speech of a recording in one channel, shape (frames,), and a sentence where the channels were not alike.

    A channel that holds next to nothing is left out; channels against each other's phase are not summed, for they would cancel.
    """
    if samples.shape[1] == 1:
        return samples[:, 0], ""
    power = np.array([float(np.dot(channel, channel)) for channel in samples.T]) / max(samples.shape[0], 1)
    level = [units.decibels(float(np.sqrt(p))) for p in power]
    best = int(np.argmax(power))
    live = [index for index, db in enumerate(level) if db >= level[best] - DEAD_DB]
    if len(live) == 1:
        return samples[:, best], f"Only channel {best + 1} of {len(level)} holds sound, and is used alone."
    if any(_correlation(samples[:, best], samples[:, index]) < _OPPOSED for index in live if index != best):
        return samples[:, best], f"The channels are out of phase; channel {best + 1} is used alone."
    mono = samples[:, live].mean(axis=1, dtype=np.float32)
    spread = level[best] - min(level[index] for index in live)
    if spread >= DIFFERENT_DB:
        return mono, f"The channels differ by {spread:.0f} dB; their sum is used."
    return mono, ""


def _correlation(a: NDArray[np.float32], b: NDArray[np.float32]) -> float:
    product = float(np.sqrt(float(np.dot(a, a)) * float(np.dot(b, b))))
    return float(np.dot(a, b)) / product if product else 0.0


def clipped_samples(samples: NDArray[np.float32]) -> int:
    """Samples at full scale that have neighbours there: at least three in a row, in any channel; shape (frames, channels)."""
    total = 0
    for channel in samples.T:
        full = np.abs(channel) >= FULL_SCALE
        if full.any():
            lengths = np.diff(runs(full))
            total += int(lengths[lengths >= CLIP_RUN].sum())
    return total
