"""How far an episode is: each segment's state and length, where it would begin, and what that means for its posts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from segment.errors import SegmentError
from segment.media import heard, text
from segment.model.episode import Episode, EpisodeMade, EpisodeRow, EpisodeSegment, EpisodeStatus
from segment.model.finding import Finding
from segment.model.project import Project
from segment.model.script import Clip, Pause, Script, Speech
from segment.model.voice import WORDS_PER_MINUTE
from segment.project.drafts import LIMIT, roles_of
from segment.project.episode.inlay import cut
from segment.project.episode.places import Place
from segment.project.episode.segments import states, what
from segment.project.kept_mix import kept_parts
from segment.project.outputs import record_name
from segment.project.story import OUT, STORIES
from segment.project.story_state import StoryState
from segment.script.parsing import examine

_LINK_S = 12.0
"""A link that nobody has written yet."""
_OPENING_S, _CLOSING_S = 16.0, 12.0
"""Greeting and farewell with their music, likewise."""
_TURN_S = 0.65
"""Between a link and what it leads to."""


class _Known(Struct, frozen=True, kw_only=True):
    """What is known of a segment's length."""

    state: str
    changed: tuple[str, ...] = ()
    length_s: float | None = None
    is_reckoned: bool = False


def standing(episode: Episode, place: Place, project: Project, there: EpisodeMade | None, made_s: float | None) -> EpisodeStatus:
    """How far an episode is; nothing is made. ``made_s`` is the length of the episode where it was made before.

    ``there`` is the episode where it is up to date: then times are measured, and not reckoned.
    """
    known = states(episode, place.root)
    found = {one.name: _known(one, known.get(one.name), place, project) for one in episode.segments}
    links = _links(place, project, episode)
    measured = {one.name: one.start_s for one in there.record.segments} if there else {}
    rows, end_s = _clock(episode, found, links, measured)
    missing = tuple(one.name for one in episode.segments if found[one.name].state in {"missing", "SCRATCH", "placeholder"})
    length_s = there.duration_s if there else end_s + links.closing_s
    return EpisodeStatus(
        title=episode.title,
        number=episode.number,
        season=episode.season,
        state="incomplete" if missing else "up to date" if there else "to make" if made_s is None else "changed",
        rows=rows,
        missing=missing,
        length_s=round(length_s, 1),
        is_reckoned=there is None,
        least_s=episode.least_s,
        most_s=episode.most_s,
        over_s=_over(length_s, episode.least_s, episode.most_s),
        starts_at_s=episode.starts_s,
        findings=tuple(_findings(links)),
    )


def _known(asked: EpisodeSegment, state: StoryState | None, place: Place, project: Project) -> _Known:
    match what(asked):
        case "placeholder":
            return _Known(state="placeholder", length_s=asked.length_s, is_reckoned=True)
        case "slot":
            return _Known(state="open", length_s=0.0)
        case "audio":
            return _Known(state="there", length_s=_audio_s(place.folder / asked.audio))
    if state is None or state.state == "no review":
        return _Known(state="missing", length_s=asked.length_s, is_reckoned=True)
    kept_s = _kept_s(asked, state, place.root) if state.state == "up to date" else None
    words_s = state.length_s if state.length_s is not None else asked.length_s
    return _Known(
        state="SCRATCH" if state.scratch else {"up to date": "made", "changed": "changed"}.get(state.state, "to make"),
        changed=state.changed,
        length_s=words_s if kept_s is None else kept_s,
        is_reckoned=kept_s is None,
    )


def _kept_s(asked: EpisodeSegment, state: StoryState, root: Path) -> float | None:
    """Seconds of what goes in, by the mix that is kept."""
    record = root / STORIES / asked.story / OUT / record_name(state.made[-1])
    parts = kept_parts(record, str(root), "podcast")
    if parts is None:
        return None
    timeline = cut(parts.timeline, asked.parts)
    return timeline.frames / timeline.rate


def _audio_s(path: Path) -> float | None:
    try:
        file = heard.listen(path)
        return sum(len(block) for block in file.blocks) / file.rate
    except SegmentError:
        return None


class _Links(Struct, frozen=True, kw_only=True):
    """Seconds of talk before each segment, and behind the last."""

    before_s: Mapping[str, float]
    closing_s: float
    absent: tuple[str, ...] = ()
    """Segments that the script has no clip for."""


def _links(place: Place, project: Project, episode: Episode) -> _Links:
    names = [one.name for one in episode.segments]
    if not place.script.is_file():
        before = {one.name: 0.0 if one.slot else _LINK_S for one in episode.segments}
        return _Links(before_s={**before, names[0]: before[names[0]] + _OPENING_S}, closing_s=_CLOSING_S)
    script = examine(text.read(place.script, LIMIT), roles=roles_of(project)).script
    return _counted(script, names)


def _counted(script: Script, names: list[str]) -> _Links:
    before: dict[str, float] = {}
    running = 4.0
    for item in script.items:
        match item:
            case Speech(only=only) if only != "air":
                said = " ".join(span.text for span in item.spans if hasattr(span, "text"))
                running += len(said.split()) * 60 / WORDS_PER_MINUTE + _TURN_S
            case Pause(seconds=seconds):
                running += seconds
            case Clip(asset=asset) if asset in names:
                before[asset] = running + _TURN_S
                running = 0.0
            case _:
                continue
    absent = tuple(name for name in names if name not in before)
    return _Links(before_s=before, closing_s=running + 8.0, absent=absent)


def _clock(
    episode: Episode, found: Mapping[str, _Known], links: _Links, measured: Mapping[str, float]
) -> tuple[tuple[EpisodeRow, ...], float]:
    """A row for each segment, and where the last one ends."""
    rows = []
    at = 0.0
    for one in episode.segments:
        known = found[one.name]
        natural = at + links.before_s.get(one.name, 0.0)
        starts = measured.get(one.name, natural if one.at_s is None else max(natural, one.at_s))
        rows.append(
            EpisodeRow(
                name=one.name,
                what=what(one),
                state=known.state,
                changed=known.changed,
                length_s=None if known.length_s is None else round(known.length_s, 1),
                is_reckoned=known.is_reckoned,
                wanted_s=one.length_s,
                over_s=None if known.length_s is None or one.length_s is None else round(known.length_s - one.length_s, 1),
                starts_s=round(starts, 1),
                at_s=one.at_s,
                late_s=None if one.at_s is None else round(natural - one.at_s, 1),
            )
        )
        at = starts + (known.length_s or one.length_s or 0.0)
    return tuple(rows), at


def _over(length_s: float, least_s: float | None, most_s: float | None) -> float | None:
    if least_s is None or most_s is None:
        return None
    return round(length_s - most_s if length_s > most_s else min(length_s - least_s, 0.0), 1)


def _findings(links: _Links) -> list[Finding]:
    return [
        Finding(
            code="EP002",
            level="warning",
            message=f"The segment {name} is not in the episode's script.txt.",
            hint=f"Put a line CLIP: {name} where it belongs, or have the script written anew: --rewrite.",
        )
        for name in links.absent
    ]
