"""Where a review begins to give the ending away."""

from __future__ import annotations

import re
from collections.abc import Sequence

from segment.script.phrases import any_of, either

_STRONG = any_of(r"""
    in (?:a|an|the|its|his|her) (?:[\w-]+ ){0,2}(?:conclusion|finale|climax|denouement|dénouement|showdown|twist)
    in (?:a|an|the|its|his|her) final (?:act|scene|reel|chapter|minutes|showdown|confrontation)
    (?:film|movie|book|novel|play|story|game|series) (?:ends|closes|finishes|concludes) (?:with|when|as|on|by)
    (?:the|a) (?:big |final |shocking |surprise )?twist (?:is|comes|reveals)
    turns? out (?:to (?:be|have)|that)
    it is (?:finally )?revealed
    (?:dans|à|en) (?:un|le|la|une)? ?(?:\w+ )?(?:conclusion|dénouement|finale)
""")
"""What hardly anything but an ending is told with."""
_WEAK = re.compile(
    either(r"""
        ^(?:finally|eventually|ultimately|in the end|at the end|by the end|at last|enfin|finalement|à la fin)\b
        \b(?:the|its) (?:final|last|closing) (?:scenes?|shots?|reel|chapters?|pages?|frames?)\b
        \b(?:he|she|they) finally\b
    """),
    re.IGNORECASE,
)
"""What an ending often begins with, when it is late in the story."""
_LONG_STORY = 4
"""Paragraphs from which a story told to the reader is taken to be told to its end."""


def ending(paragraphs: Sequence[Sequence[str]]) -> tuple[int, int] | None:
    """Where the ending begins in a story: (paragraph, sentence), or None when it is not told.

    The first paragraph sets out the story and is never the ending, unless it is the only one. A story of four paragraphs or more
    in which nothing announces the ending is taken to tell it in the last.
    """
    final = len(paragraphs) - 1
    for number, sentences in enumerate(paragraphs):
        for place, sentence in enumerate(sentences):
            if number == 0 and place == 0:
                continue
            if _STRONG.search(sentence) or (number == final and number > 0 and _WEAK.search(sentence)):
                return number, place
    return (final, 0) if len(paragraphs) >= _LONG_STORY else None


def gives_away(sentence: str) -> bool:
    """Whether a sentence outside the story tells of the ending."""
    return bool(_STRONG.search(sentence))
