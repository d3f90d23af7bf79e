"""Loudness: what is asked for and what was measured (ITU-R BS.1770-4, EBU Tech 3341/3342)."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace


class Loudness(Struct, frozen=True, kw_only=True):
    """A measurement of a whole programme."""

    integrated_lufs: float
    true_peak_dbtp: float
    lra_lu: float
    """Loudness range; 0 when the programme is too short for one."""
    short_term_max_lufs: float
    momentary_max_lufs: float
    sample_peak_dbfs: float


ONE_CHANNEL_LU = 3.0103
"""What one channel reads below the same sound on two: BS.1770 adds up the power of the channels."""


def as_one_channel(loudness: Loudness) -> Loudness:
    """What a file of one channel reads by itself, of a measurement that counted the channel on both sides."""
    return replace(
        loudness,
        integrated_lufs=loudness.integrated_lufs - ONE_CHANNEL_LU,
        short_term_max_lufs=loudness.short_term_max_lufs - ONE_CHANNEL_LU,
        momentary_max_lufs=loudness.momentary_max_lufs - ONE_CHANNEL_LU,
    )


class Target(Struct, frozen=True, kw_only=True):
    """What a deliverable must measure after encoding."""

    name: str
    integrated_lufs: float
    true_peak_dbtp: float
    """Maximum."""
    tolerance_lu: float = 0.1
    """How far what is made here may be off."""
    allowed_lu: float = 0.5
    """How far the document lets a file be off, whoever made it."""
    sample_peak_dbfs: float | None = None
    """Maximum of the samples themselves, where the document has one."""
    channels: int = 2
    """1 where the figure is what a file of one channel reads by itself; 2 where it is that of both channels."""
    source: str = ""
    """The document the figures come from."""

    @property
    def on_two_channels_lufs(self) -> float:
        """The figure as a programme on two channels reads it: the convention of everything measured here."""
        return self.integrated_lufs + (ONE_CHANNEL_LU if self.channels == 1 else 0.0)
