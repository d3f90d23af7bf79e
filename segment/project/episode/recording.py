"""What the build record of an episode says beyond that of a segment."""

from __future__ import annotations

from msgspec.structs import replace

from segment.model.episode import EpisodeRecord, SegmentRecord
from segment.model.timeline import Timeline
from segment.project.deliverable import Deliverable
from segment.project.episode.inlay import inside, voices_lufs
from segment.project.episode.segments import MadeSegment
from segment.project.episode.told import Told
from segment.units import seconds


def episode_record(told: Told, title: str, podcast: Deliverable) -> EpisodeRecord:
    """Number, date and segments of an episode; ``title`` is that of its script."""
    episode = told.episode
    heard = [_heard(one, podcast) for one in told.segments if one.name in podcast.clips]
    return EpisodeRecord(
        number=episode.number,
        season=episode.season,
        title=title,
        date=episode.date,
        guid=episode.guid,
        kind=episode.kind,
        placeholders=tuple(one.name for one in told.segments if one.asked.placeholder),
        segments=tuple(sorted(heard, key=lambda one: one.start_s)),
    )


def _heard(one: MadeSegment, podcast: Deliverable) -> SegmentRecord:
    start, end = podcast.clips[one.name]
    loudness = voices_lufs(_alone(podcast.timeline, one.name))
    return SegmentRecord(
        name=one.name,
        what=one.what,
        title=one.chapter or one.title,
        start_s=round(seconds(start, podcast.timeline.rate), 6),
        end_s=round(seconds(end, podcast.timeline.rate), 6),
        voice_lufs=None if loudness is None else round(loudness, 2),
    )


def _alone(timeline: Timeline, name: str) -> Timeline:
    return replace(timeline, voiced=tuple(line for line in timeline.voiced if inside(line.id, name)))
