"""Gains that move with the sound: levels on short hops, followed in time, and laid over the samples again.

Levels and gains stand at the boundaries between hops. A level looks 5 ms back and 5 ms ahead, which is a period of a low voice,
so it does not ripple with the pitch; a gain runs straight from one boundary to the next, so it has no steps. Nothing here delays
the sound.
"""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

from segment.dsp.gating import HOPS_PER_S, MOMENTARY, integrated, power
from segment.dsp.power import hop_energy
from segment.dsp.products import times
from segment.units import SILENCE_DB

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]

REACH_S: Final = 0.005
"""How far a level looks back, and ahead; a hop goes into it a whole number of times."""


def powers(samples: F32, hop: int) -> F64:
    """Mean power per hop, channels summed: float32 (frames, channels) → (ceil(frames / hop),). The last hop may be short."""
    energy = np.zeros(-(-len(samples) // hop))
    for channel in range(samples.shape[1]):
        energy += hop_energy(np.ascontiguousarray(samples[:, channel : channel + 1]), hop)
    power = energy / hop
    if rest := len(samples) % hop:
        power[-1] *= hop / rest
    return power


def gated(power_per_hop: F64, hop_s: float) -> float:
    """Mean power of what is speech in a line, (hops,): the gates of BS.1770-4 without its weighting. 0 for silence."""
    together = max(1, round(1 / (HOPS_PER_S * hop_s)))
    whole = len(power_per_hop) // together
    if whole >= MOMENTARY:
        loudness = integrated(power_per_hop[: whole * together].reshape(whole, together).mean(axis=1))
    else:
        loudness = integrated(power_per_hop.mean(keepdims=True)) if len(power_per_hop) else SILENCE_DB
    return power(loudness) if loudness > SILENCE_DB else 0.0


def levels(power_per_hop: F64, reference: float, hop_s: float) -> F64:
    """Level at each boundary over a ``reference`` power, in dB, −120 for silence: (hops,) → (hops + 1,)."""
    reach = max(1, round(REACH_S / hop_s))
    sums = np.concatenate(([0.0], np.cumsum(power_per_hop)))
    at = np.arange(len(sums))
    first, last = np.maximum(at - reach, 0), np.minimum(at + reach, len(power_per_hop))
    means = (sums[last] - sums[first]) / np.maximum(last - first, 1)
    decibels: F64 = 10.0 * np.log10(np.maximum(means / reference, 10 ** (SILENCE_DB / 10)))
    return decibels


def followed(wanted_db: F64, hop_s: float, attack_s: float, release_s: float) -> F64:
    """Gains in dB that go down to what is wanted in the time of the attack, and up in that of the release: (n,) → (n,).

    In each of these times 1 − 1/e of a step is made (D. Giannoulis, M. Massberg, J. D. Reiss, *Digital Dynamic Range Compressor
    Design*, JAES 60 (2012): smooth, branching, in the log domain). They begin at 0 dB.
    """
    down, up = 1.0 - math.exp(-hop_s / attack_s), 1.0 - math.exp(-hop_s / release_s)
    gain = 0.0
    gains = []
    for wanted in wanted_db.tolist():  # each gain hangs on the one before: nothing for arrays
        gain += (down if wanted < gain else up) * (wanted - gain)
        gains.append(gain)
    return np.array(gains)


def ridden(samples: F32, gains_db: F64, hop: int) -> F32:
    """The samples with the gain running from boundary to boundary: float32 (frames, channels) and (hops + 1,) → a new array."""
    gains = (10.0 ** (gains_db / 20.0)).astype(np.float32)
    rise = np.arange(hop, dtype=np.float32) / np.float32(hop)
    ramps = np.stack((1.0 - rise, rise))
    curve = times(np.stack((gains[:-1], gains[1:]), axis=1), ramps).reshape(-1)[: len(samples)]
    gain: F32 = curve[:, None]
    if samples.shape[1] > 1:
        return samples * gain
    gain *= samples  # in the array that is there: half the time
    return gain
