"""Stage 4, first half: a running order and its sounds become a timeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

import numpy as np
from msgspec import Struct

from segment.mix.assets import Assets, gain_to
from segment.mix.curve import Curve, points, power_in, power_out, total
from segment.mix.deck import Deck
from segment.mix.energy import Energies, Energy
from segment.mix.events import Line, events
from segment.mix.lay import Layer, Layout, Spot
from segment.mix.length import AS_IT_STANDS, closing, with_pauses
from segment.mix.levels import bed_bus, line_levels, voice_bus, voice_gains
from segment.mix.phrases import phrases
from segment.mix.posts import at_posts
from segment.mix.rider import ride
from segment.mix.room import rooms
from segment.mix.under import Talk, beds_under
from segment.mix.words import placed_words
from segment.model.finding import Finding
from segment.model.fitting import Fitting
from segment.model.mix_settings import MixSettings
from segment.model.posts import NO_POSTS, Posts
from segment.model.running_order import RunningOrder
from segment.model.script import Chapter, Sting
from segment.model.sound import Sound, Spoken
from segment.model.timeline import ChapterMark, Played, Point, Timeline, Voiced
from segment.units import frames, rescale

_CLIP_EDGE_S = 0.01
_MOMENT_S = 0.4
_SILENT_LUFS = -70.0
"""The absolute gate of BS.1770-4: what never comes above it is not heard."""


class Arranged(Struct, frozen=True, kw_only=True):
    """A timeline and what is to be said about it."""

    timeline: Timeline
    findings: tuple[Finding, ...]
    gaps_s: float = 0.0
    """Pauses between lines that the script does not ask for."""
    button_s: float | None = None
    """Seconds of the closing music in the clear; None without any."""
    last_word: int = 0
    """Frame at which the last word ends."""
    ends: int = 0
    """Frame at which the last sound ends."""
    late_s: dict[str, float] = {}
    """Clips that could not start at their posts, and by how many seconds they came after them."""


def arrange(
    order: RunningOrder,
    spoken: Mapping[str, Spoken],
    assets: Mapping[str, Sound],
    *,
    deliverable: Literal["podcast", "air"],
    rate: int,
    settings: MixSettings,
    fitting: Fitting = AS_IT_STANDS,
    energies: Energies | None = None,
    posts: Posts = NO_POSTS,
) -> Arranged:
    """Everything that is heard, in its place and at its level, in frames at ``rate`` Hz.

    ``spoken`` by line id, a recording under its own id with the lines it covers; ``assets`` by the names the cues use;
    ``energies`` is what was measured of them before; ``posts`` are clips that must start at a given time.
    Raises VoiceError for a line without sound, ScriptError for a cue whose sound is not there or cannot be played,
    MediaError for an empty one.
    """
    played, findings = events(order.entries, spoken)
    at_hand = energies or Energies()
    measured = Assets(assets, rate, at_hand)
    voices = {line.key: at_hand.of(spoken[line.key].sound) for line in played if isinstance(line, Line)}
    starts_dry = deliverable == "air" and all(entry.part != "INTRO" for entry in order.entries)
    settings = with_pauses(settings, fitting)

    def lay(holds: Mapping[int, int]) -> Layout:
        deck = Deck(measured, rate, deliverable, starts_dry, closing(played, fitting))
        return Layer(deck, spoken, voices, measured, rate, settings, posts).lay(played, holds)

    layout = at_posts(lay, played, posts)
    rides = {key: curve for key, energy in voices.items() if not spoken[key].synthetic and (curve := ride(energy))}
    voices |= {key: voices[key].ridden(*curve) for key, curve in rides.items()}
    voiced = _voiced(layout, spoken, voices, rides, rate, settings)
    spans = {
        laid.line.key: phrases(line.words, line.timed, voices[line.id], laid.start, (laid.first, laid.last), rate)
        for laid, line in zip(layout.lines, voiced, strict=True)
    }
    spots = tuple(_spot(spot, measured, rate, settings) for spot in layout.spots)
    talk = _talk(layout, voiced, spans, spots, voices, measured)
    beds, notes = beds_under(layout.beds, talk, measured, rate, settings)
    heard = (*spots, *beds, *rooms(voiced, voices, (*spots, *beds), rate))
    end = max([*(line.end for line in voiced), *(piece.end for piece in heard)], default=0)
    length = end + frames(settings.tail_s, rate) if fitting.frames is None else fitting.frames
    bed_energies = {piece.asset: measured.energy(piece.asset) for piece in beds}
    levels = line_levels(
        voiced, spans, voice_bus(voiced, voices, length, rate), bed_bus(beds, bed_energies, length, rate), voices
    )
    return Arranged(
        timeline=Timeline(
            deliverable=deliverable,
            rate=rate,
            frames=length,
            voiced=voiced,
            played=tuple(sorted(heard, key=lambda piece: (piece.start, piece.end))),
            chapters=_chapters(layout.chapters, length),
            levels=levels,
        ),
        findings=(*findings, *layout.findings, *notes, *_silent(heard, measured)),
        gaps_s=layout.gaps_s,
        button_s=layout.button_s,
        last_word=max((laid.last for laid in layout.lines), default=0),
        ends=end,
        late_s=layout.late_s,
    )


def _voiced(
    layout: Layout,
    spoken: Mapping[str, Spoken],
    energies: Mapping[str, Energy],
    rides: Mapping[str, Curve],
    rate: int,
    settings: MixSettings,
) -> tuple[Voiced, ...]:
    keys = [laid.line.key for laid in layout.lines]
    gains = voice_gains({laid.line.key: (laid.line.role, energies[laid.line.key]) for laid in layout.lines}, settings.voice_lufs)
    return tuple(
        Voiced(
            id=key,
            role=laid.line.role,
            voice=spoken[key].voice,
            part=laid.line.part,
            text=laid.line.text,
            start=laid.start,
            end=laid.end,
            gain_db=round(gains[key] + spoken[key].trim_db, 3),
            ride=_ridden(rides[key], laid.start, laid.end, rate) if key in rides else (),
            pan=settings.pans.get(laid.line.role, 0.0),
            words=placed_words(spoken[key], laid.line.text, energies[key], laid.start, rate),
            timed=bool(spoken[key].words),
            synthetic=spoken[key].synthetic,
            stood_in=spoken[key].stood_in,
            sound=spoken[key].sound.fingerprint,
        )
        for key, laid in zip(keys, layout.lines, strict=True)
    )


def _ridden(curve: Curve, start: int, end: int, rate: int) -> tuple[Point, ...]:
    """A curve in a recording's seconds as corners in programme frames."""
    return points(Curve(start + curve.at * rate, curve.db), start, end, 0.0)


