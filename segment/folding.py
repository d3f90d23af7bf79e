"""Letters brought down to plainer ones: without their accents, or to the ASCII of a slug."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 60
_NO_ACCENT = str.maketrans(
    {"ø": "o", "Ø": "O", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ß": "ss", "ł": "l", "Ł": "L", "đ": "d"}
)
"""Letters that Unicode does not take apart."""


def unaccented(text: str) -> str:
    """The text without combining marks; ``é`` becomes ``e``, ``ø`` stays."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def ascii_only(text: str) -> str:
    """The text in ASCII: ``Łódź`` becomes ``Lodz``, and what has no Latin letter is left out."""
    return unicodedata.normalize("NFKD", text.translate(_NO_ACCENT)).encode("ascii", "ignore").decode()


def slug(name: str) -> str:
    """``Rust and Bone`` → ``rust-and-bone``: ASCII words of at most 60 characters; empty for a name with nothing to keep."""
    words = re.sub(r"[^a-z0-9]+", "-", ascii_only(name).replace("'", "").lower()).strip("-")
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit("-", 1)[0].strip("-")
