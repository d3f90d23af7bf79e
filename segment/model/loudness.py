"""Loudness: what is asked for and what was measured (ITU-R BS.1770-4, EBU Tech 3341/3342)."""

from __future__ import annotations

from msgspec import Struct


class Loudness(Struct, frozen=True, kw_only=True):
    """A measurement of a whole programme."""

    integrated_lufs: float
    true_peak_dbtp: float
    lra_lu: float
    """Loudness range; 0 when the programme is too short for one."""
    short_term_max_lufs: float
    momentary_max_lufs: float
    sample_peak_dbfs: float


class Target(Struct, frozen=True, kw_only=True):
    """What a deliverable must measure after encoding."""

    name: str
    integrated_lufs: float
    true_peak_dbtp: float
    """Maximum."""
    tolerance_lu: float = 0.1
    source: str = ""
    """The document the figures come from."""
