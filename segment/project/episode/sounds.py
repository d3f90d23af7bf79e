"""The sounds of an episode's segments, out of memory: lines from kept mixes, finished audio of others, and what stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from segment.errors import Cause, ProjectError, ScriptError, Where
from segment.library.assets import built_in_assets, choose, resolved
from segment.media import float_wav, heard, sound, text
from segment.media.downmix import stereo
from segment.media.files import sha256 as hash_of
from segment.mix.energy import Energy
from segment.model.asset import Asset, Right
from segment.model.posts import Posts
from segment.model.project import Project
from segment.model.script import Clip
from segment.model.sound import Sound, Spoken
from segment.model.timeline import ChapterMark, Timeline
from segment.project.deliverable import Plan
from segment.project.desk import Desk
from segment.project.episode.inlay import VOICES_LUFS, Inlay, cut, evened
from segment.project.episode.judging import Lines
from segment.project.episode.reading import LIMIT
from segment.project.episode.segments import MadeSegment, parts_of
from segment.project.episode.told import Told
from segment.units import frames
from segment.wording import did_you_mean, quoted

_HOLE_S = 0.1
"""A slot with nothing in it: a place in the programme, and no time."""
_LEAST_CHAPTER_S = 60.0
"""Of a chapter inside a segment, and of what is before it."""


class Clips(Struct, frozen=True, kw_only=True, eq=False):
    """What an episode's script can name with CLIP, for one deliverable."""

    assets: dict[str, Asset]
    """By name; what stands for a segment has its path in the crate."""
    inlays: dict[str, Inlay]
    """What is laid in for it; finished audio is a clip like any other."""


def clips(told: Told, use: Right, project: Project, folder: Path, desk: Desk) -> Clips:
    """Lays every sound out of memory and puts stand-ins into the crate.

    Raises ProjectError where a kept mix has gone, MediaError for a file that cannot be read.
    """
    assets: dict[str, Asset] = {}
    inlays: dict[str, Inlay] = {}
    rate = (project.podcast if use == "podcast" else project.air).rate
    for one in told.segments:
        if one.what == "audio":
            path = (folder / one.asked.audio).resolve()
            desk.crate.put(path, _audio(path, desk))
            assets[one.name] = _audio_asset(one, path)
            continue
        inlay = _inlay(one, use, project, desk, rate, told)
        inlays[one.name] = inlay
        path = Path(project.root) / f"segment:{one.name}"
        length_s = inlay.timeline.frames / inlay.timeline.rate
        stand_in = _stand_in(f"{use} {one.name}", inlay.timeline.frames, inlay.timeline.rate)
        desk.crate.put(path, stand_in)
        desk.crate.energies.know(stand_in, Energy.steady(VOICES_LUFS, length_s))
        assets[one.name] = Asset(name=one.name, path=str(path), title=one.title, rights=("air", "podcast"), origin="project")
    return Clips(assets=assets, inlays=inlays)


def with_inlays(plan: Plan, found: Clips, told: Told, project: Project, desk: Desk) -> Plan:
    """A plan with the segments laid in at their clips, and their posts."""
    episode = told.episode
    at_s = {one.name: one.at_s for one in episode.segments if one.at_s is not None}
    said = _lines(told) if at_s else {}
    fill = _fill(told, plan.use, project) if at_s else None
    if fill is None:
        return replace(plan, inlays=found.inlays, posts=Posts(at_s=at_s, said=said))
    path = resolved(fill, project.root)
    return replace(
        plan,
        inlays=found.inlays,
        posts=Posts(at_s=at_s, fill=episode.fill, said=said),
        sounds={**plan.sounds, episode.fill: desk.crate.read(path)},
        used={**plan.used, episode.fill: path},
        assets={**plan.assets, episode.fill: fill},
    )


def _lines(told: Told) -> dict[str, Where]:
    """Where episode.toml says each post."""
    lines = Lines(text.read(told.file, LIMIT))
    return {
        one.name: Where(file=str(told.file), line=max(lines.of("at", i), lines.of("at_time", i)))
        for i, one in enumerate(told.episode.segments)
    }


def _fill(told: Told, use: Right, project: Project) -> Asset | None:
    """The music up to a post. Raises ProjectError for a name that nobody has."""
    name, house = told.episode.fill, built_in_assets()
    found = choose(name, project.beds, use, house, instead="intro") if name else None
    if name and found is None:
        known = [*project.beds, *house]
        raise ProjectError(
            f"There is no music called {quoted(name)} to fill up to a post.",
            where=Where(file=str(told.file), line=Lines(text.read(told.file, LIMIT)).of("fill")),
            hint=did_you_mean(name, known, f"There is {', '.join(known)}."),
            cause=Cause.MISSING,
        )
    return found


