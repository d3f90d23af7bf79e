"""The line of the review with which a host can open: a fact about the work that tells listeners why it matters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from segment.model.review import Review
from segment.script import cut
from segment.script.leaning import leans
from segment.script.leave_out import time_bound
from segment.script.material import Candidate
from segment.script.phrases import any_of

_FACT = any_of(r"""
    won|wins|winning|winner|nominated|nomination|shortlisted|longlisted|prize|award|awards|acclaim(?:ed)?
    oscars?|academy awards?|bafta|palme d'or|golden globes?|grammys?|mercury prize|pulitzer|booker|tony|emmy|michelin
    cannes|sundance|venice|berlin|toronto|festival|anticipated|billed|premi[eè]red?|debut|first|returns?|homecoming|reunion|revival
    based on|adapted|adaptation|bestsell\w+|best-sell\w+|sold out|million|record|anniversary|sequel|prequel|follow-up|comeback
""")
_OWN = re.compile(r"(?<!\w)(?:I|me|my|mine|I'm|I've|we|our|je|mon|ma|mes|nous)(?!\w)")
_LONGEST = 40
"""Words a host can say before a hand-over."""
_LONGEST_LINE = 34


class Hook(Struct, frozen=True, kw_only=True):
    """One sentence for the INTRO, or two that belong together."""

    places: tuple[int, ...]
    """Which candidates it is made of."""
    text: str
    out: tuple[str, ...] = ()
    """What was cut from it."""
    gone: frozenset[int] = frozenset()
    """Candidates that lean on it and cannot follow the hand-over."""


def hook(candidates: Sequence[Candidate], review: Review) -> Hook | None:
    """The best line to open with, or None where the review has none that names the work and states a fact.

    A critic's opinion is never put into the host's mouth: only the background, or facts of the first paragraph, are asked.
    """
    if not review.title:
        return None
    found: list[tuple[int, int, Hook]] = []
    for place, candidate in enumerate(candidates):
        background = candidate.block == "background"
        if not (background or candidate.paragraph == candidates[0].paragraph) or candidate.block == "verdict":
            continue
        for made in _made_from(candidates, place, review.title):
            facts = len(_FACT.findall(made.text))
            spoken = (made.text, len(made.text.split()) <= _LONGEST)
            if review.title not in made.text or not facts or not spoken[1] or leans(made.text):
                continue
            if _OWN.search(made.text) or time_bound(made.text) or (not background and len(made.gone) > 1):
                continue
            found.append((-int(background), -facts, made))
    return min(found, key=lambda entry: entry[:2])[2] if found else None


def _made_from(candidates: Sequence[Candidate], place: int, title: str) -> Iterator[Hook]:
    """The sentence alone, and with the one that leans on it."""
    led = cut.lead(candidates[place].text, title)
    short = cut.breath(led.text, _LONGEST_LINE)
    yield Hook(places=(place,), text=short.text, out=(*led.out, *short.out), gone=_after(candidates, place))
    following = _after(candidates, place)
    if place + 1 in following:
        both = f"{short.text} {candidates[place + 1].text}"
        yield Hook(places=(place, place + 1), text=both, out=(*led.out, *short.out), gone=_after(candidates, place + 1))


def _after(candidates: Sequence[Candidate], place: int) -> frozenset[int]:
    """The sentences right behind a place, in its paragraph, that lean on it."""
    gone: set[int] = set()
    for later in range(place + 1, len(candidates)):
        if candidates[later].paragraph != candidates[place].paragraph or not leans(candidates[later].text):
            break
        gone.add(later)
    return frozenset(gone)
