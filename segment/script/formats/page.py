"""An HTML page that stands alone: nothing in it comes from the network, and nothing in a script can become markup or run."""

from __future__ import annotations

import base64
import hashlib
import html
import re

from segment.script.formats.shown import Word

_NO_CHARACTER = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Control characters, surrogates and what XML 1.0 has no place for."""
_TAG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,8}")


def clean(text: str) -> str:
    """The text with U+FFFD for each character that neither HTML nor XML may hold."""
    return _NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", text)


def escaped(text: str) -> str:
    """The text as it may stand in an element or between quotation marks."""
    return html.escape(clean(text), quote=False).replace('"', "&quot;")


def language_tag(language: str, otherwise: str = "en") -> str:
    """A BCP 47 tag as it may stand in an attribute."""
    tag = language.replace("_", "-")
    return tag if _TAG.fullmatch(tag) else otherwise


def marked_up(word: Word) -> str:
    """A word with its stress, its silence or its pronouncer marked."""
    return "".join(_ELEMENTS[piece.style].format(escaped(piece.text)) for piece in word)


_ELEMENTS = {
    "": "{}",
    "stress": "<em>{}</em>",
    "strong": "<strong>{}</strong>",
    "say": '<span class="say">{}</span>',
    "beat": '<span class="beat">{}</span>',
}


def document(*, title: str, language: str, style: str, body: str, script: str = "") -> bytes:
    """The whole page; ``style`` and ``script`` are ours, and the only ones that the page's own policy lets in."""
    policy = [
        "default-src 'none'",
        f"style-src '{_digest(style)}'",
        *([f"script-src '{_digest(script)}'"] if script else []),
        "base-uri 'none'",
        "form-action 'none'",
    ]
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{language_tag(language)}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(policy)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="robots" content="noindex">',
        f"<title>{escaped(title)}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        body,
        *([f"<script>{script}</script>"] if script else []),
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(lines).encode()


def _digest(code: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