def _spot(spot: Spot, assets: Assets, rate: int, settings: MixSettings) -> Played:
    """A sting at its own level; a clip as loud as the voices, without clicks at its ends."""
    name = spot.item.asset
    if isinstance(spot.item, Sting):
        return Played(
            kind="sting",
            asset=name,
            start=spot.start,
            end=spot.end,
            envelope=(Point(at=spot.start, db=round(assets.sting_gain(name, settings.sting_lufs), 3)),),
        )
    gain = gain_to(settings.voice_lufs, assets.energy(name, *spot.source).gated_lufs)
    edge = min(frames(_CLIP_EDGE_S, rate), (spot.end - spot.start) // 2)
    curve = total(power_in(spot.start, edge), power_out(spot.end - edge, edge))
    return Played(
        kind="clip",
        asset=name,
        start=spot.start,
        end=spot.end,
        out_cue=spot.item.out_cue,
        offset=rescale(spot.source[0], assets.sound(name, "CLIP").rate, rate),
        envelope=points(curve, spot.start, spot.end, gain),
    )


def _talk(
    layout: Layout,
    voiced: Sequence[Voiced],
    phrases_of: Mapping[str, Sequence[tuple[int, int]]],
    spots: Sequence[Played],
    energies: Mapping[str, Energy],
    assets: Assets,
) -> Talk:
    """What beds give way to: the phrases of lines, stings and clips while they sound."""
    end = max([*(line.end for line in voiced), *(spot.end for spot in spots), *(bed.end or 0 for bed in layout.beds)], default=0)
    bus = voice_bus(voiced, energies, end, assets.rate)
    for spot, piece in zip(layout.spots, spots, strict=True):
        db = np.array([max(point.db for point in piece.envelope)])
        bus.add(assets.energy(spot.item.asset, *spot.source), spot.start, spot.end, 0, (np.zeros(1), db))
    spans = [span for line in voiced for span in phrases_of[line.id]] + [(spot.start, spot.over) for spot in layout.spots]
    return Talk(tuple(sorted(spans)), bus)


def _silent(heard: Sequence[Played], assets: Assets) -> Iterator[Finding]:
    for name in dict.fromkeys(piece.asset for piece in heard if piece.kind != "room"):
        if assets.energy(name).loudest(_MOMENT_S) <= _SILENT_LUFS:
            yield Finding(code="MX040", level="warning", message=f"There is nothing to hear in {name}: it is silent.")


def _chapters(starts: Iterable[tuple[int, Chapter]], end: int) -> tuple[ChapterMark, ...]:
    """Chapters by the frames they start at: each up to the next, the last to the end; of two at one frame the later stands."""
    ordered = sorted(dict(starts).items(), key=lambda start: start[0])
    ends = [*(at for at, _ in ordered), end][1:]
    return tuple(
        ChapterMark(title=chapter.title, start=at, end=stop, link=chapter.link, image=chapter.image)
        for (at, chapter), stop in zip(ordered, ends, strict=True)
    )
