"""Brings a programme to its target: one gain, a limiter around hot spots, dither to 16 bits.

The programme passes once: it is measured and put into the spool. Gain and limiter are then worked out on numbers per 10 ms
hop, reading back only hops that could exceed the ceiling, and are applied when somebody reads.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from segment.dsp import limiter
from segment.dsp.gating import integrated
from segment.dsp.meter import Meter, hop_frames
from segment.errors import Cause, MasterError
from segment.master.dither import dither
from segment.master.headroom import headroom
from segment.master.peaks import HopPeaks
from segment.master.proof import Correction, in_steps
from segment.master.spool import SpoolLike
from segment.model.loudness import Loudness, Target
from segment.model.master import Mastering
from segment.units import decibels, ratio

F32 = NDArray[np.float32]
PCM = NDArray[np.int16]

_FULL_SCALE: Final = 32768.0
_HIGHEST_CEILING_DB: Final = -0.01
"""Below full scale by more than dither and rounding add: nothing can clip."""
_SILENT_LUFS: Final = -70.0
_ROUNDS: Final = 8


def master(
    blocks: Iterable[F32],
    rate: int,
    target: Target,
    spool: SpoolLike,
    *,
    encoder_loss_db: float = 0.0,
    headroom_db: float | None = None,
) -> Mastered:
    """Takes a programme of float32 (frames, 1 or 2) blocks, one channel meaning the same on both.

    ``encoder_loss_db``: what the encoder will take from the level, made good beforehand. ``headroom_db``: how far under the
    target the true peak is kept, for what the encoder adds to it; None for that encoder's usual.

    Raises MasterError when the programme is empty, silent or damaged, or cannot be that loud under its true-peak limit.
    """
    meter = Meter(rate)
    for block in blocks:
        meter.add(block)
        spool.append(block)
    before = meter.result()
    if not np.isfinite(before.integrated_lufs + before.sample_peak_dbfs):
        raise MasterError("the programme holds numbers that are not sound", cause=Cause.BUG)
    if before.integrated_lufs <= _SILENT_LUFS:
        raise MasterError("the programme is silent: there is nothing to bring to a loudness", cause=Cause.MATERIAL)
    spare = headroom(encoder_loss_db) if headroom_db is None else headroom_db
    return Mastered(
        measured=_Measured(meter, before, rate, spool),
        target=target,
        aim_lufs=target.integrated_lufs + encoder_loss_db,
        ceiling_db=min(target.true_peak_dbtp + encoder_loss_db - spare, _HIGHEST_CEILING_DB),
    )


class _Measured:
    """What is known of the programme as it came."""

    def __init__(self, meter: Meter, before: Loudness, rate: int, spool: SpoolLike) -> None:
        self.before, self.rate, self.spool, self.frames = before, rate, spool, meter.frames
        self.hop = hop_frames(rate)
        self.powers = meter.hop_powers
        self.peaks = HopPeaks(meter.hop_peaks, self.hop, meter.frames, spool)

    def limited(self, gain_db: float, ceiling_db: float) -> tuple[F32, float]:
        """The limiter's gains at the hop boundaries under a gain, and the loudness that comes out."""
        level = ratio(ceiling_db - gain_db)
        gains = limiter.boundary_gains(self.peaks.above(level), level, self.hop / self.rate)
        # A gain that moves this slowly scales each hop's K-weighted power by its own mean square.
        powers = self.powers * limiter.power_kept(gains[: len(self.powers) + 1])
        return gains, integrated(powers) + gain_db


class Mastered:
    """A programme at its target, to be read as 16-bit PCM."""

    def __init__(self, *, measured: _Measured, target: Target, aim_lufs: float, ceiling_db: float) -> None:
        self._measured, self._target, self._aim, self._ceiling = measured, target, aim_lufs, ceiling_db
        gain_db, self._gains = _settle(measured, target, aim_lufs, ceiling_db)
        self._scale = np.float32(ratio(gain_db) * _FULL_SCALE)
        working = limiter.active(self._gains)
        self.frames = measured.frames
        self.mastering = Mastering(
            target=target,
            before=measured.before,
            gain_db=gain_db,
            limited_s=min(int(working.sum()) * measured.hop, self.frames) / measured.rate,
            max_reduction_db=max(0.0, -decibels(float(self._gains.min()))),
        )

    def read(self, start: int, stop: int) -> PCM:
        """Frames start…stop as int16 (stop − start, 2). Thread-safe; the same samples however the reads are divided."""
        samples = self._measured.spool.read(start, stop)
        self._limit(samples, start)
        samples *= self._scale
        samples += dither(start, stop)[:, None]
        np.rint(samples, out=samples)
        return samples.astype(np.int16)

    def adjusted(self, correction: Correction) -> Mastered:
        """The same programme, mastered again with another aim and ceiling. Raises MasterError like :func:`master`."""
        return Mastered(
            measured=self._measured,
            target=self._target,
            aim_lufs=self._aim + correction.gain_db,
            ceiling_db=self._ceiling + correction.ceiling_db,
        )

    def _limit(self, samples: F32, start: int) -> None:
        """Applies the limiter to frames from ``start`` on, in place."""
        hop = self._measured.hop
        first, end = start // hop, -(-(start + len(samples)) // hop)
        gains = self._gains[first : end + 1]
        working = np.flatnonzero(limiter.active(gains))
        for run in np.split(working, np.flatnonzero(np.diff(working) > 1) + 1) if len(working) else ():
            at = (first + int(run[0])) * hop - start
            curve = limiter.curve(gains[run[0] : run[-1] + 2], hop)
            stop = min(len(samples), at + len(curve))
            samples[max(0, at) : stop] *= curve[max(0, -at) : stop - at, None]


def _settle(measured: _Measured, target: Target, aim_lufs: float, ceiling_db: float) -> tuple[float, F32]:
    """The gain in steps that comes nearest to the aim after limiting, and the limiter's gains with it."""
    gain_db = in_steps(aim_lufs - measured.before.integrated_lufs)
    for left in reversed(range(_ROUNDS)):
        gains, reached = measured.limited(gain_db, ceiling_db)
        more = in_steps(aim_lufs - reached)
        if more == 0 or (left == 0 and abs(aim_lufs - reached) <= target.tolerance_lu):
            return gain_db, gains
        gain_db = in_steps(gain_db + more)
    raise MasterError(
        f"the programme comes to {reached:.1f} LUFS, not {aim_lufs:.1f}, when its peaks are held under {ceiling_db:.1f} dBTP",
        hint="Most of it is peaks: lower the loudest sounds in the mix, or choose a quieter target.",
    )
