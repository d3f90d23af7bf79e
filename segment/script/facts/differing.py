"""What a spoken sentence says otherwise than the review: a name, who played or made what, a rating, a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from segment.model.review import Review
from segment.script.credits import people
from segment.script.ear import codes
from segment.script.ear.quotes import quotations
from segment.script.ear.sentence import Remark

_NAME = re.compile(r"(?<![\w'’-])[A-ZÀ-ÝŁŠŽ][\w-]*(?:['’][A-ZÀ-Ý]\w+)?")
_PLAYS = r"(?:,? who)? (?:plays?|portrays?|stars? as|is cast as|appears? as|joue|incarne)"
_NEAR = 0.8
"""How alike two names are of which one is the other misspelt."""
_FIRST = 0.85
"""The same for the word that begins a sentence, which may be no name."""
_SMALL = dict(zip("zero one two three four five six seven eight nine ten".split(), range(11), strict=True)) | dict(
    zip("zéro un deux trois quatre cinq six sept huit neuf dix".split(), range(11), strict=True)
)
_FIGURE = rf"(\d+(?:[.,]\d+)?|{'|'.join(_SMALL)})"
_HALF = r"(½| and a half| et demie?)?"
_STARS = re.compile(rf"\b{_FIGURE}{_HALF}[ -](?:stars?|étoiles?)\b", re.IGNORECASE)
_OUT_OF = re.compile(
    rf"\b{_FIGURE}{_HALF} ?(?:stars? |étoiles? )?(?:out of|sur|/) ?(?:five|four|ten|cinq|quatre|dix|4|5|10|100)\b", re.IGNORECASE
)
_MADE = re.compile(r"(?:[Dd]irected by|[Dd]irector(?: is)?|réalisé par) ((?:[A-ZÀ-Ý][\w.'’-]+\s?)+)")


class Facts:
    """What a review says, made ready to hold sentences against; ``also`` are names that the show knows."""

    def __init__(self, review: Review, also: frozenset[str] = frozenset()) -> None:
        self._review = review
        text = " ".join([review.title, review.headline, *(p for s in review.sections for p in s.paragraphs)])
        named = [review.reviewer, *(f"{m.actor} {m.role}" for m in review.cast), *(c.name for c in review.credits), *also]
        facts = [str(getattr(review.facts, field)) for field in review.facts.__struct_fields__]
        whole = " ".join([text, *named, *facts])
        self._words = {_bare(word) for word in re.findall(r"[\w'’-]+", whole)}
        self._lower = {word for word in self._words if word.islower()}
        self._names = sorted({_bare(match[0]) for match in _NAME.finditer(" ".join([text, *named])) if len(match[0]) > 3})
        self._letters = _letters(text)
        self._parts = [(m.actor.split()[-1], m.role) for m in review.cast if m.actor.split() and m.role]
        self._directors = {word for name in people(review, "director") for word in name.split()}
        self._ratings = {rating.value for rating in review.rating if rating.value is not None}

    def remarks(self, sentence: str) -> Iterator[Remark]:
        """Everything that differs in one spoken sentence; one that stands in the review as it is differs in nothing."""
        if _letters(sentence) in self._letters:
            return
        yield from self._spelt(sentence)
        yield from self._played(sentence)
        yield from self._rated(sentence)
        for quote in quotations(sentence):
            if _letters(quote) not in self._letters:
                yield (
                    codes.OTHER_QUOTE,
                    f"The review does not have these words: “{quote}”.",
                    "Quote what is there, or lose the marks.",
                )

    def _spelt(self, sentence: str) -> Iterator[Remark]:
        for match in _NAME.finditer(sentence):
            name = _bare(match[0])
            if len(name) < 4 or name in self._words or name.lower() in self._lower:
                continue
            begins = match.start() == 0 or sentence[: match.start()].rstrip()[-1:] in "“\"'‘—:"
            alike = [
                (SequenceMatcher(None, name.lower(), other.lower()).ratio(), other)
                for other in self._names
                if other[0] == name[0]
            ]
            ratio, nearest = max(alike, default=(0.0, ""))
            swapped = sorted(name.lower()) == sorted(nearest.lower())
            if (swapped or ratio >= (_FIRST if begins else _NEAR)) and nearest not in {name + "s", name[:-1]}:
                yield (
                    codes.OTHER_NAME,
                    f"“{name}” is “{nearest}” in the review.",
                    "Look at the page; the listener knows the name.",
                )

    def _played(self, sentence: str) -> Iterator[Remark]:
        for actor, part in self._parts:
            found = re.search(rf"\b{re.escape(actor)}{_PLAYS} (?:the \w+ )?((?:[A-ZÀ-Ý][\w'’-]+ ?)+)", sentence)
            if found and not set(map(_bare, found[1].split())) & set(map(_bare, part.split())):
                yield codes.OTHER_ROLE, f"In the review {actor} plays {part}, not {found[1].strip()}.", "Look at the cast."
        made = _MADE.search(sentence)
        if made and self._directors and not set(map(_bare, made[1].split())) & self._directors:
            directors = " and ".join(people(self._review, "director"))
            yield codes.OTHER_ROLE, f"The review has {directors} as director, not {made[1].strip()}.", "Look at the credits."

    def _rated(self, sentence: str) -> Iterator[Remark]:
        if not self._ratings:
            return
        for match in (*_OUT_OF.finditer(sentence), *_STARS.finditer(sentence)):
            value = _value(match[1], match[2])
            if value not in self._ratings:
                given = " or ".join(rating.as_given for rating in self._review.rating)
                yield (
                    codes.OTHER_RATING,
                    f"The review gives {given}, and this says “{match[0].strip()}”.",
                    "Say the critic's own rating.",
                )
                return


def _value(figure: str, half: str | None) -> float:
    whole = _SMALL.get(figure.lower())
    return (float(figure.replace(",", ".")) if whole is None else float(whole)) + (0.5 if half else 0.0)


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.replace("’", "'"))


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
