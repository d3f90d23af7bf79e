"""What a sentence is worth to a listener who hears only a part of the review."""

from __future__ import annotations

from collections.abc import Sequence

from segment.model.review import Review
from segment.script.credits import surname
from segment.script.headings import Block
from segment.script.judging import happens, judgement, says_what_it_is, turns
from segment.script.leaning import NAME, leans
from segment.script.leave_out import time_bound
from segment.script.material import Candidate

_WORTH: dict[Block, float] = {"verdict": 2.4, "story": 1.7, "acting": 1.7, "maker": 1.5, "background": 0.7}
_PLAIN_WORTH = 1.5
_USUAL = 18
"""Words of the sentence to which these figures belong; longer ones are worth more, though not by all their words."""
_BY_LENGTH = 0.9
_JUDGEMENT = 0.45
"""What each word of praise or blame adds."""
_REASON = 0.5
"""What a sentence has over others that stands behind a judgement, and most often gives the reason for it."""
_LEADS_UP = 0.6
"""Share of the next sentence's judgement that one has which leads up to it."""
_FIRST = 3.0
"""What the first sentence has over others, as the beginning the critic chose."""
_PREMISE = 3.5
"""What the sentence has over others that says what the work is about."""
_EVENT = 7.0
"""What the sentence has over others that tells what sets the story going, in which it comes soon after what it is about."""
_SET_UP = 0.9
"""What the two sentences have over others that go on from it."""
FADING = 0.4
FADING_FAST = 1.0
"""What a paragraph of a story is worth less than the one before, and what in a minute."""
_LAST = 4.0
"""What the critic's last judgement has over others."""
_EARLY = 0.45
_SOON = 12
"""Share of a review without headings in which the premise stands, and sentences within which it must."""
_SOON_IN_A_STORY = 3
"""Sentences of a story, and half of a longer one, in which what sets it going must stand."""
_WHOLE_THOUGHT = 5
"""Words below which a sentence of a verdict is a fragment, and says little alone."""
_EASY = 24
"""Words beyond which praise and blame are spread thin."""
_LONG = 30
_TOO_LONG = 38
"""Words beyond which a sentence is hard to take in, and very hard."""


def worth(candidates: Sequence[Candidate], review: Review, *, gist: bool = False, fading: float = FADING) -> tuple[float, ...]:
    """How much each sentence is worth: what the work is, who is in it, what the critic makes of it and why, the verdict.

    For the ``gist`` it is the verdict that counts, and in it what names the work. ``fading`` is what each further paragraph of a
    story is worth less than the one before.
    """
    if not candidates:
        return ()
    if gist:
        return _gist(candidates, review)
    people = {name for member in review.cast for name in NAME.findall(member.actor)}
    people |= {name for credit in review.credits for name in NAME.findall(credit.name)}
    stars = [surname(member.actor) for member in review.cast[:2]]
    premise, last = _premise(candidates), closing(candidates, review)
    event = _event(candidates, premise)
    found: list[float] = []
    heard: set[str] = set()
    told = 0
    place_in = 0
    for place, candidate in enumerate(candidates):
        before = candidates[place - 1] if place else None
        same = before is not None and before.paragraph == candidate.paragraph
        place_in = place_in + 1 if same else 0
        if before is not None and not same:
            told = told + 1 if before.block == candidate.block else 0
        judged = _judged(candidates, place)
        value = _WORTH.get(candidate.block, _PLAIN_WORTH)
        value += _JUDGEMENT * judged * min(1.0, _EASY / candidate.words)
        if candidate.block == "verdict" and not judged:
            value -= 1.5
        elif same and before is not None and judgement(before.text) >= 1:
            value += _REASON
        value += (0.7, 0.2, 0.0)[min(2, place_in)]
        if candidate.block == "story":
            value -= fading * min(4, told)
        names = set(NAME.findall(candidate.text)) & people
        introduces = 0.5 if names - heard else 0.0
        if introduces and judged and names & set(stars):
            introduces = 1.5 if names & set(stars[:1]) else 1.0
        heard |= names
        if candidate.block == "verdict" and review.title and review.title in candidate.text:
            value += 1.0
        if candidate.block != "verdict" and review.title and review.title in candidate.text:
            value += 0.5
        value -= (0.5 if candidate.words > _LONG else 0.0) + (0.7 if candidate.words > _TOO_LONG else 0.0)
        if time_bound(candidate.text):
            value -= 2.0
        size = (candidate.words / _USUAL) ** _BY_LENGTH
        extra = _FIRST * (0.5 if premise not in {-1, 0} else 1.0) if place == 0 and not time_bound(candidate.text) else 0.0
        extra += introduces
        extra += _PREMISE if place == premise else 0.0
        extra += _EVENT if place == event else 0.0
        extra += _SET_UP if premise >= 0 and 0 < place - premise <= 2 and same else 0.0
        extra += _LAST if place == last else 0.0
        found.append(max(0.2, value) * size + extra)
    return tuple(found)


