"""A segment's own lines and sounds in the place of the clip that stands for it: every word of an episode keeps its time.

The mix brings each voice to one loudness before anything else is done to it. What is laid in comes from there, before its own
mastering, so the voices of all segments and the host's stand at one level, whatever each segment's own file was brought to.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from segment.dsp.gating import lufs, power
from segment.model.asset import Asset
from segment.model.sound import Sound, Spoken
from segment.model.timeline import Played, Point, Timeline, Voiced
from segment.units import rescale

VOICES_LUFS = -20.0
"""What the mix brings voices to."""
_EVEN_LU = 0.5
"""Voices this near to that stay as they are."""
_BETWEEN = ":"
"""Between a clip's name and the name of what is inside it."""


class Inlay(Struct, frozen=True, kw_only=True, eq=False):
    """A made segment, or a part of it, from frame 0, with its sounds; an empty one is silence."""

    timeline: Timeline
    spoken: Mapping[str, Spoken] = {}
    """By the ids of the timeline."""
    sounds: Mapping[str, Sound] = {}
    """Beds, stings and clips by the names of the timeline."""
    assets: Mapping[str, Asset] = {}


def cut(timeline: Timeline, parts: Literal["piece", "all"]) -> Timeline:
    """Of a segment its PIECE from the first sound to the last, without the beds that lead in and out; or all of it."""
    if parts == "all":
        return timeline
    lines = [line for line in timeline.voiced if line.part == "PIECE"]
    if not lines:
        return timeline
    first, last = min(line.start for line in lines), max(line.end for line in lines)
    after = min((line.start for line in timeline.voiced if line.start >= last), default=timeline.frames)
    before = max((line.end for line in timeline.voiced if line.end <= first), default=0)
    own = {line.id for line in lines}
    kept = [piece for piece in timeline.played if _belongs(piece, own, (before, first, last, after))]
    clips = [piece for piece in kept if piece.kind == "clip"]
    start = min([first, *(piece.start for piece in clips)])
    end = max([last, *(piece.end for piece in clips)])
    chapters = [mark for mark in timeline.chapters if start <= mark.start < end]
    moved = _moved(replace(timeline, voiced=tuple(lines), played=tuple(kept), chapters=tuple(chapters)), -start)
    # What the lines were over was the segment's own music, which is not heard here.
    levels = tuple(replace(level, speech_over_bed_db=None) for level in timeline.levels if level.id in own)
    return replace(moved, frames=end - start, levels=levels)


def _belongs(piece: Played, own: set[str], edges: tuple[int, int, int, int]) -> bool:
    """Whether what is played is part of the PIECE, and does not lead into it or out of it."""
    before, first, last, after = edges
    match piece.kind:
        case "room":
            return piece.asset in own and first <= piece.start and piece.end <= last
        case "clip":
            return before <= piece.start and piece.end <= after
        case _:
            return first <= piece.start and piece.end <= last


def voices_lufs(timeline: Timeline) -> float | None:
    """Loudness of all its voices together; None where nobody speaks."""
    levels = {level.id: level.loudness_lufs for level in timeline.levels}
    spans = [(levels[line.id], line.end - line.start) for line in timeline.voiced if line.id in levels]
    length = sum(frames for _, frames in spans)
    return lufs(sum(power(loudness) * frames for loudness, frames in spans) / length) if length else None


def evened(timeline: Timeline) -> Timeline:
    """The segment brought to the loudness of all voices, its music and clips with it, where it is off."""
    loudness = voices_lufs(timeline)
    if loudness is None or abs(loudness - VOICES_LUFS) <= _EVEN_LU:
        return timeline
    by = round(VOICES_LUFS - loudness, 3)
    return replace(
        timeline,
        voiced=tuple(replace(line, gain_db=line.gain_db + by) for line in timeline.voiced),
        played=tuple(replace(piece, envelope=_raised(piece.envelope or _flat(piece), by)) for piece in timeline.played),
        levels=tuple(replace(level, loudness_lufs=level.loudness_lufs + by) for level in timeline.levels),
    )


def _flat(piece: Played) -> tuple[Point, ...]:
    return (Point(at=piece.start, db=0.0),)


