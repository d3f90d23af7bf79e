"""Which line of which template made each line of a script.

A line of a template that begins with a source (``HOST:``, ``MUSIC:``, ``PIECE:``) gets one private character in front, before it
is compiled. The character comes out where the line comes out, whatever macro or block it went through, and is taken off the
finished script; so a mistake in the script can be shown where it was made, and a cue that never comes out can be found.
"""

from __future__ import annotations

import re

from segment.errors import Where

_FIRST, _LAST = 0xF0000, 0xFFFFD
_MARK = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]")
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_SOURCE = re.compile(r"^([ \t]*)(?=[A-Z][A-Z0-9 '-]{0,40}(?:\[\w+\])?:)", re.MULTILINE)
HEARD = re.compile(r"[ \t]*(?!SLUG|TITLE|SLOT)[A-Z][A-Z0-9 '-]{0,40}(?:\[\w+\])?:")
"""A source that is a part, a cue or somebody who speaks."""


class SourceMap:
    """Gives every such line its character, and knows them again."""

    def __init__(self) -> None:
        self.places: list[Where] = []
        self.lines: list[str] = []
        """The template's line at each place."""

    def marked(self, text: str, file: str) -> str:
        """The template's text with the characters in it; any that were there are gone."""
        text = _MARK.sub("", text)
        hidden = [(match.start(), match.end()) for match in _COMMENT.finditer(text)]

        def mark(match: re.Match[str]) -> str:
            at = match.end()
            full = _FIRST + len(self.places) > _LAST
            if full or any(start <= at < stop for start, stop in hidden):
                return match[0]
            end = text.find("\n", at)
            self.places.append(Where(file=file, line=text.count("\n", 0, at) + 1))
            self.lines.append(text[at : end if end >= 0 else len(text)])
            return match[0] + chr(_FIRST + len(self.places) - 1)

        return _SOURCE.sub(mark, text)

    def read(self, script: str) -> tuple[str, tuple[int, ...]]:
        """The script without the characters, and for each of its lines the number of its place, −1 where it has none."""
        made = [_MARK.search(line) for line in script.split("\n")]
        return _MARK.sub("", script), tuple(ord(mark[0]) - _FIRST if mark else -1 for mark in made)
