"""What was measured of a sound file, whoever made it, and what is wrong with it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from segment.model.finding import Finding

Kind = Literal["sound", "script", "review", "settings", "voice", "episode"]


class Silence(Struct, frozen=True, kw_only=True):
    """A stretch in which nothing is heard."""

    start_s: float
    end_s: float


class ChannelFault(Struct, frozen=True, kw_only=True):
    """Something about the channels of a file."""

    kind: Literal["dead", "out-of-phase", "level", "mono"]
    """One of them is dead; the two cancel each other; one is the other at another level; both are the same."""
    message: str
    """One sentence."""


class SoundCheck(Struct, frozen=True, kw_only=True):
    """A whole file, measured as it stands (ITU-R BS.1770-4, EBU Tech 3341 and 3342)."""

    rate: int
    """Hz."""
    channels: int
    duration_s: float
    integrated_lufs: float
    """A file of one channel by itself; −120 for silence, as everywhere here."""
    on_two_channels_lufs: float
    """The same for more than one channel; of one channel what it reads on both, which is 3.01 LU more."""
    short_term_max_lufs: float
    momentary_max_lufs: float
    lra_lu: float
    true_peak_dbtp: float
    sample_peak_dbfs: float
    dc: tuple[float, ...]
    """Mean of each channel, full scale 1."""
    clipped_samples: int
    """Of all channels: three and more in a row at full scale."""
    silences: tuple[Silence, ...]
    """A second and longer under −60 dBFS, those at the start and end included."""
    channel_faults: tuple[ChannelFault, ...]


class Judged(Struct, frozen=True, kw_only=True):
    """A file, what it is, and what was found about it."""

    path: str
    kind: Kind
    findings: tuple[Finding, ...] = ()
    exit_code: int = 0
    """What the command ends with because of it."""
    sound: SoundCheck | None = None
    target: str = ""
    """Name of what a sound file was held against, or empty."""