def _raised(curve: tuple[Point, ...], by: float) -> tuple[Point, ...]:
    return tuple(replace(point, db=point.db + by) for point in curve)


def laid_in(timeline: Timeline, inlays: Mapping[str, Inlay]) -> Timeline:
    """The programme with each clip of these names replaced by what is inside it."""
    if not inlays:
        return timeline
    voiced, played, levels, marks = [*timeline.voiced], [], [*timeline.levels], [*timeline.chapters]
    for piece in timeline.played:
        if piece.kind != "clip" or piece.asset not in inlays:
            played.append(piece)
            continue
        inside = _named(_moved(_at_rate(inlays[piece.asset].timeline, timeline.rate), piece.start), piece.asset)
        voiced += inside.voiced
        played += inside.played
        levels += inside.levels
        marks += inside.chapters
    marks.sort(key=lambda mark: mark.start)
    ends = [*(mark.start for mark in marks[1:]), timeline.frames]
    return replace(
        timeline,
        chapters=tuple(replace(mark, end=end) for mark, end in zip(marks, ends, strict=True)) if marks else (),
        voiced=tuple(sorted(voiced, key=lambda line: line.start)),
        played=tuple(sorted(played, key=lambda piece: (piece.start, piece.end))),
        levels=tuple(levels),
    )


def inner_sounds(inlays: Mapping[str, Inlay]) -> dict[str, Sound]:
    """The beds, stings and clips inside, by the names they have in the programme."""
    return {_own(name, key): sound for name, one in inlays.items() for key, sound in one.sounds.items()}


def inner_assets(inlays: Mapping[str, Inlay]) -> dict[str, Asset]:
    """What is known of these."""
    return {_own(name, key): asset for name, one in inlays.items() for key, asset in one.assets.items()}


def inner_lines(inlays: Mapping[str, Inlay]) -> dict[str, Spoken]:
    """The lines inside, by the ids they have in the programme."""
    return {(own := _own(name, key)): replace(line, id=own) for name, one in inlays.items() for key, line in one.spoken.items()}


def inside(key: str, name: str) -> bool:
    """Whether a line or sound of the programme is one of what was laid in for the clip ``name``."""
    return key.startswith(f"{name}{_BETWEEN}")


def _own(name: str, key: str) -> str:
    return f"{name}{_BETWEEN}{key}"


def _named(timeline: Timeline, name: str) -> Timeline:
    return replace(
        timeline,
        voiced=tuple(replace(line, id=_own(name, line.id)) for line in timeline.voiced),
        played=tuple(replace(piece, asset=_own(name, piece.asset)) for piece in timeline.played),
        levels=tuple(replace(level, id=_own(name, level.id)) for level in timeline.levels),
    )


def _moved(timeline: Timeline, by: int) -> Timeline:
    return _timed(timeline, lambda at: at + by)


def _at_rate(timeline: Timeline, rate: int) -> Timeline:
    if rate == timeline.rate:
        return timeline
    made = _timed(timeline, lambda at: rescale(at, timeline.rate, rate))
    played = tuple(replace(piece, offset=rescale(piece.offset, timeline.rate, rate)) for piece in made.played)
    return replace(made, rate=rate, frames=rescale(timeline.frames, timeline.rate, rate), played=played)


def _timed(timeline: Timeline, at: Callable[[int], int]) -> Timeline:
    """Everything at another time: ``at`` says where a frame goes."""

    def curve(points: tuple[Point, ...]) -> tuple[Point, ...]:
        return tuple(replace(point, at=at(point.at)) for point in points)

    return replace(
        timeline,
        voiced=tuple(_line(line, at, curve) for line in timeline.voiced),
        played=tuple(
            replace(piece, start=at(piece.start), end=at(piece.end), envelope=curve(piece.envelope)) for piece in timeline.played
        ),
        chapters=tuple(replace(mark, start=at(mark.start), end=at(mark.end)) for mark in timeline.chapters),
    )


def _line(line: Voiced, at: Callable[[int], int], curve: Callable[[tuple[Point, ...]], tuple[Point, ...]]) -> Voiced:
    return replace(
        line,
        start=at(line.start),
        end=at(line.end),
        words=tuple(replace(word, start=at(word.start), end=at(word.end)) for word in line.words),
        ride=curve(line.ride),
    )
