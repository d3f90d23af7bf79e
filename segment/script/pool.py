"""The pool a script is chosen from: what the host opens with, what the critic can say, and what it is worth."""

from __future__ import annotations

from msgspec import Struct

from segment.model.review import Review
from segment.script.choose import choose, worth
from segment.script.credits import is_french, people
from segment.script.hook import hook
from segment.script.kinds import kind
from segment.script.kinds import words as kind_words
from segment.script.material import Candidate, Material
from segment.script.needs import needs

_SHORT_S = 75.0
"""Seconds below which the host has time for a short sentence of the review only; a longer one is left to the critic."""
_SHORT_HOOK = 22
"""Words of such a sentence."""
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

    @property
    def words(self) -> int:
        """Length in words."""
        return sum(candidate.words for candidate in self.said)


class Pool(Struct, frozen=True, kw_only=True):
    """Everything the piece may be made of."""

    candidates: tuple[Candidate, ...]
    needs: tuple[frozenset[int], ...]
    values: tuple[float, ...]
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
        places = choose(self.candidates, self.needs, self.values, budget)
        return Choice(said=tuple(self.candidates[place] for place in places), complete=len(places) == len(self.candidates))


def pool(found: Material, review: Review, *, slot_s: float | None = None, language: str = "en") -> Pool:
    """What there is to choose from, the host's opening line taken out where the slot has room for one."""
    candidates = found.candidates
    gist = slot_s is not None and slot_s <= _GIST_S
    opening = None if gist else hook(candidates, review)
    if opening and slot_s is not None and slot_s < _SHORT_S and len(opening.text.split()) > _SHORT_HOOK:
        opening = None
    if opening and any(candidates[place].keep for place in opening.gone):
        opening = None
    gone = opening.gone | set(opening.places) if opening else frozenset()
    if len(gone) == len(candidates):
        opening, gone = None, frozenset()
    left = tuple(candidate for place, candidate in enumerate(candidates) if place not in gone)
    leaning = needs(left, review, known=opening.text if opening else "")
    words = kind_words(kind(review.kind), language)
    made_by = _MAKERS.get(kind(review.kind).name, ())
    return Pool(
        candidates=left,
        needs=_verdict_alone(left, leaning) if gist else leaning,
        values=worth(left, review, gist=gist),
        hook=opening.text if opening else "",
        hook_out=(*(piece for place in opening.places for piece in candidates[place].out), *opening.out) if opening else (),
        lost=tuple(candidates[place] for place in sorted(opening.gone)) if opening else (),
        maker=next((role for role in made_by if role == "artist" or people(review, role)), made_by[0] if made_by else ""),
        work=words.the if is_french(language) else words.noun,
    )


def _verdict_alone(left: tuple[Candidate, ...], leaning: tuple[frozenset[int], ...]) -> tuple[frozenset[int], ...]:
    """The needs of a gist: what is not the verdict does not come back once it has gone, where the verdict is long enough."""
    if sum(candidate.words for candidate in left if candidate.block == "verdict") < _ENOUGH:
        return leaning
    return tuple(
        wanted if candidate.block == "verdict" else wanted | {-1} for candidate, wanted in zip(left, leaning, strict=True)
    )
