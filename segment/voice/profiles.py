"""Reads a voice profile, ``voices/NAME.toml``; every mistake in it is reported at once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any

import msgspec

from segment.errors import Cause, VoiceError, Where
from segment.model.cleaning import Cleaning
from segment.model.voice import VoiceProfile
from segment.voice.engines import known, names
from segment.voice.engines.recipe import Mistake
from segment.voice.profile_fields import TABLES, wrong
from segment.wording import did_you_mean, one_of

_USUAL = VoiceProfile().engine


def load_profile(text: str, *, name: str, file: str, folder: str = "") -> VoiceProfile:
    """The profile called ``name`` from the text of ``file`` (only named in messages), which lies in ``folder``.

    Raises VoiceError: cause USAGE with all mistakes (key, found, allowed, did you mean), MISSING when its engine lacks something.
    """
    table = _table(text, file)
    asked = table.get("engine", _USUAL)
    engine = known(asked) if isinstance(asked, str) else None
    mistakes = list(wrong(table, engine.options if engine else None))
    if isinstance(asked, str) and engine is None:
        mistakes.append(Mistake(key="engine", found=asked, allowed=one_of(names()), hint=did_you_mean(asked, names())))
    profile = _profile(table, {mistake.key for mistake in mistakes}, name, folder)
    missing = engine.missing() if engine else ""
    if engine and not missing:
        told = {mistake.key for mistake in mistakes}
        mistakes += [mistake for mistake in engine.mistakes(profile) if mistake.key not in told]
    if mistakes:
        raise _refused(text, file, mistakes)
    if missing:
        raise VoiceError(missing, where=Where(file=file), cause=Cause.MISSING)
    return profile


def load_cleaning(text: str, *, file: str) -> Cleaning:
    """What the table ``[take]`` of a profile allows to be done to a recording; its engine need not be there.

    Raises VoiceError (USAGE) with all mistakes of the table.
    """
    table = _table(text, file)
    if mistakes := [mistake for mistake in wrong(table, None) if mistake.key == "take" or mistake.key.startswith("take.")]:
        raise _refused(text, file, mistakes)
    return msgspec.convert(table.get("take", {}), Cleaning)


def _table(text: str, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text.lstrip("\ufeff").replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise VoiceError(f"This is not TOML: {error}.", where=Where(file=file), cause=Cause.USAGE) from error


def _profile(table: Mapping[str, Any], wrong_keys: set[str], name: str, folder: str) -> VoiceProfile:
    """The profile from those values that are right; the others are as if they had not been written."""
    given: dict[str, Any] = {}
    for key, value in table.items():
        if key == "processing" and any(name.startswith(key) for name in wrong_keys):
            continue  # no engine looks at it
        if key in TABLES and isinstance(value, dict):
            given[key] = {inner: inside for inner, inside in value.items() if f"{key}.{inner}" not in wrong_keys}
        elif key not in wrong_keys:
            given[key] = value
    return msgspec.convert({**given, "name": name, "folder": folder}, VoiceProfile)


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
