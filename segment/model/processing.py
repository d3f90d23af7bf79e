"""What is done to a voice before it is mixed, in this order: high-pass, equaliser, de-esser, compressor."""

from __future__ import annotations

from typing import Literal, NamedTuple

from msgspec import Struct

Kind = Literal["bell", "low_shelf", "high_shelf"]


class Band(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One band of the equaliser."""

    kind: Kind
    """A bell works around ``hz``, a shelf on all that lies below or above."""
    hz: float
    """Centre of a bell; where a shelf has half its gain. Hz."""
    db: float
    """Gain in dB."""
    q: float = 0.7
    """A bell is ``hz / q`` wide; a shelf with 0.7 is as steep as it can be without a bump."""


class DeEsser(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Holds back s, sh and ch, and nothing else."""

    hz: float = 5500.0
    """What lies above is sibilance. Hz."""
    over_db: float = -6.0
    """How far it may stand over the voice: its power against the line's own gated power, dB."""
    deepest_db: float = 8.0
    """The most it is taken down, dB."""


class Compressor(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Evens out loud and soft syllables. It only takes down: lines are levelled afterwards."""

    over_db: float = 2.0
    """Where it begins to work: over the line's own gated power, dB."""
    ratio: float = 2.5
    """So many dB more of the voice become one."""
    attack_ms: float = 8.0
    """Time in which 63 % of a step down is made, ms."""
    release_ms: float = 90.0
    """Time in which 63 % of a step back up is made, ms."""


class Processing(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table ``[processing]`` of a voice profile; nothing at all where nothing is asked."""

    high_pass_hz: float | None = None
    """12 dB an octave below. Hz."""
    eq: tuple[Band, ...] = ()
    """In any order: they come to the same."""
    de_esser: DeEsser | None = None
    compressor: Compressor | None = None


class Allowed(NamedTuple):
    """The range of a number."""

    key: str
    """Its key under ``[processing]``."""
    lowest: float
    highest: float
    unit: str
    """Empty for a bare number."""


ALLOWED: tuple[Allowed, ...] = (
    Allowed("high_pass_hz", 20, 400, "Hz"),
    Allowed("eq.hz", 40, 10_000, "Hz"),
    Allowed("eq.db", -18, 12, "dB"),
    Allowed("eq.q", 0.2, 8, ""),
    Allowed("de_esser.hz", 3000, 9000, "Hz"),
    Allowed("de_esser.over_db", -30, 12, "dB"),
    Allowed("de_esser.deepest_db", 0, 20, "dB"),
    Allowed("compressor.over_db", -20, 20, "dB"),
    Allowed("compressor.ratio", 1, 10, ""),
    Allowed("compressor.attack_ms", 1, 100, "ms"),
    Allowed("compressor.release_ms", 20, 1000, "ms"),
)
"""Every number of the table; a profile's reader takes its checks from here."""
