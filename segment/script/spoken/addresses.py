"""Web addresses, e-mail, hashtags and handles."""

from __future__ import annotations

import re

from segment.script.spoken.initialisms import spell
from segment.script.spoken.numerals import number
from segment.script.spoken.rule import Around

_SAID_ENDINGS = frozenset("com org net info biz radio film tv fm news gov edu int cafe studio".split())
_SPELLED_ENDINGS = frozenset("ca uk us fr de ie au nz eu io co be ch it es nl qc on bc ab".split())
ENDINGS = "|".join(sorted(_SAID_ENDINGS | _SPELLED_ENDINGS))
_MOST_PIECES = 2
"""Pieces of a path that are said; longer paths, and those with figures in them, are left to the captions."""
_POINT = {"fr": "point"}
_SLASH = {"fr": "barre oblique"}
_AT = {"fr": "arobase"}
_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-zà-ÿ']+|[0-9]+|[^\W\d_]+")


def address(match: re.Match[str], around: Around) -> str:
    """``www.example.com/reviews`` → example dot com slash reviews; the scheme, ``www`` and a path nobody could note are not."""
    said = match[0].partition("://")[2] or match[0]
    said = said.removeprefix("www.").rstrip("/").partition("?")[0].partition("#")[0]
    host, _, path = said.partition("/")
    words = [_host(host, around)]
    slash = _SLASH.get(around.family, "slash")
    pieces = [piece for piece in path.split("/") if piece]
    if len(pieces) <= _MOST_PIECES and not any(c.isdecimal() for c in path):
        words += [f"{slash} {_pieces(piece, around)}" for piece in pieces]
    return " ".join(words)


def email(match: re.Match[str], around: Around) -> str:
    """``desk@example.ca`` → desk at example dot C-A."""
    return f"{_pieces(match[1], around)} {_AT.get(around.family, 'at')} {_host(match[2], around)}"


def hashtag(match: re.Match[str], around: Around) -> str:
    """``#1`` → number one; ``#MeToo`` → hashtag Me Too."""
    if match[1].isdecimal():
        return f"{'numéro' if around.family == 'fr' else 'number'} {number(match[1], around.language)}"
    return f"{'mot-clic' if around.family == 'fr' else 'hashtag'} {_pieces(match[1], around)}"


def handle(match: re.Match[str], around: Around) -> str:
    """``@nfb`` → at nfb."""
    return f"{_AT.get(around.family, 'at')} {_pieces(match[1], around)}"


def _host(host: str, around: Around) -> str:
    labels = host.split(".")
    point = f" {_POINT.get(around.family, 'dot')} "
    last = [spell(label) if label.lower() in _SPELLED_ENDINGS else _pieces(label, around) for label in labels[1:]]
    return point.join([_pieces(labels[0], around), *last])


def _pieces(name: str, around: Around) -> str:
    """The words of a run-together name; capitals inside it begin new words."""
    found = [piece if not piece.isdecimal() else number(piece, around.language) for piece in _CAMEL.findall(name)]
    return " ".join(spell(word) if word.isupper() and 1 < len(word) < 4 else word for word in found)
