"""The mains in a recording: its lines at 50 or 60 Hz and their multiples, found and taken out.

Speech comes and goes, and no voice keeps its phase from one word to the next; the mains do. So each line is looked for in what
turns evenly from moment to moment, where what a voice has in its place cancels, and must be there when nobody speaks.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from segment.dsp.biquad import Section, notch
from segment.dsp.resample import resample
from segment.dsp.runs import runs

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]

RATE: Final = 4000
"""Hz at which lines are looked for: up to the twentieth."""
FRAME: Final = 8192
"""Samples of one fine spectrum: 2 s, bins half a hertz apart."""
SHORTEST_S: Final = 8.0
"""A shorter recording tells a steady line from a vowel too badly."""
MAINS: Final = (50.0, 60.0)
_DRIFT_HZ: Final = 0.3
_STEP_HZ: Final = 0.02
_OVERTONES: Final = 20
HIGHEST_HZ: Final = 1400.0
_AROUND_HZ: Final = 12.0
"""The floor of a line is the middle of what lies so near."""
_STANDS_OUT_DB: Final = 9.0
_SURELY_DB: Final = 12.0
"""Two lines stand out so far, or one by a third more, or there is no hum: chance makes up to 9 in a short recording."""
_AS_CLEAR_DB: Final = 6.0
"""Lines that stand out nearly as far as the clearest say together where all are: at whole multiples."""
_OFF_HZ: Final = 0.3
"""How far a line may be off its place among the others."""
_HOP_S: Final = 0.02
"""A turn of 50 Hz: no ripple."""
_ROOM: Final = 5
"""Percentile of the levels that is the room."""
_STEADY_DB: Final = 4.0
_PAUSE_S: Final = 0.14
_LESS_DB: Final = 6.0
"""A line that is so much less when nobody speaks is a voice that keeps to one pitch."""


class Line(Struct, frozen=True, kw_only=True):
    """One line of the mains."""

    hz: float
    dbfs: float
    """RMS, dB under full scale."""


class Fine(Struct, frozen=True, kw_only=True, eq=False):
    """What lies in each half hertz of the lowest 1.4 kHz, in mean square of full scale."""

    steady: F64
    """(bins,) that keeps its phase."""
    mostly: F64
    """(bins,) in the middle of all moments."""
    hz: F64
    """(bins,) middle of each."""
    low: F32
    """(frames,) the recording at :data:`RATE`, without its offset."""


def fine(samples: F32, rate: int) -> Fine | None:
    """The fine spectrum of mono ``samples`` (frames,); None for a recording that is too short for one."""
    low = resample(samples.reshape(-1, 1), rate, RATE)[:, 0]
    low = low - np.float32(low.mean(dtype=np.float64))
    if low.size < SHORTEST_S * RATE:
        return None
    window = np.hanning(FRAME).astype(np.float32)
    hz: F64 = np.fft.rfftfreq(FRAME, 1 / RATE).astype(np.float64)
    hz = hz[hz < HIGHEST_HZ]
    starts = range(0, low.size - FRAME + 1, FRAME // 2)
    moments = np.empty((len(starts), hz.size), np.complex64)
    for n, at in enumerate(starts):
        moments[n] = np.fft.rfft(low[at : at + FRAME] * window)[: hz.size]
    # Two sides of the spectrum, and the energy of the window: a bin's share of the mean square.
    share = 2 / (FRAME * float(np.dot(window, window)))
    size = np.abs(moments)
    middle = np.median(size, axis=0)
    # A loud word would outweigh all the rest: no moment counts for more than the middle one.
    moments *= np.minimum(1, middle / np.maximum(size, np.float32(1e-20)))
    # Every other moment: neighbours share half their samples.
    turned = np.abs(np.mean(moments[2:] * moments[:-2].conj(), axis=0))
    return Fine(steady=share * turned.astype(np.float64), mostly=share * middle.astype(np.float64) ** 2, hz=hz, low=low)


def mains(spectrum: Fine) -> tuple[Line, ...]:
    """The lines of the mains that stand out of the room, lowest first; empty where there is no hum."""
    over = _over_floor(spectrum)
    score, base = 0.0, 0.0
    for around in MAINS:
        for hz in np.arange(around - _DRIFT_HZ, around + _DRIFT_HZ, _STEP_HZ).tolist():
            sure = sum(min(max(height - _STANDS_OUT_DB, 0.0), _SURELY_DB) for height, _ in _comb(over, spectrum, hz))
            score, base = max((score, base), (sure, hz))
    heights = [(height, at, nth) for nth, (height, at) in enumerate(_comb(over, spectrum, base), start=1)] if score else []
    surely = [height for height, _, _ in heights if height >= _SURELY_DB]
    if len(surely) < 2 and max(surely, default=0.0) < 4 / 3 * _SURELY_DB:
        return ()
    clear = [(nth, _exact(spectrum, at)) for height, at, nth in heights if height >= max(heights)[0] - _AS_CLEAR_DB]
    base = sum(nth * hz for nth, hz in clear) / sum(nth * nth for nth, _ in clear)
    if min(abs(base - around) for around in MAINS) > _DRIFT_HZ + _STEP_HZ:
        return ()
    heights = [(height, at, nth) for nth, (height, at) in enumerate(_comb(over, spectrum, base), start=1)]
    lines = [
        Line(hz=nth * base, dbfs=_level(spectrum, at))
        for height, at, nth in heights
        if height >= _STANDS_OUT_DB and abs(_exact(spectrum, at) - nth * base) <= _OFF_HZ
    ]
    pauses = _pauses(spectrum.low)
    return tuple(line for line in lines if not pauses or _in_pauses(pauses, line.hz) > line.dbfs - _LESS_DB)


def _pauses(low: F32) -> list[F32]:
    """Where there is no more than the room."""
    hop = round(_HOP_S * RATE)
    whole = low[: low.size // hop * hop].reshape(-1, hop)
    level = 10 * np.log10(np.einsum("ij,ij->i", whole, whole) / hop + 1e-12)
    quiet = level < np.percentile(level, _ROOM) + _STEADY_DB
    return [low[a * hop : b * hop] for a, b in runs(quiet).tolist() if (b - a) * _HOP_S >= _PAUSE_S]


def _in_pauses(pauses: list[F32], hz: float) -> float:
    """The level of a line in the middle of all pauses, dBFS."""
    found = []
    for pause in pauses:
        window = np.hanning(pause.size)
        turned = np.exp(-2j * np.pi * hz / RATE * np.arange(pause.size))
        found.append(2 * abs(np.dot(pause * window, turned) / window.sum()) ** 2)
    return float(10 * np.log10(np.median(found) + 1e-16))


def notches(lines: tuple[Line, ...], rate: int) -> tuple[Section, ...]:
    """Sections that take the lines out: narrow, and wider where drift moves a line further."""
    return tuple(notch(line.hz, rate, line.hz / width_hz(line.hz)) for line in lines if line.hz < 0.45 * rate)


def width_hz(hz: float) -> float:
    """Of the notch for a line: at half that from its middle it takes 3 dB."""
    return 1.2 + 0.004 * hz


def _over_floor(spectrum: Fine) -> F64:
    """How far each bin stands over what lies around it, dB."""
    db = 10 * np.log10(spectrum.steady + 1e-16)
    reach = round(_AROUND_HZ / float(spectrum.hz[1]))
    padded = np.pad(db, reach, mode="reflect")
    around: F64 = np.median(np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1), axis=1)
    return db - around


def _comb(over: F64, spectrum: Fine, base: float) -> list[tuple[float, int]]:
    """For each multiple of ``base`` how far it stands out, and its bin."""
    step = float(spectrum.hz[1])
    out: list[tuple[float, int]] = []
    for nth in range(1, _OVERTONES + 1):
        low = max(round(nth * base / step) - 1, 0)
        part = over[low : low + 3]
        if not part.size:
            break
        at = low + int(part.argmax())
        out.append((float(over[at]), at))
    return out


def _exact(spectrum: Fine, at: int) -> float:
    """The middle of a peak between bins: a parabola through three of them, in dB."""
    left, top, right = (10 * np.log10(spectrum.steady[at - 1 : at + 2] + 1e-16)).tolist()
    bend = left - 2 * top + right
    shift = 0.5 * (left - right) / bend if bend < 0 else 0.0
    return float(spectrum.hz[at] + shift * spectrum.hz[1])


def _level(spectrum: Fine, at: int) -> float:
    return float(10 * np.log10(spectrum.steady[max(at - 1, 0) : at + 2].sum() + 1e-16))
