"""A paragraph as it was printed, without its dress: Markdown signs, links, emoji and stars gone, dashes and quotes made even.

Only dress is taken off; every word stays, and the spaces French has before ``: ! ?``. What is left is one line.
"""

from __future__ import annotations

import re

_IMAGE = re.compile(r"!\[[^\]]{0,400}\]\([^()\s]{0,2000}\)")
_LINK = re.compile(r"\[([^\[\]]{1,400})\]\([^()]{0,2000}\)")
_WIKI = re.compile(r"\[\[(?:[^\[\]|]{0,200}\|)?([^\[\]|]{1,200})\]\]")
_STRONG = re.compile(r"\*\*([^*]{1,400})\*\*|__([^_]{1,400})__")
_EMPHASIS = re.compile(
    r"(?<![\w*])\*([^*]{1,400})\*(?![\w*])|(?<!\w)_([^_]{1,400})_(?=\W|$)|(?<=\s)_([^_]{1,400}\s)_|(?<!\w)_([^_]{1,400} )_(?=\w)"
)
_CODE = re.compile(r"`([^`]{1,200})`")
_HASHTAG = re.compile(r"(?<!\S)#(?=\w)")
_URL = re.compile(r"(?<!\S)\(?(?:https?://|www\.)\S+")
_PICTURES = re.compile("[\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\ufe0f\u200d\u20e3\U0001f000-\U0001faff]+")
_DASH = re.compile(r"\s*—\s*|\s+(?:–|--|---|-|一|―)\s+|(?<=\w)(?:--|---)(?=\w)")
_SET_OFF = re.compile(r"\w [:!?](?= |$)")
"""A mark with a space before it, as French has them. One before a semicolon would begin a comment in a script."""
_APOSTROPHE = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "\u00ad": "", "\ufeff": "", "\u200b": ""})


def plain(paragraph: str) -> str:
    """The paragraph's words on one line; a dash stands as `` — `` with spaces, an apostrophe is straight."""
    text = " ".join(paragraph.split())
    set_off = ".,;" if _SET_OFF.search(text) else ".,;:!?"
    text = _IMAGE.sub(" ", text)
    text = _WIKI.sub(r"\1", _LINK.sub(r"\1", text))
    text = _STRONG.sub(_inside, text)
    text = _EMPHASIS.sub(_inside, text)
    text = _CODE.sub(r"\1", text)
    text = _PICTURES.sub(" ", _URL.sub(" ", _HASHTAG.sub("", text)))
    text = _DASH.sub(" — ", even(text))
    return re.sub(rf" +([{set_off}])(?=\s|$)", r"\1", " ".join(text.split()))


def even(text: str) -> str:
    """The text with straight apostrophes and no invisible characters, so that a name is the same wherever it stands."""
    return text.translate(_APOSTROPHE)


def _inside(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group is not None)
