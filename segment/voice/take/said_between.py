"""What readers say between the sentences of a script when they begin again, as sentences that the embedded voice can read.

A recording that is held against them as well need not take an aside for words of the script that sound a little like it.
"""

from __future__ import annotations

from typing import Final

from segment.model.take import Sentence
from segment.model.utterance import SayWord
from segment.voice.take.language_model import ASIDES

_FRENCH: Final = (
    "pardon", "excusez-moi", "je reprends", "on reprend", "je recommence", "on recommence", "encore une fois", "une autre fois",
    "attends", "attendez", "non pardon", "prise un", "prise deux", "prise trois", "ça tourne", "c'est bon", "merci",
    "un deux trois", "vous m'entendez",
)  # fmt: skip
_KNOWN: Final = {"en": ("sorry", *(aside for aside in ASIDES if " " in aside)), "fr": _FRENCH}
"""Single short words of English are left out: too many sentences begin with them."""


def said_between(language: str) -> tuple[Sentence, ...]:
    """The asides of a language; none where nobody here knows any."""
    return tuple(
        Sentence(line="", words=tuple(SayWord(display=word, say=word) for word in aside.split()))
        for aside in _KNOWN.get(language.casefold().partition("-")[0], ())
    )
