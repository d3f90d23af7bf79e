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
from segment.master.effect import powers_after
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
_ROUNDS: Final = 10
_LEAST_SLOPE: Final = 0.2
"""LU per dB taken for granted, so that no round leaps."""
_MOST_PUSH_DB: Final = 12.0
"""Gain beyond what the loudness alone asks for; a programme that wants more into the limiter would be nothing but limiter."""


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
    return measure(blocks, rate, spool).mastered(target, encoder_loss_db=encoder_loss_db, headroom_db=headroom_db)


def measure(blocks: Iterable[F32], rate: int, spool: SpoolLike) -> Measured:
    """Takes the programme once, to be mastered for any number of targets; blocks and failures as for :func:`master`."""
    meter = Meter(rate)
    for block in blocks:
        meter.add(block)
        spool.append(block)
    before = meter.result()
    if not np.isfinite(meter.hop_powers.sum() + meter.hop_bounds.sum()):
        raise MasterError("The programme holds numbers that are not sound.", cause=Cause.BUG)
    if before.integrated_lufs <= _SILENT_LUFS:
        raise MasterError("The programme is silent: there is nothing to bring to a loudness.", cause=Cause.MATERIAL)
    return Measured(meter, before, rate, spool)


class Measured:
    """What is known of a programme as it came. One thread at a time masters it."""

    def __init__(self, meter: Meter, before: Loudness, rate: int, spool: SpoolLike) -> None:
        self.before, self.rate, self.spool, self.frames = before, rate, spool, meter.frames
        self.hop = hop_frames(rate)
        self.powers = meter.hop_powers
        self.peaks = HopPeaks(meter.hop_bounds, self.hop, meter.frames, spool)

    def mastered(self, target: Target, *, encoder_loss_db: float = 0.0, headroom_db: float | None = None) -> Mastered:
        """The programme at a target, as :func:`master` says. Raises MasterError when it cannot be that loud."""
        spare = headroom(encoder_loss_db) if headroom_db is None else headroom_db
        return Mastered(
            measured=self,
            target=target,
            aim_lufs=target.on_two_channels_lufs + encoder_loss_db,
            ceiling_db=min(target.true_peak_dbtp + encoder_loss_db - spare, _HIGHEST_CEILING_DB),
        )

    def limited(self, gain_db: float, ceiling_db: float) -> tuple[F32, float]:
        """The limiter's gains at the hop boundaries under a gain, and the loudness that comes out."""
        level = ratio(ceiling_db - gain_db)
        gains = limiter.boundary_gains(self.peaks.above(level), level, self.hop / self.rate)
        after = powers_after(self.powers, gains, hop=self.hop, frames=self.frames, rate=self.rate, spool=self.spool)
        after *= np.float32(ratio(gain_db) ** 2)  # before the gates, which judge what is heard
        return gains, integrated(after)


class Mastered:
    """A programme at its target, to be read as 16-bit PCM or as it is."""

    def __init__(self, *, measured: Measured, target: Target, aim_lufs: float, ceiling_db: float) -> None:
        self._measured, self._target, self._aim, self._ceiling = measured, target, aim_lufs, ceiling_db
        gain_db, self._gains = _settle(measured, target, aim_lufs, ceiling_db)
        self._gain = ratio(gain_db)
        self.rate = measured.rate
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
        samples = self._at(self._gain * _FULL_SCALE, start, stop)
        samples += dither(start, stop)[:, None]
        np.rint(samples, out=samples)
        return samples.astype(np.int16)

    def floats(self, start: int, stop: int) -> F32:
        """Frames start…stop as float32 (stop − start, 2), full scale 1.0, undithered; otherwise as :meth:`read`.

        24 bits need no dither: their rounding lies at −146 dBFS, where float32 itself rounds, under any converter's noise.
        """
        return self._at(self._gain, start, stop)

    def _at(self, scale: float, start: int, stop: int) -> F32:
        samples = self._measured.spool.read(start, stop)
        limiter.apply(samples, start, self._gains, self._measured.hop)
        samples *= np.float32(scale)
        return samples

    def adjusted(self, correction: Correction) -> Mastered:
        """The same programme, mastered again with another aim and ceiling. Raises MasterError like :func:`master`."""
        return Mastered(
            measured=self._measured,
            target=self._target,
            aim_lufs=self._aim + correction.gain_db,
            ceiling_db=self._ceiling + correction.ceiling_db,
        )


def _settle(measured: Measured, target: Target, aim_lufs: float, ceiling_db: float) -> tuple[float, F32]:
    """The gain in steps that comes nearest to the aim after limiting, and the limiter's gains with it."""
    gain_db = in_steps(aim_lufs - measured.before.integrated_lufs)
    most_db = in_steps(gain_db + _MOST_PUSH_DB)
    last_gain_db, last_reached, slope = gain_db, measured.before.integrated_lufs, 1.0
    for _ in range(_ROUNDS):
        gains, reached = measured.limited(gain_db, ceiling_db)
        miss = aim_lufs - reached
        if in_steps(miss) == 0:
            return gain_db, gains
        if gain_db == most_db:
            break
        # Loudness follows the gain ever less as more is limited: the slope so far leads towards the aim, never beyond it.
        if gain_db != last_gain_db:
            slope = min(1.0, max(_LEAST_SLOPE, (reached - last_reached) / (gain_db - last_gain_db)))
        last_gain_db, last_reached = gain_db, reached
        gain_db = min(most_db, in_steps(gain_db + miss / slope))
    if abs(miss) <= target.tolerance_lu:
        return last_gain_db, gains
    raise MasterError(
        f"The programme comes to {reached:.1f} LUFS, not {aim_lufs:.1f}, when its peaks are held under {ceiling_db:.1f} dBTP.",
        hint="Most of it is peaks: lower the loudest sounds in the mix, or choose a quieter target.",
    )
