"""Text for fields of fixed length in broadcast files: ASCII, filled up with zero bytes."""

from __future__ import annotations

from segment.folding import ascii_only
from segment.publish.text import one_line

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-"})
"""Typographic marks that ASCII has plainer ones for; NFKD knows the ellipsis."""


def field(text: str, size: int) -> bytes:
    """``text`` on one line in ``size`` bytes: letters without their accents, nothing that has no ASCII, the rest zero."""
    return ascii_only(one_line(text).translate(_PLAIN)).encode("ascii")[:size].ljust(size, b"\0")
