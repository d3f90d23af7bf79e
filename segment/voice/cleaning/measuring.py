"""What a recording is like: how loud its speech, what its room holds when nobody speaks, how sharp its s."""

from __future__ import annotations

from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from segment.dsp.deesser import sibilance_db
from segment.dsp.hops import gated, powers
from segment.dsp.quieting import frame_size, frames_of, power_of
from segment.dsp.runs import runs
from segment.voice.listening import listen
from segment.voice.take.stretches import HOP_S, frame_of, levels_db

F32 = NDArray[np.float32]

FLOOR: Final = 5
"""Percentile of the levels of a recording that is its room."""
STEADY_DB: Final = 4.0
"""How far over the quietest the room may be: more is a breath, or the ring of the last word."""
PAUSE_S: Final = 0.15
AWAY_S: Final = 0.05
"""From what sounds on both sides of a pause."""
ENOUGH_S: Final = 1.0
"""Of pauses, or nothing is known of the room."""
SILENT_DBFS: Final = -90.0
"""A room that is quieter is no room: the recording was cut or gated before."""
LOWEST_HZ: Final = 150.0
"""What lies lower is rumble and hum, and told as such."""
ESS_HZ: Final = 5500.0
SHARPEST: Final = 99.5
_BLOCK: Final = 1024
_PIECE_S: Final = 30.0


class Room(Struct, frozen=True, kw_only=True, eq=False):
    """A recording when nobody speaks."""

    noise: F32
    """Mean power in each bin of :func:`segment.dsp.quieting.power_of`."""
    dbfs: float
    """RMS of what can be heard of it."""
    under_db: float
    """How far that lies under the speech."""


class Sibilance(Struct, frozen=True, kw_only=True):
    """How sharp the sharpest moments are."""

    voice: float
    """Mean power of the speech, of full scale."""
    found_db: float
    """How far they stand over it."""


def speech_dbfs(samples: F32, rate: int) -> float | None:
    """RMS of the loud syllables of mono ``samples`` (frames,); None where there are none."""
    heard = listen(samples, rate)
    return heard.speech_dbfs if heard else None


def room(samples: F32, rate: int) -> Room | None:
    """The room of mono ``samples`` (frames,); None where the recording has too few pauses to tell, or no room at all."""
    speech, level = speech_dbfs(samples, rate), levels_db(samples, rate)
    if speech is None or not level.size:
        return None
    quiet = level < float(np.percentile(level, FLOOR)) + STEADY_DB
    away = round(AWAY_S / HOP_S)
    pauses = [(a + away, b - away) for a, b in runs(quiet).tolist() if (b - a) * HOP_S >= PAUSE_S]
    if sum(b - a for a, b in pauses) * HOP_S < ENOUGH_S:
        return None
    size = frame_size(rate)
    total, count = np.zeros(size // 2 + 1), 0
    for a, b in pauses:
        first, stop = frame_of(a, rate), frame_of(b, rate)
        for at in range(first, stop - size + 1, _BLOCK * size):
            frames = power_of(frames_of(samples[at : min(at + _BLOCK * size, stop)], size))
            total += frames.sum(axis=0, dtype=np.float64)
            count += len(frames)
    if not count:
        return None
    noise = total / count
    # Two sides of the spectrum, and the energy of the window.
    heard = float(noise[round(LOWEST_HZ / rate * size) :].sum()) * 2 / (size * size / 2)
    dbfs = 10 * float(np.log10(heard + 1e-14))
    return Room(noise=noise.astype(np.float32), dbfs=dbfs, under_db=speech - dbfs) if dbfs > SILENT_DBFS else None


def sibilance(samples: F32, rate: int) -> Sibilance | None:
    """The sibilance of mono ``samples`` (frames,); None where the rate holds none, or there is no speech."""
    line = samples.reshape(-1, 1)
    hop = max(1, round(rate * 0.01))
    voice = gated(powers(line, hop), hop / rate)
    if voice <= 0 or rate < 3 * ESS_HZ:
        return None
    piece = round(_PIECE_S * rate)
    parts = [sibilance_db(line[at : at + piece], rate, hz=ESS_HZ, voice=voice) for at in range(0, samples.size, piece)]
    return Sibilance(voice=voice, found_db=float(np.percentile(np.concatenate(parts), SHARPEST)))
