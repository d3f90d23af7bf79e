"""A measured file held against a target, and what else is worth a note."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from segment.model.finding import Finding
from segment.model.loudness import Target
from segment.model.sound_check import SoundCheck
from segment.units import radio_time

_MOST_DC: Final = 0.001
"""−60 dBFS."""
_MOST_SHOWN: Final = 5


def judge(found: SoundCheck, target: Target | None) -> tuple[Finding, ...]:
    """Errors for what is outside the target, warnings for faults, notes for the rest."""
    return (*(_against(found, target) if target else ()), *_faults(found))


def _against(found: SoundCheck, target: Target) -> Iterator[Finding]:
    off = round(found.on_two_channels_lufs - target.on_two_channels_lufs, 2)
    if abs(off) > target.allowed_lu:
        asked = f"{target.integrated_lufs:.1f} ±{target.allowed_lu:g} LUFS"
        yield _error("SD001", f"Loudness is {abs(off):.1f} LU too {'high' if off > 0 else 'low'} for {target.name} ({asked}).")
    if (over := round(found.true_peak_dbtp - target.true_peak_dbtp, 2)) > 0:
        yield _error("SD002", f"The true peak is {over:.1f} dB over {target.name}'s {target.true_peak_dbtp:.1f} dBTP.")
    if target.sample_peak_dbfs is not None and (over := round(found.sample_peak_dbfs - target.sample_peak_dbfs, 2)) > 0:
        yield _error("SD003", f"The sample peak is {over:.1f} dB over {target.name}'s {target.sample_peak_dbfs:.1f} dBFS.")


def _faults(found: SoundCheck) -> Iterator[Finding]:
    for fault in found.channel_faults:
        yield Finding(code="SD010", level="info" if fault.kind == "mono" else "warning", message=fault.message)
    if found.clipped_samples:
        yield Finding(
            code="SD011",
            level="warning",
            message=f"It is clipped: {found.clipped_samples:,} samples stand in rows at full scale.",
            hint="Record or export it again at a lower level: a limiter cannot put back what was cut off.",
        )
    if (dc := max(found.dc, key=abs)) and abs(dc) > _MOST_DC:
        yield Finding(code="SD012", level="warning", message=f"It has an offset of {100 * dc:.2f} % of full scale (DC).")
    for silence in found.silences[:_MOST_SHOWN]:
        lasts, at = radio_time(silence.end_s - silence.start_s), radio_time(silence.start_s)
        yield Finding(code="SD013", level="info", message=f"There is silence for {lasts} at {at}.")
    if (more := len(found.silences) - _MOST_SHOWN) > 0:
        yield Finding(code="SD013", level="info", message=f"There are {more} more silences of a second and longer.")


def _error(code: str, message: str) -> Finding:
    return Finding(code=code, level="error", message=message)