def judge_clips(items: Sequence[object], lines: Sequence[int], found: Clips, project: Project, file: Path) -> None:
    """Raise for a CLIP that nothing stands behind, and for one that asks for a part of a segment."""
    for item, at in zip(items, lines, strict=True):
        if not isinstance(item, Clip):
            continue
        where = Where(file=str(file), line=at)
        known = [*found.assets, *project.beds, *built_in_assets()]
        if item.asset not in known and not (file.parent / item.asset).is_file():
            raise ScriptError(
                f"CLIP: there is neither a segment nor a sound called {quoted(item.asset)}.",
                where=where,
                hint=did_you_mean(item.asset, known, f"The episode has {', '.join(found.assets)}."),
                cause=Cause.MISSING,
            )
        if item.asset in found.inlays and (item.in_s or item.out_s is not None):
            raise ScriptError(
                f"The segment {item.asset} is heard whole: its CLIP takes no in and no out.",
                where=where,
                hint="Cut it in the script of its own story.",
            )


def _inlay(one: MadeSegment, use: Right, project: Project, desk: Desk, rate: int, told: Told) -> Inlay:
    if one.what != "story":
        length_s = one.asked.length_s if one.asked.placeholder and one.asked.length_s else _HOLE_S
        return Inlay(timeline=Timeline(deliverable=use, rate=rate, frames=frames(length_s, rate)))
    parts = parts_of(one, project, use)
    timeline = evened(cut(parts.timeline, one.asked.parts))
    timeline = replace(
        timeline,
        voiced=tuple(replace(line, role=told.roles.get((one.name, line.role), line.role)) for line in timeline.voiced),
        chapters=tuple(_inner(timeline, one.title)) if told.episode.chapters == "inner" else (),
    )
    names = {piece.asset for piece in timeline.played if piece.kind != "room"}
    return Inlay(
        timeline=timeline,
        spoken={line.id: _line(line.id, line.sound, parts.lines[line.id], desk) for line in timeline.voiced},
        sounds={name: _sound(parts.sounds[name], desk) for name in sorted(names)},
        assets={name: parts.assets[name] for name in sorted(names)},
    )


def _inner(timeline: Timeline, title: str) -> Iterator[ChapterMark]:
    """The chapters inside that last a minute, and come a minute after what is before them."""
    least = frames(_LEAST_CHAPTER_S, timeline.rate)
    before = 0
    for mark in timeline.chapters:
        if mark.start - before >= least and min(mark.end, timeline.frames) - mark.start >= least:
            yield replace(mark, title=f"{title}: {mark.title}", image="", end=min(mark.end, timeline.frames))
            before = mark.start


def _line(key: str, fingerprint: str, path: Path, desk: Desk) -> Spoken:
    samples, rate = float_wav.read(path)
    laid = desk.aside.lay(Sound(samples=samples, rate=rate, fingerprint=fingerprint))
    return Spoken(id=key, role="", voice="", sound=laid, words=())


def _sound(path: Path, desk: Desk) -> Sound:
    """A bed, sting or clip of a segment's, read once however many segments have it."""
    if not desk.crate.has(path):
        desk.crate.put(path, desk.aside.lay(sound.read(path)))
    return desk.crate.read(path)


def _audio(path: Path, desk: Desk) -> Sound:
    """Finished audio of others, streamed to where lines are laid."""
    file = heard.listen(path)
    blocks = (stereo(block) for block in file.blocks)
    return desk.aside.lay_blocks(blocks, file.rate, hash_of(path), str(path))


def _audio_asset(one: MadeSegment, path: Path) -> Asset:
    asked = one.asked
    return Asset(
        name=one.name,
        path=str(path),
        title=one.title,
        author=asked.by,
        licence=asked.licence,
        rights=asked.rights,
        origin="project",
    )


def _stand_in(name: str, count: int, rate: int) -> Sound:
    """As long as a segment and made of nothing: it takes its place while the rest is laid out."""
    samples = np.broadcast_to(np.zeros((1, 1), np.float32), (count, 1))
    return Sound(samples=samples, rate=rate, fingerprint=sha256(f"{name} {count} {rate}".encode()).hexdigest())
