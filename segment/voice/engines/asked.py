"""What a profile's ``[options]`` ask for, with the engine's own value where they say nothing."""

from __future__ import annotations

from segment.model.voice import VoiceProfile


def text(profile: VoiceProfile, key: str, usual: str = "") -> str:
    """An option that is text."""
    value = profile.options.get(key, usual)
    return value if isinstance(value, str) else usual


def number(profile: VoiceProfile, key: str, usual: float) -> float:
    """An option that is a number."""
    value = profile.options.get(key, usual)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else usual


def listed(profile: VoiceProfile, key: str) -> tuple[str, ...]:
    """An option that is a list of words."""
    value = profile.options.get(key, ())
    return tuple(value) if isinstance(value, tuple | list) else ()


def manner(profile: VoiceProfile, *options: str) -> str:
    """For an identity: how the profile wants words read, with those options that are heard."""
    asked = [f"{key} {profile.options[key]}" for key in options if key in profile.options]
    pace = f"rate {profile.rate:g}, pauses {profile.pauses.sentence:g}"
    return ", ".join([profile.language, pace, f"pitch {profile.pitch:g}", *asked])
