"""The pool a script is chosen from: what the host opens with, what the critic can say, and what it is worth."""

from __future__ import annotations

from msgspec import Struct

from segment.model.review import Review
from segment.script.choose import choose, worth
from segment.script.credits import people
from segment.script.hook import hook
from segment.script.kinds import kind
from segment.script.material import Candidate, Material
from segment.script.needs import needs

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


def pool(found: Material, review: Review, *, opening_line: bool = True) -> Pool:
    """What there is to choose from, the host's opening line taken out where there is room for one."""
    candidates = found.candidates
    opening = hook(candidates, review) if opening_line else None
    if opening and any(candidates[place].keep for place in opening.gone):
        opening = None
    gone = opening.gone | set(opening.places) if opening else frozenset()
    if len(gone) == len(candidates):
        opening, gone = None, frozenset()
    left = tuple(candidate for place, candidate in enumerate(candidates) if place not in gone)
    made_by = _MAKERS.get(kind(review.kind).name, ())
    return Pool(
        candidates=left,
        needs=needs(left, review, known=opening.text if opening else ""),
        values=worth(left, review),
        hook=opening.text if opening else "",
        hook_out=(*(piece for place in opening.places for piece in candidates[place].out), *opening.out) if opening else (),
        lost=tuple(candidates[place] for place in sorted(opening.gone)) if opening else (),
        maker=next((role for role in made_by if role == "artist" or people(review, role)), made_by[0] if made_by else ""),
        work=kind(review.kind).noun,
    )
