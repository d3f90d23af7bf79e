"""A finished programme and the proof of it."""

from __future__ import annotations

from msgspec import Struct

from segment.model.loudness import Loudness, Target


class Proof(Struct, frozen=True, kw_only=True):
    """What an independent reader found in the encoded file."""

    loudness: Loudness
    frames: int
    """Decoded length."""
    rate: int


class Mastering(Struct, frozen=True, kw_only=True):
    """How the programme was brought to its target."""

    target: Target
    before: Loudness
    """The mix as it came."""
    gain_db: float
    """Applied to the whole programme, in 0.05 dB steps."""
    limited_s: float
    """Seconds of programme in which the limiter worked."""
    max_reduction_db: float
    """Deepest gain reduction, ≥ 0."""
    passes: int = 1
    """Encodes it took."""
