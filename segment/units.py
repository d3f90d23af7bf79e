"""Units and their conversions: seconds, sample frames, decibels, and times as radio people write them."""

from __future__ import annotations

import math
import re

SILENCE_DB = -120.0
"""At and below this, gain is nothing at all."""

_CLOCK = re.compile(r"(?:(?:(\d{1,3}):)?(\d{0,3}):)?(\d{1,3}(?:\.\d{1,3})?)")
_PRIMES = re.compile(r"(?:(\d{1,3})['′’])?\s*(?:(\d{1,2}(?:\.\d{1,3})?)[\"″”])?")
_SUFFIX = re.compile(r"(?:(\d+(?:\.\d+)?)\s*m(?:in)?)?\s*(?:(\d+(?:\.\d+)?)\s*s(?:ec)?)?|(\d+)\s*ms")


def frames(seconds: float, rate: int) -> int:
    """Seconds to the nearest sample frame at ``rate`` Hz."""
    return math.floor(seconds * rate + 0.5)


def seconds(frame: int, rate: int) -> float:
    """A sample frame at ``rate`` Hz to seconds."""
    return frame / rate


def rescale(frame: int, rate: int, new_rate: int) -> int:
    """A frame at one rate to the nearest frame at another."""
    return (frame * new_rate + rate // 2) // rate


def milliseconds(frame: int, rate: int) -> int:
    """A frame at ``rate`` Hz to the nearest millisecond, halves up: the one rounding of tags, chapters and captions."""
    return rescale(frame, rate, 1000)


def ratio(db: float) -> float:
    """Decibels to an amplitude ratio; silence at and below −120 dB."""
    return 0.0 if db <= SILENCE_DB else float(10.0 ** (db / 20.0))


def decibels(amplitude: float) -> float:
    """An amplitude ratio to decibels; −120 dB is the floor."""
    return SILENCE_DB if amplitude <= 1e-6 else 20.0 * math.log10(amplitude)


def parse_time(text: str) -> float:
    """A time as radio people write it, in seconds.

    Forms: ``:60``, ``1:00``, ``3'00"``, ``:12.5``, ``1:02:03``, ``4s``, ``500ms``, ``90``.

    Raises ValueError with the text for anything else.
    """
    text = text.strip()
    if match := _CLOCK.fullmatch(text):
        hours, minutes, secs = match.groups()
        if hours is not None and not minutes:
            raise ValueError(f"not a time: {text!r}")
        return int(hours or 0) * 3600 + int(minutes or 0) * 60 + float(secs)
    if text and (match := _PRIMES.fullmatch(text)):
        return int(match[1] or 0) * 60 + float(match[2] or 0)
    if text and (match := _SUFFIX.fullmatch(text)):
        if match[3]:
            return int(match[3]) / 1000
        return float(match[1] or 0) * 60 + float(match[2] or 0)
    raise ValueError(f"not a time: {text!r}")


def parse_span(text: str) -> tuple[float, float]:
    """A length or a range of lengths, ``3:00`` or ``2:50-3:00``, as the least and the most seconds; equal for one length.

    Raises ValueError with the text for anything else, and for a range that ends before it begins.
    """
    first, dash, second = text.replace("–", "-").replace("—", "-").partition("-")
    least = parse_time(first)
    most = parse_time(second) if dash else least
    if most < least:
        raise ValueError(f"not a range: {text!r}")
    return least, most


def radio_span(least_s: float, most_s: float) -> str:
    """A length or a range of lengths as radio people write them: ``3:00``, ``2:50-3:00``."""
    return radio_time(most_s) if least_s == most_s else f"{radio_time(least_s)}-{radio_time(most_s)}"


def clock_time(text: str) -> int:
    """A time of day, ``8:58:30`` or ``17:00``, in seconds from midnight. Raises ValueError with the text for anything else."""
    match = re.fullmatch(r"\s*(\d{1,2}):(\d\d)(?::(\d\d))?\s*", text)
    hours, minutes, secs = (int(part or 0) for part in match.groups()) if match else (24, 0, 0)
    if hours > 23 or minutes > 59 or secs > 59:
        raise ValueError(f"not a time of day: {text!r}")
    return hours * 3600 + minutes * 60 + secs


def time_of_day(seconds: float) -> str:
    """Seconds from midnight as ``8:58:30``; before midnight it is the day before."""
    whole = math.floor(seconds + 0.5) % 86_400
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def radio_time(seconds: float) -> str:
    """Seconds as radio people write them: ``:07``, ``2:33``, ``1:02:03``; tenths only where there are any."""
    tenths = math.floor(seconds * 10 + 0.5)
    whole, tenth = divmod(tenths, 10)
    minutes, secs = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    tail = f".{tenth}" if tenth else ""
    if hours:
        return f"{hours}:{minutes:02}:{secs:02}{tail}"
    return f"{minutes or ''}:{secs:02}{tail}"


def timestamp(seconds: float) -> str:
    """Seconds as ``HH:MM:SS.mmm``, the form WebVTT wants."""
    ms = math.floor(seconds * 1000 + 0.5)
    whole, ms = divmod(ms, 1000)
    minutes, secs = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{secs:02}.{ms:03}"
