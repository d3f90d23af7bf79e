"""Forms that are recognised and not read: said in one sentence, with the way round."""

from __future__ import annotations

import re

from segment.errors import ReviewError, Where

_MAGIC = (
    (b"PK\x03\x04", "a Word or other packed document"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "an RTF document"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a sound or video file"),
    (b"ID3", "a sound file"),
    (b"fLaC", "a sound file"),
    (b"OggS", "a sound file"),
    (b"\x1f\x8b", "a compressed file"),
)
_HTML_STARTS = ("<!doctype html", "<html", "<head", "<body", "<?xml", "<!--[if", "<div", "<meta", "<script")
_TAGS = ("<div", "<p>", "<p ", "<span", "<a ", "<script", "<meta", "<li", "<img", "</")
_LOOK = 50_000
_KEYED = re.compile(r"(?:[A-Za-z][A-Za-z_-]{1,20}:[^\n<]{0,400}\n){3,40}\s*\n")
"""Lines of ``Key: value`` down to a blank one, as some generators head a text whose own marks are HTML's."""


def refuse_document(data: bytes, *, name: str) -> None:
    """Raises ReviewError when the first bytes are those of a document or medium that is not text."""
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise ReviewError(
                f"This is {what}, which is not read.",
                where=Where(file=name),
                hint="Copy the review out of it and save it as plain text.",
            )


def is_html(text: str) -> bool:
    """True when the text is a web page's HTML: a document type or tag at its start, or many tags near it."""
    start = text[:_LOOK].lstrip().lower()
    if start.startswith(_HTML_STARTS):
        return True
    if start.startswith(("---", "+++", "{", "[")) or _KEYED.match(text[:_LOOK].lstrip()):
        return False
    return sum(start.count(tag) for tag in _TAGS) >= 20
