"""What is told about one build: from the review, the project and the timeline, nothing typed twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from segment.model.asset import Asset
from segment.model.review import Review
from segment.model.sheet import Line, Link, MusicCredit, Named, Sheet, ShownChapter
from segment.model.timeline import Timeline
from segment.project import views
from segment.project.job import Job
from segment.publish.chapters import shown_chapters
from segment.publish.soundbite import soundbite
from segment.units import seconds

SCRATCH_REASON = "A synthetic voice stands in for a person of the show (SCRATCH)."


def sheet(job: Job, timeline: Timeline, assets: Mapping[str, Asset]) -> Sheet:
    """The sheet of a deliverable; ``assets`` has what is known of each sound in it by the name the timeline uses."""
    tags = views.tags(job, timeline)
    chapters, music, withheld = _chapters(job, timeline), _music(timeline, assets), _withheld(job, timeline, assets)
    if job.episode is not None:
        from segment.project.episode.sheet import episode_sheet  # a segment does not need it

        return episode_sheet(job.episode, tags, timeline, own=_own(job), chapters=chapters, music=music, withheld=withheld)
    review = job.review
    return Sheet(
        title=tags.title,
        show=tags.album,
        summary=tags.comment,
        kind=review.kind if review else "",
        date=tags.date,
        language=tags.language,
        duration_s=round(seconds(timeline.frames, timeline.rate), 3),
        people=tuple(_people(job)),
        credits=tuple(_credits(review)) if review else (),
        cast=tuple(Line(label=one.role, value=one.actor) for one in review.cast) if review else (),
        links=(Link(url=tags.website, text=tags.album or tags.website),) if tags.website else (),
        chapters=chapters,
        music=music,
        soundbite=soundbite(timeline),
        synthetic=tags.synthetic,
        withheld=withheld,
    )


def _chapters(job: Job, timeline: Timeline) -> tuple[ShownChapter, ...]:
    shown = {one.name: f"{job.stem}{one.ending}" for one in job.pictures}
    return tuple(
        ShownChapter(
            title=mark.title,
            start_s=round(seconds(mark.start, timeline.rate), 3),
            link=mark.link,
            image=shown.get(mark.image, ""),
        )
        for mark in shown_chapters(timeline)
    )


def _heard(timeline: Timeline, assets: Mapping[str, Asset]) -> list[Asset]:
    return [assets[name] for name in dict.fromkeys(one.asset for one in timeline.played) if name in assets]


def _music(timeline: Timeline, assets: Mapping[str, Asset]) -> tuple[MusicCredit, ...]:
    """The credit of each sound, once."""
    heard = _heard(timeline, assets)
    return tuple(dict.fromkeys(MusicCredit(title=one.title or one.name, author=one.author, licence=one.licence) for one in heard))


def _withheld(job: Job, timeline: Timeline, assets: Mapping[str, Asset]) -> tuple[str, ...]:
    reasons = (_no_rights(asset) for asset in _heard(timeline, assets) if "podcast" not in asset.rights)
    return (*((SCRATCH_REASON,) if job.casting.scratch else ()), *dict.fromkeys(reasons))


def _own(job: Job) -> tuple[Named, ...]:
    """The persons whose recordings are heard by themselves and not inside a segment."""
    names = views.speakers(job)
    return tuple(Named(name=names[role], role=role) for role in job.casting.takes if role in names)


def _people(job: Job) -> Iterator[Named]:
    for role, name in views.speakers(job).items():
        yield Named(name=name, role=role)
    if job.reviewer:
        yield Named(name=job.reviewer, role="author")


def _credits(review: Review) -> Iterator[Line]:
    """One line for each role, its people in order."""
    by_role: dict[str, list[str]] = {}
    for credit in review.credits:
        for role in credit.roles or ("",):
            by_role.setdefault(role, []).append(credit.name)
    for role, names in by_role.items():
        yield Line(label=role[:1].upper() + role[1:], value=", ".join(dict.fromkeys(names)))


def _no_rights(asset: Asset) -> str:
    title = asset.title or asset.name
    if asset.rights:
        return f"{title} may not be used in a podcast."
    return f"Nothing says that {title} may be used in a podcast."
