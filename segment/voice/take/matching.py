"""A later session made to sound like the first: its level, and gently its tone, as the long-term spectra of the two have it.

What is said shapes a spectrum as well as the microphone does, the more so the less is said. So only what is left after a margin
is made good, in bands an octave wide, and never much.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from segment.voice.take.stretches import stretches

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]

FURTHEST_DB: Final = 12.0
"""The most that a session's level is changed."""
OCTAVES_HZ: Final = (125.0, 250.0, 500.0, 1000.0, 2000.0, 4000.0, 8000.0)
MARGIN_DB: Final = 1.5
"""So far two readings in one room differ anyway."""
MOST_DB: Final = 6.0
SOME_S: Final = 4.0
"""Of speech, by which half of what is found is believed."""
TAPS: Final = 1023
_WINDOW: Final = 2048
_LOWEST: Final = 1e-12


class Matched(Struct, frozen=True, kw_only=True, eq=False):
    """A session as it goes with the first."""

    samples: F32
    """Mono (frames,)."""
    level_db: float
    """What was added to its level."""
    tone_db: float
    """The most that was changed in any octave; 0 where nothing was."""
    tone_hz: float
    """In which."""


def matched(samples: F32, rate: int, first: F32, speech_dbfs: float, wanted_dbfs: float) -> Matched:
    """Mono ``samples`` at ``rate`` Hz in the tone of ``first`` (at the same rate) and at the level ``wanted_dbfs`` of speech."""
    change = _change(samples, first, rate)
    toned = _filtered(samples, rate, change) if np.abs(change).max() > 0 else samples
    level = min(max(wanted_dbfs - speech_dbfs, -FURTHEST_DB), FURTHEST_DB)
    most = int(np.abs(change).argmax())
    return Matched(
        samples=toned * np.float32(10 ** (level / 20)),
        level_db=level,
        tone_db=float(change[most]),
        tone_hz=OCTAVES_HZ[most],
    )


def octaves_db(samples: F32, rate: int) -> F64:
    """Power of the speech in each octave in dB, less their mean; (octaves,). 0 where nobody speaks."""
    spans = stretches(samples, rate)
    power = np.zeros(_WINDOW // 2 + 1)
    window = np.hanning(_WINDOW)
    for a, b in spans:
        whole = samples[a : a + (b - a) // _WINDOW * _WINDOW].reshape(-1, _WINDOW)
        power += (np.abs(np.fft.rfft(whole * window, axis=1)) ** 2).sum(axis=0)
    if not power.any():
        return np.zeros(len(OCTAVES_HZ))
    hz = np.fft.rfftfreq(_WINDOW, 1 / rate)
    bands = [power[(hz >= f / 2**0.5) & (hz < f * 2**0.5)].sum() for f in OCTAVES_HZ]
    level = 10 * np.log10(np.maximum(bands, _LOWEST * power.sum()))
    middle: F64 = level - level[1:6].mean()
    return middle


def _change(samples: F32, first: F32, rate: int) -> F64:
    """What each octave is changed by, dB."""
    spoken_s = min(sum(b - a for a, b in stretches(part, rate)) / rate for part in (samples, first))
    apart = octaves_db(first, rate) - octaves_db(samples, rate)
    believed = np.sign(apart) * np.maximum(np.abs(apart) - MARGIN_DB, 0) * spoken_s / (spoken_s + SOME_S)
    believed[np.asarray(OCTAVES_HZ) * 2**0.5 > rate / 2] = 0.0
    change: F64 = np.clip(believed, -MOST_DB, MOST_DB)
    return change


def _filtered(samples: F32, rate: int, change: F64) -> F32:
    """Through a filter without delay whose gain in dB goes in straight lines over the octaves."""
    hz = np.fft.rfftfreq(TAPS + 1, 1 / rate)
    gain = 10 ** (np.interp(np.log2(np.maximum(hz, 1.0)), np.log2(OCTAVES_HZ), change) / 20)
    taps = np.roll(np.fft.irfft(gain), TAPS // 2 + 1)[1:] * np.hanning(TAPS)
    size = 1 << (samples.size + TAPS - 1).bit_length()
    wet = np.fft.irfft(np.fft.rfft(samples, size) * np.fft.rfft(taps, size), size)
    return wet[TAPS // 2 : TAPS // 2 + samples.size].astype(np.float32)
