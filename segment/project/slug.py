"""A name for files: ASCII, lower case, words joined by hyphens."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_LONGEST = 60
_FOLDED = str.maketrans({"ø": "o", "Ø": "O", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ß": "ss", "ł": "l", "Ł": "L", "đ": "d"})


def slug(name: str, content: bytes = b"") -> str:
    """``Rust and Bone`` → ``rust-and-bone``; a name with nothing to keep gives ``segment-`` and 8 hex of the content."""
    plain = unicodedata.normalize("NFKD", name.translate(_FOLDED)).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "").lower()).strip("-")
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit("-", 1)[0].strip("-")
    return words or f"segment-{hashlib.sha256(content or name.encode()).hexdigest()[:8]}"
