"""Which language a text is in, by its commonest words."""

from __future__ import annotations

from segment.review.word_table import words

_COMMON = {
    "en": words(
        """the and of to is in that it with for his her this but on as are not who be from has at an by they he she was have
        you its"""
    ),
    "fr": words(
        """le la les des et est une un du que qui dans pour en pas sur avec ce il elle au plus par sont mais cette son ses ne
        se aux"""
    ),
}
_ENOUGH = 8
_MAX_WORDS = 3000


def language(text: str) -> str:
    """``en`` or ``fr`` where one of them is clear, else empty."""
    spoken = text[: _MAX_WORDS * 12].casefold().replace("’", " ").replace("'", " ").split()[:_MAX_WORDS]
    counts = sorted(((sum(word in common for word in spoken), tag) for tag, common in _COMMON.items()), reverse=True)
    (most, tag), (next_most, _) = counts[0], counts[1]
    return tag if most >= _ENOUGH and most >= 2 * next_most else ""
