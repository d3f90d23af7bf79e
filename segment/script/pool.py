"""The pool a script is chosen from: what the host opens with, what the critic can say, and what it is worth."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from segment.model.review import Review
from segment.script.choose import Chosen, best, choices
from segment.script.credits import is_french, people
from segment.script.hook import Hook, hook
from segment.script.judging import loosened
from segment.script.kinds import kind
from segment.script.kinds import words as kind_words
from segment.script.material import Candidate, Material
from segment.script.needs import needs
from segment.script.worth import FADING, FADING_FAST, worth

_SHORT_S = 75.0
"""Seconds below which the host has time for a short sentence of the review only, and for one that names who made the work."""
_SHORT_HOOK = 22
"""Words of such a sentence."""
_FASTEST = 260
"""Words a minute that no reader goes beyond."""
_LONGEST_S = 300.0
"""Seconds of talk that are chosen from where there is no slot."""
_GIST_S = 40.0
"""The longest slot that holds no more than what the review comes to."""
_ENOUGH = 20
"""Words of a verdict that can stand alone."""
_MAKERS = {
    "film": ("director",),
    "documentary": ("director",),
    "book": ("author", "writer"),
    "album": ("artist",),
    "theatre": ("director", "writer"),
    "opera": ("director", "composer"),
}


class Choice(Struct, frozen=True, kw_only=True):
    """Sentences for one length."""

    said: tuple[Candidate, ...]
    complete: bool
    """True when nothing had to go for time."""
    value: float = 0.0
    """What it is worth, beside other choices from the same review."""

    @property
    def words(self) -> int:
        """Length in words."""
        return sum(candidate.words for candidate in self.said)


class Pool(Struct, frozen=True, kw_only=True):
    """Everything the piece may be made of."""

    candidates: tuple[Candidate, ...]
    choices: tuple[Chosen, ...]
    """The best choice of every length, the shortest first."""
    hook: str
    """What the host opens with, or empty."""
    hook_out: tuple[str, ...]
    """What was cut from the sentences it is made of."""
    lost: tuple[Candidate, ...]
    """What leaned on the sentence the host now says."""
    maker: str
    """Word for who made the work, such as ``director``."""
    work: str
    """Word for the work, such as ``film``."""

    @property
    def words(self) -> int:
        """All of it, in words."""
        return sum(candidate.words for candidate in self.candidates)

    def choose(self, budget: int) -> Choice:
        """The best sentences within about ``budget`` words."""
        if budget >= self.words:
            return Choice(said=self.candidates, complete=True, value=self.choices[-1].value)
        found = best(self.choices, budget)
        said = tuple(_untied(self.candidates, place, set(found.places)) for place in found.places)
        return Choice(said=said, complete=len(said) == len(self.candidates), value=found.value)


def _untied(candidates: Sequence[Candidate], place: int, said: set[int]) -> Candidate:
    """The sentence, without the connective that tied it to one that is not said."""
    candidate = candidates[place]
    bare = loosened(candidate.text)
    if not place or place - 1 in said or bare == candidate.text or candidate.keep:
        return candidate
    return replace(candidate, text=bare, out=(*candidate.out, candidate.text.split()[0].rstrip(",")))


def pool(
    found: Material,
    review: Review,
    *,
    slot_s: float | None = None,
    language: str = "en",
    heard: Callable[[Candidate, str], str] = lambda first, hook: hook,
) -> Pool:
    """What there is to choose from, the host's opening line taken out where the slot has room for one.

    ``heard`` says what a listener has heard when the critic begins, given a sentence and the host's opening line: a name that
    stands in it is known.
    """
    candidates = found.candidates
    gist = slot_s is not None and slot_s <= _GIST_S
    opening = None if gist else _opening(candidates, review, slot_s)
    gone = opening.gone | set(opening.places) if opening else frozenset()
    left = tuple(candidate for place, candidate in enumerate(candidates) if place not in gone)
    line = opening.text if opening else ""
    leaning = needs(left, review, known=heard(left[0], line))
    words = kind_words(kind(review.kind), language)
    made_by = _MAKERS.get(kind(review.kind).name, ())
    return Pool(
        candidates=left,
        choices=choices(
            left,
            _verdict_alone(left, leaning) if gist else leaning,
            worth(left, review, gist=gist, fading=FADING_FAST if slot_s is not None and slot_s <= _SHORT_S else FADING),
            round((slot_s or _LONGEST_S) * _FASTEST / 60),
        ),
        hook=line,
        hook_out=(*(piece for place in opening.places for piece in candidates[place].out), *opening.out) if opening else (),
        lost=tuple(candidates[place] for place in sorted(opening.gone)) if opening else (),
        maker=next((role for role in made_by if role == "artist" or people(review, role)), made_by[0] if made_by else ""),
        work=words.the if is_french(language) else words.noun,
    )


def _opening(candidates: Sequence[Candidate], review: Review, slot_s: float | None) -> Hook | None:
    """The host's opening line, or None where there is none, no room for it, or something that may not go with it."""
    opening = hook(candidates, review)
    if opening is None:
        return None
    if slot_s is not None and slot_s < _SHORT_S:
        makers = [member.actor for member in review.cast] + [credit.name for credit in review.credits]
        names_one = not makers or any(name in opening.text for name in makers)
        if len(opening.text.split()) > _SHORT_HOOK or not names_one:
            return None
    gone = opening.gone | set(opening.places)
    if any(candidates[place].keep for place in opening.gone) or len(gone) == len(candidates):
        return None
    return opening


def _verdict_alone(left: tuple[Candidate, ...], leaning: tuple[frozenset[int], ...]) -> tuple[frozenset[int], ...]:
    """The needs of a gist: what is not the verdict does not come back once it has gone, where the verdict is long enough."""
    if sum(candidate.words for candidate in left if candidate.block == "verdict") < _ENOUGH:
        return leaning
    return tuple(
        wanted if candidate.block == "verdict" else wanted | {-1} for candidate, wanted in zip(left, leaning, strict=True)
    )
