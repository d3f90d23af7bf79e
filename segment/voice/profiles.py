"""Reads a voice profile, ``voices/NAME.toml``; every mistake in it is reported at once."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from segment.errors import Cause, VoiceError, Where
from segment.model.processing import Processing
from segment.model.voice import VoiceProfile
from segment.voice.engines import ENGINES
from segment.voice.engines.recipe import Mistake
from segment.wording import did_you_mean

_TEXT = ("engine", "voice", "language", "sounds")
_NUMBERS = ("rate", "pitch")
"""The engine judges their range."""
_PAUSES = {"sentence": (0.0, 3.0)}
_KEYS = (*_TEXT, *_NUMBERS, "pauses", "processing")


def load_profile(text: str, *, name: str, file: str) -> VoiceProfile:
    """The profile called ``name`` from the text of ``file`` (only named in messages).

    Raises VoiceError: cause USAGE with all mistakes (key, found, allowed, did you mean), MISSING when its engine lacks something.
    """
    try:
        table = tomllib.loads(text.lstrip("\ufeff").replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise VoiceError(f"This is not TOML: {error}.", where=Where(file=file), cause=Cause.USAGE) from error
    mistakes = list(_shape(table))
    if not mistakes:
        profile = _profile(table, name)
        engine = ENGINES[profile.engine]
        if missing := engine.missing():
            raise VoiceError(missing, where=Where(file=file), cause=Cause.MISSING)
        mistakes = list(engine.mistakes(profile))
        if not mistakes:
            return profile
    raise _refused(text, file, mistakes)


def _profile(table: Mapping[str, Any], name: str) -> VoiceProfile:
    return msgspec.convert({**table, "name": name}, VoiceProfile)


def _shape(table: Mapping[str, Any]) -> Iterator[Mistake]:
    """Unknown keys and values of the wrong kind."""
    for key, value in table.items():
        if key in _TEXT:
            yield from _text(key, value)
        elif key in _NUMBERS:
            yield from _number(key, value)
        elif key == "pauses":
            yield from _pauses(value)
        elif key == "processing":
            yield from _processing(value)
        else:
            yield _unknown(key, _KEYS)


def _text(key: str, value: Any) -> Iterator[Mistake]:
    if not isinstance(value, str):
        yield Mistake(key=key, found=repr(value), allowed="text in quotes")
    elif key == "engine" and value not in ENGINES:
        yield Mistake(key=key, found=value, allowed=" or ".join(ENGINES), hint=did_you_mean(value, ENGINES))


def _number(key: str, value: Any, lowest: float = -math.inf, highest: float = math.inf) -> Iterator[Mistake]:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        yield Mistake(key=key, found=repr(value), allowed="a number")
    elif not lowest <= value <= highest:
        yield Mistake(key=key, found=f"{value:g}", allowed=f"{lowest:g} to {highest:g}")


def _pauses(value: Any) -> Iterator[Mistake]:
    if not isinstance(value, dict):
        yield Mistake(key="pauses", found=repr(value), allowed="a table with sentence, in seconds")
        return
    for key, seconds in value.items():
        if key in _PAUSES:
            yield from _number(f"pauses.{key}", seconds, *_PAUSES[key])
        else:
            yield _unknown(f"pauses.{key}", tuple(f"pauses.{known}" for known in _PAUSES))


def _processing(value: Any) -> Iterator[Mistake]:
    try:
        msgspec.convert(value, Processing)
    except msgspec.ValidationError as error:
        yield Mistake(key="processing", found=str(error), allowed="high_pass_hz, eq, de_esser, compressor")


def _unknown(key: str, known: tuple[str, ...]) -> Mistake:
    return Mistake(key=key, found="unknown key", allowed=", ".join(known), hint=did_you_mean(key, known))


def _refused(text: str, file: str, mistakes: list[Mistake]) -> VoiceError:
    def told(mistake: Mistake) -> str:
        hint = f" {mistake.hint}" if mistake.hint else ""
        return f"{mistake.key}: {mistake.found} (allowed: {mistake.allowed}).{hint}"

    line = _line(text, mistakes[0].key)
    if len(mistakes) == 1:
        return VoiceError(told(mistakes[0]), where=Where(file=file, line=line), cause=Cause.USAGE)
    listed = "\n  ".join(told(mistake) for mistake in mistakes)
    return VoiceError(f"{len(mistakes)} mistakes:\n  {listed}", where=Where(file=file), cause=Cause.USAGE)


def _line(text: str, key: str) -> int:
    """The 1-based line a key stands on, 0 when it is not found."""
    pattern = re.compile(rf"\s*\[?{re.escape(key.rpartition('.')[2])}\]?\s*(=|$)")
    return next((number for number, line in enumerate(text.splitlines(), start=1) if pattern.match(line)), 0)
