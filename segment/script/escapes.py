"""The back-slash: what it makes literal, and how text is written so that it is read back as it was.

As in Markdown, a back-slash before punctuation stands for that mark; before a letter, a digit or a space it is itself.
"""

from __future__ import annotations

import re
import unicodedata

_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_MARKS = re.compile(r"[\\\[\]()+]")
_SURE_MARKS = re.compile(r"[\\\[]")
_COMMENT_SIGN = re.compile(r"(^|\s);")


def escapable(char: str) -> bool:
    """True for punctuation and symbols: characters a back-slash makes literal."""
    return unicodedata.category(char)[0] in "PS"


def unescape(text: str) -> str:
    """The text with every escape replaced by what it stands for."""
    return _ESCAPED.sub(lambda m: m[1] if escapable(m[1]) else m[0], text)


def escape(text: str) -> str:
    """Plain words as they can stand in a spoken line: nothing in them is read as a mark, a pronouncer or a comment.

    For text that comes from outside, such as a review's sentences in a template. White space, line ends included, becomes single
    spaces.
    """
    return escape_comment(literal(" ".join(text.split())))


def literal(text: str) -> str:
    """The text with every character that can begin a mark made literal."""
    return _MARKS.sub(r"\\\g<0>", text)


def literal_where_sure(text: str) -> str:
    """The text with a back-slash only where a mark would certainly begin; round brackets and plus signs stay bare."""
    return _SURE_MARKS.sub(r"\\\g<0>", text)


def escape_comment(text: str) -> str:
    """The text with every semicolon that would open a comment made literal."""
    return _COMMENT_SIGN.sub(r"\1\\;", text)
