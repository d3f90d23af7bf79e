"""Holds a script against its review, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from segment.errors import Where
from segment.model.finding import Finding, Level
from segment.model.review import Review
from segment.script.ear import codes
from segment.script.ear.said import Said, allowed_everywhere, said
from segment.script.ear.sentence import Remark, opening
from segment.script.facts.differing import Facts
from segment.script.facts.provenance import ENOUGH, FEWEST, Places, Source, stems
from segment.script.parsed import Parsed

_LINKING = frozenset(
    stems(
        """I'm here's our my critic film book music theatre food game review reviewer full whole find you'll read website page
        podcast show reads wrote written voice synthetic for with now seen heard good morning evening afternoon thanks thank
        voici notre critique revue site web lire intégrale bonjour bonsoir merci"""
    )
)


def held(
    parsed: Parsed, review: Review, *, file: str = "", allow: frozenset[str] = frozenset(), also: frozenset[str] = frozenset()
) -> tuple[Finding, ...]:
    """Where a script says what its review does not; allowed codes are left out as in :func:`segment.script.ear.hearing.heard`.

    ``also`` are names that the show knows and the review need not. What a host says of his own in INTRO and TAG is only worth a
    remark; in the PIECE the words are the critic's.
    """
    places, facts = Places(review), Facts(review, also)
    allow |= allowed_everywhere(parsed)
    found: list[Finding] = []
    for line in said(parsed):
        where = Where(file=file, line=line.line)
        own = line.role == "host" and line.part != "PIECE"
        for code, message, hint in dict.fromkeys(_line(line, places, facts, review)):
            level: Level = "info" if own and code == codes.FROM_NOWHERE else "warning"
            if code not in allow | line.allow:
                found.append(Finding(code=code, level=level, message=message, hint=hint, where=where))
    return tuple(found)


class Sourced(Struct, frozen=True, kw_only=True):
    """A spoken sentence, and where it is from."""

    line: int
    """Of the script, from 1."""
    role: str
    sentence: str
    bridge: bool
    """True where the script marks it as the show's own."""
    source: Source | None = None
    """The sentence of the review; None for a bridge, for one from nowhere, and for one that says too little to tell."""
    heading: str = ""
    """What that sentence stands under on the page."""


def sources(parsed: Parsed, review: Review) -> tuple[Sourced, ...]:
    """Every spoken sentence with the sentence of the review it came from."""
    places = Places(review)
    found: list[Sourced] = []
    for line in said(parsed):
        for sentence in line.sentences:
            source = None if line.bridge else places.source(sentence)
            source = source if source and source.share >= ENOUGH else None
            heading = review.sections[source.section].heading if source else ""
            found.append(
                Sourced(line=line.line, role=line.role, sentence=sentence, bridge=line.bridge, source=source, heading=heading)
            )
    return tuple(found)


def _line(line: Said, places: Places, facts: Facts, review: Review) -> Iterator[Remark]:
    lost: list[str] = []
    for sentence in line.sentences:
        yield from facts.remarks(sentence)
        if not line.bridge and len(set(stems(sentence)) - places.known) >= FEWEST and not _links(sentence, review):
            source = places.source(sentence)
            if source is None or source.share < ENOUGH:
                lost.append(sentence)
    if lost:
        shown = ", ".join(opening(sentence) for sentence in lost)
        yield codes.FROM_NOWHERE, f"Not from the review: {shown}.", "Mark the line “; bridge” when the words are the show's own."


def _links(sentence: str, review: Review) -> bool:
    """``Here's our film critic, Marc Glassman.``: who speaks, what of, and where the rest is; nothing that could differ."""
    return set(stems(sentence)) <= {*_LINKING, *stems(review.reviewer), *stems(review.title), *stems(review.kind)}
