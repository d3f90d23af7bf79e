"""Why finished files are as they are: what went in, whether it is still the same, and what the last change made anew."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class InputState(Struct, frozen=True, kw_only=True):
    """A file that went into the build, and what became of it."""

    role: str
    path: str
    """As the build record has it."""
    state: Literal["same", "changed", "gone"]


class OutputState(Struct, frozen=True, kw_only=True):
    """A file that came out, and what became of it."""

    path: str
    state: Literal["same", "edited", "gone"]


class LineChange(Struct, frozen=True, kw_only=True):
    """A line that sounds otherwise than in the build before."""

    id: str
    start_s: float
    """In the first deliverable that has it."""
    voice: str


class Since(Struct, frozen=True, kw_only=True):
    """A build held against the one before it."""

    inputs: tuple[InputState, ...]
    """Those that differ: ``changed``, ``gone`` (no longer used), or ``same`` never."""
    added: tuple[str, ...]
    """Roles of inputs that the build before did not have."""
    settings: tuple[str, ...]
    """Names of settings that differ."""
    tool: str
    """The version that made the build before, where it was another; else empty."""
    lines: tuple[LineChange, ...]
    """Lines that were made anew."""
    kept: int
    """Lines that sound as before."""
    outputs: tuple[str, ...]
    """Files that differ."""


class Why(Struct, frozen=True, kw_only=True):
    """The answer to ``segment why``."""

    slug: str
    up_to_date: bool
    """True while every input is the same and no output was edited."""
    inputs: tuple[InputState, ...]
    outputs: tuple[OutputState, ...]
    since: Since | None
    """None where no earlier build of these files is known that differs."""
