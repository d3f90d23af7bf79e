"""What the build record and the tags say, derived from the project, the review and the timelines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from segment.model.asset import Asset
from segment.model.project import Project
from segment.model.report import DeliverableRecord, LineRecord
from segment.model.review import Review
from segment.model.tags import Tags
from segment.model.timeline import Timeline
from segment.project.job import Job
from segment.publish.chapters import shown_chapters
from segment.publish.cue_sheet import sounds
from segment.units import seconds

if TYPE_CHECKING:
    from segment.project.finish import Finished


def speakers(job: Job) -> dict[str, str]:
    """The persons who are heard, by role; a role that a synthetic voice speaks has no name of its own."""
    people = {"critic": job.reviewer, **{name: role.person for name, role in job.project.roles.items() if role.person}}
    inside = job.episode.names if job.episode else {}
    return {**inside, **{role: people[role] for role in job.casting.takes if people.get(role)}}


def tags(job: Job, timeline: Timeline) -> Tags:
    """One set of metadata for everything that leaves the house."""
    show, review = job.project.show, job.review
    if job.episode is not None:
        from segment.project.episode.sheet import episode_tags  # a segment does not need it

        return episode_tags(job.episode, job.title, job.project, job.feed, timeline)
    by = f", written by {job.reviewer}." if job.reviewer else "."
    return Tags(
        title=job.title,
        artist=job.project.role("critic").person or job.reviewer or show.author,
        album=show.name,
        date=review.date if review else "",
        language=show.language,
        comment=f"A review of {review.title if review else job.title}{by}",
        copyright=show.copyright,
        website=show.website if show.website.startswith(("http://", "https://")) else "",
        synthetic=is_synthetic(timeline),
        keywords=tuple(_keywords(review)) if review else (),
        guid=job.feed.guid,
        feed=job.feed.feed,
        category=job.project.feed.category if job.feed.feed else "",
    )


def _keywords(review: Review) -> Iterator[str]:
    """What it is about: the kind of work, its title, its genres, who is named first for it."""
    genres = (genre.strip() for genre in review.facts.genre.split(","))
    words = (review.kind, review.title, *genres, *(credit.name for credit in review.credits[:1]))
    yield from dict.fromkeys(word for word in words if word)


def is_synthetic(timeline: Timeline) -> bool:
    """Whether a synthetic voice is heard, be it in a single sentence of a person's recording: listeners are told."""
    return any(line.synthetic or line.stood_in for line in timeline.voiced)


def record(timeline: Timeline, assets: Mapping[str, Asset], finished: Finished) -> DeliverableRecord:
    """A deliverable's part of the build record."""
    levels = {level.id: level for level in timeline.levels}

    lines = []
    for voiced in timeline.voiced:
        level = levels.get(voiced.id)
        lines.append(
            LineRecord(
                id=voiced.id,
                start_s=round(seconds(voiced.start, timeline.rate), 3),
                end_s=round(seconds(voiced.end, timeline.rate), 3),
                voice=voiced.voice,
                stood_in=voiced.stood_in,
                sound=voiced.sound[:16],
                speech_over_bed_db=_rounded(level.speech_over_bed_db) if level else None,
                loudness=_rounded(level.loudness_lufs) if level else None,
            )
        )
    return DeliverableRecord(
        name=finished.copy.name,
        channels=finished.copy.form.channels,
        target=finished.copy.target.name,
        duration_s=round(seconds(timeline.frames, timeline.rate), 6),
        loudness=finished.proof.loudness,
        gain_db=finished.mastering.gain_db,
        limited_s=round(finished.mastering.limited_s, 3),
        lines=tuple(lines),
        chapters=shown_chapters(timeline),
        sounds=sounds(timeline, assets),
        tags=finished.tags,
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def settings(project: Project, voices: Mapping[str, str]) -> dict[str, object]:
    """The choices that shaped the files."""
    return {
        "voices": dict(sorted(voices.items())),
        "podcast": {
            "lufs": project.podcast.lufs,
            "true_peak_dbtp": project.podcast.true_peak_dbtp,
            "kbps": project.podcast.kbps,
            "channels": project.podcast.channels,
        },
        "air": {
            "lufs": project.air.lufs,
            "true_peak_dbtp": project.air.true_peak_dbtp,
            "host": project.air.host,
            "format": project.air.format,
            "cart": project.air.cart,
        },
        "mix": {"speech_over_bed_db": project.mix.speech_over_bed_db},
    }
