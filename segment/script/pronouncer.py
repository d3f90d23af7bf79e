"""Pronouncers: ``Marion Cotillard (koh-tee-YAR)``, a respelling in brackets right behind the words it is for.

Not every bracket is one. A respelling is one to six words of syllables joined by hyphens, each syllable all in lower case or all
in capitals, some of either. Without any hyphen it needs two words or more, none of the small words of prose, and
a name before it, ``Palme d'Or (pahlm DOR)``, so that ``(on DVD)``, ``good (so NOT great)``, ``(T-shirt)`` and ``(ex-BBC)`` stay
text.
"""

from __future__ import annotations

from segment.script.sources import fold_dashes
from segment.script.spoken.initialisms import SAID_AS_WORDS, SPELLED

_LONGEST = 80
_MOST_WORDS = 6
_PROSE = frozenset(
    """a about also an and are as at based both but by came co directed dubbed early ex first for former formerly from have her
    his hosted in into is it its last late less live made mid more my near new non not now of old on only or original our out over
    part plus post pre quote re reviewed see set since some starring than that the their then these this to under until up via
    was were which who with without www""".split()
)
"""Lower-case words that make a bracket without hyphens prose."""
_OPENING = frozenset('—–/([{"“‘«¿¡')
"""Marks a covered word does not reach back over."""


def respelling(bracketed: str) -> str | None:
    """The respelling between two brackets, hyphens and spaces made regular; None when it is ordinary text."""
    if len(bracketed) > _LONGEST:
        return None
    words = fold_dashes(bracketed).replace("’", "'").split()
    if not 1 <= len(words) <= _MOST_WORDS:
        return None
    syllables = [syllable.replace("'", "") for word in words for syllable in word.split("-")]
    if not all(s.isalpha() and (s.islower() or s.isupper()) for s in syllables):
        return None
    stressed = [s for s in syllables if s.isupper()]
    hyphened = len(syllables) > len(words)
    if not stressed or len(stressed) == len(syllables) or any(len(s) == 1 for s in stressed):
        return None
    if any(s in SPELLED or s in SAID_AS_WORDS for s in stressed):
        return None
    if not hyphened and any(word in _PROSE for word in words):
        return None
    return " ".join(words)


def covered(before: str, respelled: str) -> int:
    """Where the words begin that a pronouncer behind ``before`` is for; ``len(before)`` when there are none.

    As many words as the respelling has; fewer where a dash, a quotation mark or the beginning comes first.
    """
    start = at = len(before)
    for _ in respelled.split():
        while at > 0 and before[at - 1].isspace():
            at -= 1
        end = at
        while at > 0 and not before[at - 1].isspace() and before[at - 1] not in _OPENING:
            at -= 1
        if not any(c.isalnum() for c in before[at:end]):
            break
        start = at
        if at > 0 and not before[at - 1].isspace():
            break
    return start
