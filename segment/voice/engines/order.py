"""One run of a program that speaks."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct


class Order(Struct, frozen=True, kw_only=True):
    """One run of a program."""

    command: tuple[str, ...]
    name: str
    """For messages, at the head of a sentence: ``The program espeak-ng``."""
    timeout_s: float
    stdin: bytes = b""
    writes: Path | None = None
    """The sound file; None when it comes on standard output."""
    folder: str = ""
    """Where the program stands."""
