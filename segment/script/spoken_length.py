"""A first reckoning of how long a script runs: its spoken words at a rate, and the music heard alone at its start."""

from __future__ import annotations

import re

_SPOKEN = re.compile(
    r"(?!(?:SLUG|TITLE|SLOT|INTRO|PIECE|TAG|MUSIC|STING|CLIP|CHAPTER|PAUSE)\b)[A-Z][A-Z0-9 _-]*(?:\[\w+\])?: *(.*)"
)
_BREAK = re.compile(r"(?<!\\)\[(\d+)ms\]")
_COMMENT = re.compile(r"(?:^|\s);.*")
_ESTABLISH = re.compile(r"^MUSIC:.*\bestablish (\d+(?:\.\d+)?)s", re.MULTILINE)
_BETWEEN_LINES_S = 0.4


def seconds(script: str, words_per_minute: float) -> float:
    """Seconds the script takes at so many words a minute."""
    words = 0
    breaks_ms = 0
    lines = 0
    for line in script.splitlines():
        spoken = _SPOKEN.match(line)
        if spoken is None:
            continue
        text = _COMMENT.sub("", spoken[1])
        breaks_ms += sum(int(found) for found in _BREAK.findall(text))
        words += len(_BREAK.sub(" ", text).split())
        lines += 1
    music = sum(float(found) for found in _ESTABLISH.findall(script))
    return words * 60 / words_per_minute + breaks_ms / 1000 + max(0, lines - 1) * _BETWEEN_LINES_S + music
