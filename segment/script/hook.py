"""The line of the review with which a host can open: a fact about the work that tells listeners why it matters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from segment.model.review import Review
from segment.script import cut
from segment.script.leaning import leans
from segment.script.leave_out import TIME_WORDS
from segment.script.material import Candidate
from segment.script.phrases import any_of

_FACT = any_of(r"""
    won|wins|winning|winner|nominated|nomination|shortlisted|longlisted|prize|award|awards|acclaim(?:ed)?
    oscars?|academy awards?|bafta|palme d'or|golden globes?|grammys?|mercury prize|pulitzer|booker|tony|emmy|michelin
    cannes|sundance|venice|berlin|toronto|festival|anticipated|billed|premi[eè]red?|debut|first|returns?|homecoming|reunion|revival
    based on|adapted|adaptation|bestsell\w+|best-sell\w+|sold out|million|record|anniversary|sequel|prequel|follow-up|comeback
""")
_OWN = re.compile(r"(?<!\w)(?:I|me|my|mine|I'm|I've|we|our|je|mon|ma|mes|nous)(?!\w)")
_LONGEST = 34
"""Words a host can say as one line, with a name and a hand-over still to come."""


class Hook(Struct, frozen=True, kw_only=True):
    """A sentence for the INTRO."""

    place: int
    """Which candidate it is."""
    text: str
    out: tuple[str, ...] = ()
    """What was cut from it."""


def hook(candidates: Sequence[Candidate], needs: Sequence[frozenset[int]], review: Review) -> Hook | None:
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
        led = cut.lead(candidate.text, review.title)
        short = cut.breath(led.text, _LONGEST)
        facts = len(_FACT.findall(short.text))
        if review.title not in short.text or not facts or len(short.text.split()) > _LONGEST:
            continue
        if leans(short.text) or _OWN.search(short.text) or TIME_WORDS.search(short.text):
            continue
        if not background and sum(1 for wanted in needs if place in wanted) > 1:
            continue
        found.append((-int(background), -facts, Hook(place=place, text=short.text, out=(*led.out, *short.out))))
    return min(found, key=lambda entry: entry[:2])[2] if found else None
