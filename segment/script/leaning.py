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
        oh|well|at first|soon|later|next|yes|no|exactly|worse|better still|by contrast|by comparison|for one thing|for once
        (?:in|by|with|from|to|at|for|on|of|like|after|before|beyond|without|given) (?:this|that|these|those|them|which|there)
        (?:in|at) (?:other words|a sense|doing so|the same time|comparison|turn|response)|having said (?:this|that)|that said
        (?:all|none|much|most|some|many|few|half|part|each|any|either|several|two) of (?:this|that|these|those|them|it|which)
        all (?:this|that|these|those)|on the other hand|on top of|along the way|at any rate|as such|as well|even (?:here|there)
        (?:after|within) (?:a |some |several |\w+ ){1,2}(?:moments?|minutes?|hours?|days?|weeks?|months?|years?|while|listens?)
        (?:a few|some|several|\w+) (?:moments|minutes|hours|days|weeks|months|years) (?:later|after|on)
        the (?:rest|other|others|same|catch|trouble with|first one|second one)|the (?:only |one )?(?:problem|catch|trouble|result)
        nothing (?:could|can|would) be (?:made )?(?:more|less|\w+er)
        the (?:first|second|third|next|last) time (?:a?round|through)|if (?:this|that|it|he|she|they)
        to (?:diminish|reduce|call|say) \S+ to
        il|elle|ils|elles|c'est|cela|ça|ce dernier|cette dernière|mais|et|donc|or|pourtant|cependant|puis|ensuite|ainsi|ici
        son|sa|ses|leurs?|lui|eux|ce sont|celui-ci|celle-ci|ceux-ci|celles-ci|l'un|l'une|l'autre|les deux|tous deux|toutes deux
        car|alors|dès lors|en effet|en revanche|toutefois|néanmoins|d'ailleurs|de même|de plus|par ailleurs|au contraire|bref
        surtout|reste que|voilà|c'était|ce n'est|ce fut|y|là|autre|tout cela|tout ça|aussi|même si (?:il|elle)|à son tour|quant à
    """)
    + r"(?![\w-])",
    re.IGNORECASE,
)
_PERSON = "he|she|they|him|her|them|his|their|il|elle|ils|elles"
_SUBJECT = re.compile(
    rf"^\S+ (?:\S+ )?(?:{_PERSON})(?![\w-])"
    rf"|^(?:if|when|whenever|since|because|unless|although|quand|lorsque|comme) [^,]*? (?:{_PERSON})(?![\w-])"
    r"|, (?:he|she|they|his|her|il|elle|ils|elles|that's|that is|this is)(?![\w-])",
    re.IGNORECASE,
)
"""A person without a name: among the first words, or where the main clause begins."""
_CONNECTED = re.compile(
    r"(?:\S+ ){1,5}?(?:likewise|also|again|similarly|therefore)\b|(?:\S+ ){0,4}?\S+, (?:however|though|too|meanwhile|in turn)\b"
    r"|(?:\S+ ){1,5}?(?:également|aussi|à son tour|quant à (?:lui|elle|eux))\b|(?:cet?|cette|ces) [a-zà-ÿ]"
    r"|(?:\S+ ){1,2}?(?:this|that) (?:is|was|has|may|might|could|would|makes|means)\b"
    r"|(?:\S+ ){1,6}?(?:has|have|had|is|are|was|were|with) the same (?![^.]*\bas\b)"
    r"|(?:having|being)\b[^,]*, it\b"
    r"|the (?:[\w-]+,? ){1,5}?(?:it|he|she|they) \w|.*, (?:though|too|either|as well|however|aussi|non plus)[.!?]",
    re.IGNORECASE,
)
"""What ties a sentence to the one before from behind its first words: ``Director Peter Reid likewise``."""
_SEVERAL = re.compile(r"(?:they|them|their|ils|elles|leurs?)\b", re.IGNORECASE)
_IMPERSONAL = re.compile(
    r"(?:there(?:'s| is| are) (?!also|another)|it(?:'s| is| was| takes| would be) (?:not )?(?:hard|easy|rare|true|clear|time)\b)",
    re.IGNORECASE,
)
NAME = re.compile(r"(?<![\w'-])[A-ZÀ-Ý][\w-]*[a-zà-ÿ][\w-]*")
"""A word in capitals, such as a name."""
_ORDINARY = """
    a an the in on at by for from of to with without after before as while when where if because since once until unless what who
    although though despite besides like unlike during throughout through over under between among thoroughly slowly quickly
    clearly how why there here every each all some many most few no not never now then today years watch see hear take give
"""
"""Words that begin a sentence and name nobody."""


def opens_only(word: str) -> bool:
    """Whether a word in capitals is only the beginning of a sentence, and no name."""
    return word.lower() in _ORDINARY.split() or word.endswith(("ing", "ed")) or bool(_OPENS_ON.match(word))


def leans(sentence: str) -> bool:
    """Whether a sentence cannot be understood, or not be heard as a beginning, without the one before it."""
    if _IMPERSONAL.match(sentence):
        return False
    if _OPENS_ON.match(sentence) or _CONNECTED.match(sentence):
        return True
    pronoun = _SUBJECT.search(sentence)
    if pronoun is None:
        return False
    # A name in front of the pronoun is what it stands for; one name is not several people.
    said = pronoun[0].split()[-1]
    before = sentence[: pronoun.end() - len(said)]
    names = [match for match in NAME.finditer(before) if match.start() > 0 or not opens_only(match[0])]
    return not names or (bool(_SEVERAL.match(said)) and len(names) == 1 and not names[0][0].endswith("s"))


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
