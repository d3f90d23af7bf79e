"""Whether a sentence stands on its own, or leans on the one before it by its opening or its pronouns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from segment.script.phrases import either

_OPENS_ON = re.compile(
    either(r"""
        it|its|it's|this|that|that's|these|those|such|both|neither|either|the former|the latter|the two|the pair|the result
        he|he's|his|him|she|she's|her|hers|they|they're|their|theirs|them|another|others?|the effect
        one of (?:them|these|those|his|her|its)
        but|and|so|or|nor|yet|however|still|then|also|too|though|although it|besides|instead|meanwhile|otherwise|likewise
        therefore|thus|hence|indeed|even so|even then|more so|moreover|furthermore|similarly|as a result|for example|for instance
        in fact|of course|first off|secondly|(?:after|because of) (?:this|that)|here|there again|not that|nor is|same
        oh|well|at first|soon|later|next
        il|elle|ils|elles|c'est|cela|ça|ce dernier|cette dernière|mais|et|donc|or|pourtant|cependant|puis|ensuite|ainsi|ici
        son|sa|ses
    """)
    + r"(?![\w-])",
    re.IGNORECASE,
)
_PERSON = "he|she|they|him|her|them|his|their|il|elle|ils|elles"
_SUBJECT = re.compile(
    rf"^\S+ (?:\S+ )?(?:{_PERSON})(?![\w-])|, (?:he|she|they|his|her|il|elle|ils|elles)(?![\w-])", re.IGNORECASE
)
"""A person without a name: among the first words, or where the main clause begins."""
_IMPERSONAL = re.compile(
    r"(?:there(?:'s| is| are)|it(?:'s| is| was| takes| would be) (?:not )?(?:hard|easy|rare|true|clear|time)\b)", re.IGNORECASE
)
NAME = re.compile(r"(?<![\w'-])[A-ZÀ-Ý][\w-]*[a-zà-ÿ][\w-]*")
"""A word in capitals, such as a name."""
_ORDINARY = """
    a an the in on at by for from of to with without after before as while when where if because since once until unless what who
    although though despite besides like unlike during throughout through over under between among thoroughly slowly quickly
    clearly how why there here every each all some many most few no not never now then today years watch see hear take give
"""
"""Words that begin a sentence and name nobody."""


def leans(sentence: str) -> bool:
    """Whether a sentence cannot be understood, or not be heard as a beginning, without the one before it."""
    if _IMPERSONAL.match(sentence):
        return False
    if _OPENS_ON.match(sentence):
        return True
    pronoun = _SUBJECT.search(sentence)
    if pronoun is None:
        return False
    # A name in front of the pronoun is what it stands for.
    before = sentence[: pronoun.start()]
    return not any(match.start() > 0 or match[0].lower() not in _ORDINARY.split() for match in NAME.finditer(before))


def orphans(sentences: Sequence[str], spoken: Sequence[bool]) -> set[int]:
    """Places in a paragraph of sentences that lean on one that is not spoken: they go with it.

    A pronoun for a person reaches back over what is left out, as long as something before it in the paragraph is spoken.
    """
    gone: set[int] = set()
    for place in range(1, len(sentences)):
        before = spoken[place - 1] and place - 1 not in gone
        if not spoken[place] or before or not leans(sentences[place]):
            continue
        reaches = re.match(rf"(?:{_PERSON})\b", sentences[place], re.IGNORECASE)
        if not (reaches and any(spoken[earlier] and earlier not in gone for earlier in range(place))):
            gone.add(place)
    return gone
