"""What kind of picture a cover is."""

from __future__ import annotations

_BEGINNINGS = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def picture_type(data: bytes) -> str:
    """The media type of a PNG or JPEG file, by its first bytes; empty for anything else, which players do not show."""
    return next((kind for beginning, kind in _BEGINNINGS.items() if data.startswith(beginning)), "")
