"""What reading a script hands back: the script, where its items stand, and the notes on it."""

from __future__ import annotations

from msgspec import Struct

from segment.model.finding import Finding
from segment.model.script import Script


class Parsed(Struct, frozen=True, kw_only=True):
    """A script that was read."""

    script: Script
    lines: tuple[int, ...]
    """For each of ``script.items`` the 1-based line it begins on."""
    findings: tuple[Finding, ...] = ()
    """Mistakes (level ``error``) and notes, in the order of the lines."""
