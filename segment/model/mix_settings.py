"""Choices of the mix."""

from __future__ import annotations

from msgspec import Struct


class MixSettings(Struct, frozen=True, kw_only=True):
    """Levels and times of the mix; the defaults are the house's."""

    speech_over_bed_db: float = 20.0
    """Speech over bed where a bed plays under speech."""
    voice_lufs: float = -20.0
    """Loudness each line is levelled to on the voice bus."""
    music_lufs: float = -21.0
    """Loudness of a bed heard alone, at its loudest three seconds."""
    sting_lufs: float = -20.0
    gap_s: float = 0.65
    """Silence between two spoken lines of one speaker."""
    turn_s: float = 0.55
    """Silence where the speaker changes."""
    tail_s: float = 0.5
    """Silence after the last sound."""
    pans: dict[str, float] = {}
    """Where roles stand that do not stand in the middle: −1 left to 1 right."""