def _judged(candidates: Sequence[Candidate], place: int) -> float:
    """How much a sentence judges, or leads up to: one that the next takes up has a share of what that says."""
    here = candidates[place]
    judged = judgement(here.text)
    following = candidates[place + 1] if place + 1 < len(candidates) else None
    if following is None or following.paragraph != here.paragraph or not (leans(following.text) or turns(following.text)):
        return judged
    return max(judged, _LEADS_UP * judgement(following.text))


def closing(candidates: Sequence[Candidate], review: Review) -> int:
    """The place of the sentence to end on: the last that judges or names the work, in the last two paragraphs; else the last.

    A verdict that the page itself calls one ends where the critic ends it, if it judges there or just before.
    """
    final = len(candidates) - 1
    near = candidates[final].paragraph - 1
    place = final
    while place >= 0 and candidates[place].paragraph >= near:
        text = candidates[place].text
        if judgement(text) or (review.title and review.title in text):
            break
        place -= 1
    else:
        return final
    # What leans on the last judgement belongs to it: "I wouldn't touch another note."
    while place < final and candidates[place + 1].paragraph == candidates[place].paragraph and leans(candidates[place + 1].text):
        place += 1
    return place


def _premise(candidates: Sequence[Candidate]) -> int:
    """The place of the sentence that says what the work is about, or −1."""
    story = next((place for place, candidate in enumerate(candidates) if candidate.block == "story"), -1)
    if story >= 0:
        return story
    early = min(_SOON, max(1, round(len(candidates) * _EARLY)))
    for place, candidate in enumerate(candidates[:early]):
        if candidate.block != "verdict" and says_what_it_is(candidate.text) and not time_bound(candidate.text):
            return place
    return -1


def _event(candidates: Sequence[Candidate], premise: int) -> int:
    """The place of the first thing that happens in a story told under a heading of its own, or −1.

    One that stands far into the story is not what sets it going.
    """
    if premise < 0 or candidates[premise].block != "story":
        return -1
    story = [place for place, candidate in enumerate(candidates) if candidate.block == "story"]
    early = story[: max(_SOON_IN_A_STORY, len(story) // 2)]
    found = next((place for place in early if happens(candidates[place].text)), -1)
    return -1 if found == premise else found


def _gist(candidates: Sequence[Candidate], review: Review) -> tuple[float, ...]:
    """As :func:`worth` where there is room for what it comes to and no more: the first line of a story says nothing alone."""
    found: list[float] = []
    last = closing(candidates, review)
    for place, candidate in enumerate(candidates):
        value = 4.0 if candidate.block == "verdict" else 0.1 + place / len(candidates)
        if candidate.block != "story":
            value += 9.0 if review.title and review.title in candidate.text else 0.0
        value += _JUDGEMENT * judgement(candidate.text)
        if candidate.words < _WHOLE_THOUGHT:
            value *= 0.2
        found.append(value - (0.6 if candidate.words > _LONG or time_bound(candidate.text) else 0.0))
    found[last] += 6.0
    return tuple(max(0.1, value) for value in found)
