"""A deliverable on its way: which lines and cues it plays, arranged into a timeline with the sounds they need."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from segment.errors import Cause, ProjectError
from segment.mix.arrange import arrange
from segment.mix.energy import Energies
from segment.mix.length import AS_IT_STANDS
from segment.model.asset import Asset, Right
from segment.model.finding import Finding
from segment.model.fitting import Fitting
from segment.model.posts import NO_POSTS, Posts
from segment.model.project import Project
from segment.model.running_order import RunningOrder
from segment.model.script import Script
from segment.model.sound import Sound, Spoken
from segment.model.timeline import Timeline
from segment.project.episode.inlay import Inlay, inner_assets, inner_sounds, laid_in
from segment.project.episode.posts import missed
from segment.project.music import Crate, gather
from segment.project.withheld import without_withheld_clips
from segment.script import running_order


class Deliverable(Struct, frozen=True, kw_only=True):
    """What is to be rendered."""

    timeline: Timeline
    sounds: dict[str, Sound]
    """Music, stings and clips by the name the timeline uses."""
    used: dict[str, Path]
    """Their files, by the same names."""
    assets: dict[str, Asset]
    """What is known of them, by the same names."""
    gaps_s: float
    """Pauses between lines that the script does not ask for."""
    button_s: float | None
    """Seconds of the closing music in the clear; None without any."""
    last_word: int
    """Frame at which the last word ends."""
    ends: int
    """Frame at which the last sound ends."""
    clips: dict[str, tuple[int, int]]
    """First and last frame of each clip, and of what is laid in for one, where it is first heard."""
    findings: tuple[Finding, ...]


class Plan(Struct, frozen=True, kw_only=True):
    """What one deliverable plays, before it is known how long the lines are."""

    use: Right
    order: RunningOrder
    sounds: dict[str, Sound]
    used: dict[str, Path]
    """The files of the sounds, by the same names."""
    assets: dict[str, Asset]
    """What is known of them, by the same names."""
    findings: tuple[Finding, ...]
    energies: Energies
    """What was measured for this build so far."""
    inlays: Mapping[str, Inlay] = {}
    """What is laid in the place of a clip, by the clip's name."""
    posts: Posts = NO_POSTS
    """Clips that must start at a given time."""


def plan(use: Right, script: Script, project: Project, crate: Crate, beside: Path) -> Plan:
    """Choose a deliverable's lines and read its music; ``beside`` is where clips named by file are looked for.

    Raises ProjectError for music nobody has, MediaError for a file that cannot be read.
    """
    live = frozenset({"host"}) if project.air.host == "live" else frozenset[str]()
    order, withheld = without_withheld_clips(running_order(script, deliverable=use, live=live), project, use)
    programme = gather(order, project, use, crate, beside)
    return Plan(
        use=use,
        order=order,
        sounds=programme.sounds,
        used=programme.used,
        assets=programme.assets,
        findings=(*withheld, *programme.findings),
        energies=crate.energies,
    )


def deliverable(
    planned: Plan, spoken: Mapping[str, Spoken], project: Project, fitting: Fitting = AS_IT_STANDS, *, rate: int = 0
) -> Deliverable:
    """Arrange one deliverable's lines and music into its timeline, at ``rate`` Hz or the project's own.

    Raises ProjectError when nothing is said in it or a post is missed, and what the mix raises.
    """
    settings = project.podcast if planned.use == "podcast" else project.air
    order = _heard(planned.order, spoken)
    if not any(entry.line_id for entry in order.entries):
        raise ProjectError(
            f"The script has nothing to say in the {planned.use} file.",
            hint='With a live host the air file is the PIECE alone; air.host = "voiced" puts INTRO and TAG into it.',
            cause=Cause.MATERIAL,
        )
    mix = replace(project.mix, pans={name: role.pan for name, role in project.roles.items() if role.pan})
    arranged = arrange(
        order,
        spoken,
        planned.sounds,
        deliverable=planned.use,
        rate=rate or settings.rate,
        settings=mix,
        fitting=fitting,
        energies=planned.energies,
        posts=planned.posts,
    )
    if arranged.late_s:
        raise missed(arranged.late_s, planned.posts)
    return Deliverable(
        timeline=laid_in(arranged.timeline, planned.inlays),
        sounds={**planned.sounds, **inner_sounds(planned.inlays)},
        used={name: path for name, path in planned.used.items() if name not in planned.inlays},
        assets={**planned.assets, **inner_assets(planned.inlays)},
        gaps_s=arranged.gaps_s,
        button_s=arranged.button_s,
        last_word=arranged.last_word,
        ends=arranged.ends,
        clips={one.asset: (one.start, one.end) for one in reversed(arranged.timeline.played) if one.kind == "clip"},
        findings=(*planned.findings, *arranged.findings),
    )


def _heard(order: RunningOrder, spoken: Mapping[str, Spoken]) -> RunningOrder:
    """The order without lines of which nothing is left to say."""
    heard = {line for voice in spoken.values() for line in (voice.id, *voice.covers)}
    return replace(order, entries=tuple(entry for entry in order.entries if not entry.line_id or entry.line_id in heard))
