"""How files are called in which a synthetic voice stands in for a person of the show."""

from __future__ import annotations

SCRATCH = "-SCRATCH"
"""Behind the name of such files."""
