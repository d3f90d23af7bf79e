"""A speech server's answer, and what it says when it refuses."""

from __future__ import annotations

import json

from msgspec import Struct

from segment.errors import Cause, VoiceError
from segment.wording import one_line, sentence

_SHOWN_BYTES = 100_000
"""Of an error's text that are looked at."""
_NO_KEY = "[key]"


class Answer(Struct, frozen=True, kw_only=True):
    """What came back."""

    status: int = 0
    """HTTP status, 0 when there was no answer."""
    headers: dict[str, str] = {}
    """Those that matter."""
    body: bytes = b""
    trouble: str = ""
    """What happened to the connection, as the end of a sentence about the server."""


def sound_in(answer: Answer, name: str, key: str, most_bytes: int) -> bytes:
    """The body of an answer that should be sound. Raises VoiceError when it says that it is something else, or is too much."""
    if len(answer.body) > most_bytes:
        raise VoiceError(f"{name} sent more than {most_bytes / 1e6:.0f} MB and was stopped.")
    kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind.startswith("text/") or kind == "application/json":
        why = _said(answer, key)
        raise VoiceError(sentence(f"{name} sent {one_line(kind)} and no sound{f': {why}' if why else ''}"))
    return answer.body


def refusal(answer: Answer, name: str, key: str, tries: int) -> VoiceError:
    """Why there is no sound, in a sentence about ``name`` in which the key does not appear."""
    times = f", asked {tries} times" if tries > 1 else ""
    if answer.trouble:
        return VoiceError(f"{name} {answer.trouble}{times}.", cause=Cause.MACHINE)
    if 300 <= answer.status < 400:
        there = _cleaned(answer.headers.get("Location", "nowhere"), key)
        hint = "If that is right, write it as url: the key is not sent on to where a server points."
        return VoiceError(f"{name} sends on to {there}.", hint=hint, cause=Cause.USAGE)
    why = _said(answer, key)
    told = sentence(f"{name} refused ({answer.status}){times}{f': {why}' if why else ''}")
    if answer.status in {401, 403}:
        return VoiceError(told, hint="Look at the key in the environment variable that key_env names.", cause=Cause.MISSING)
    return VoiceError(told, cause=Cause.MACHINE)


def _said(answer: Answer, key: str) -> str:
    """The server's own words: ``{"error": {"message": …}}``, ``{"detail": …}``, plain text; nothing of a web page."""
    text = answer.body[:_SHOWN_BYTES].decode(errors="replace")
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return "" if "<" in text[:200] else _cleaned(text, key)
    for name in ("error", "message", "detail"):
        if isinstance(told, dict) and name in told:
            told = told[name]
    return _cleaned(told, key) if isinstance(told, str) else ""


def _cleaned(text: str, key: str) -> str:
    return one_line(text.replace(key, _NO_KEY) if key else text)
