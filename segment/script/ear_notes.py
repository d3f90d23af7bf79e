"""What a voice cannot say in a spoken line: emoji and other pictures, and print's own marks. Noted where it stands."""

from __future__ import annotations

import unicodedata

from segment.model.script import Break, Speech
from segment.script.lines import Located
from segment.script.problems import NOT_SPOKEN, Problems

_READ = frozenset("★☆⭐🌟°©®™№$€£¥¢%&+=<>@#^|~`½¼¾⅓⅔×÷−±²³✩✭✮✯⯨…\ufe0f\u200d")
"""Symbols that have a reading, or are known to be left out without loss."""


def ear_notes(speech: Speech, body: Located, problems: Problems) -> None:
    """One note for a line that holds pictures; they are shown in captions and not spoken."""
    pictures = [c for span in speech.spans if not isinstance(span, Break) for c in span.text if _is_picture(c)]
    if not pictures:
        return
    shown = " ".join(dict.fromkeys(pictures))
    at = next((i for i, c in enumerate(body.text) if _is_picture(c)), 0)
    problems.note(NOT_SPOKEN, f"Not spoken: {shown}.", body.place(at), hint="Say it in words, or leave it out.")


def _is_picture(char: str) -> bool:
    return unicodedata.category(char) in {"So", "Cs", "Co", "Cn"} and char not in _READ
