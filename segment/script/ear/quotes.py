"""Quotations in spoken text: whose they are, and whether the review has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from segment.script.phrases import any_of

_QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"|«\s*([^»]+?)\s*»")
_FEWEST = 4
"""Words of a quotation that is somebody's, and not a word held up."""
_SAYING = any_of("""
    (?:say|sai|tell|told|ask|write|wrote|written|call|quip|shout|sing|sang|sung|whisper|answer|repl|insist|declare|argue)\\w*
    (?:explain|admit|motto|proverb|saying|phrase)\\w*
    (?:announc|remark|promis|claim|add|mutter|cry|cries|cried|reads?|goes|puts? it|begins?|according|quot|line|words)\\w*
    (?:tagline|lyrics?|chorus|verse|title|song|poem|question|answer|message|letter|subtitle|named|speech)\\w*
    (?:dit|disent|disait|écrit|demande|répond|appelle|lance|déclare|selon|chante|murmure|mots?|titre|chanson|réplique)\\w*
""")


def quotations(sentence: str) -> Iterator[str]:
    """What stands in quotation marks, long enough to be somebody's words, and is no title."""
    for match in _QUOTED.finditer(sentence):
        text = next(group for group in match.groups() if group)
        words = text.split()
        capitals = sum(word[:1].isupper() for word in words)
        if len(words) >= _FEWEST and capitals * 2 <= len(words):
            yield text


def unattributed(sentence: str, before: str) -> str:
    """The quotation of a sentence in which nobody is said to speak, nor in the one before it; or empty."""
    text = next(quotations(sentence), "")
    if not text:
        return ""
    around = sentence.replace(text, "")
    return "" if _SAYING.search(around) or _SAYING.search(before) else text
