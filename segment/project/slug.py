"""A name for files: a slug, always."""

from __future__ import annotations

import hashlib

from segment import folding


def slug(name: str, content: bytes = b"") -> str:
    """``Rust and Bone`` → ``rust-and-bone``; a name with nothing to keep gives ``segment-`` and 8 hex of the content."""
    return folding.slug(name) or f"segment-{hashlib.sha256(content or name.encode()).hexdigest()[:8]}"
