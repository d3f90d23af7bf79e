"""Clips at their posts: what leads into one is said right before it, and the time that is left lies before that."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from segment.mix.events import Cue, Event
from segment.mix.lay import NO_HOLDS, Layout
from segment.model.posts import Posts
from segment.model.script import Clip


def at_posts(lay: Callable[[Mapping[int, int]], Layout], played: Sequence[Event], posts: Posts) -> Layout:
    """The layout in which clips stand at their posts; ``lay`` makes one with waits before some events, by their number.

    Laid out once for itself and once more for each post before which there is time.
    """
    holds: dict[int, int] = {}
    layout = lay(NO_HOLDS)
    for name, number in _leads(played, posts):
        spare = layout.spare.get(name, 0)
        if spare > 0:
            holds[number] = spare
            layout = lay(holds)
    return layout


def _leads(played: Sequence[Event], posts: Posts) -> list[tuple[str, int]]:
    """Each clip with a post, and the number of the event behind the clip before it: there what leads into it begins.

    A clip that no other comes before is not among them: what leads into it is the beginning of the programme.
    """
    found: list[tuple[str, int]] = []
    before = -1
    for number, event in enumerate(played):
        if isinstance(event, Cue) and isinstance(event.item, Clip):
            if before >= 0 and event.item.asset in posts.at_s:
                found.append((event.item.asset, before + 1))
            before = number
    return found
