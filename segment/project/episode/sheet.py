"""What is told about an episode: from episode.toml, from what was told of its segments, and from its timeline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from segment.model.project import Project
from segment.model.sheet import Line, Link, MusicCredit, Named, Sheet, ShownChapter
from segment.model.tags import Tags
from segment.model.timeline import Timeline
from segment.project.episode.told import Told
from segment.project.feed.place import FeedPlace
from segment.publish.soundbite import soundbite
from segment.units import seconds


def episode_tags(told: Told, title: str, project: Project, feed: FeedPlace, timeline: Timeline) -> Tags:
    """One set of metadata for everything that leaves the house."""
    show = project.show
    return Tags(
        title=title,
        artist=show.author or project.role("host").person or show.name,
        album=show.name,
        date=told.episode.date,
        language=show.language,
        comment=_summary(told),
        copyright=show.copyright,
        website=show.website if show.website.startswith(("http://", "https://")) else "",
        track=str(told.episode.number or ""),
        synthetic=any(line.synthetic for line in timeline.voiced),
        keywords=tuple(dict.fromkeys(_keywords(told))),
        guid=told.episode.guid or feed.guid,
        feed=feed.feed,
        category=project.feed.category if feed.feed else "",
    )


def _keywords(told: Told) -> Iterator[str]:
    """What it is about: the kinds of the works, and their titles."""
    for one in told.segments:
        if one.chapter:
            yield from (word for word in (one.sheet.kind if one.sheet else "", one.title) if word)


def _summary(told: Told) -> str:
    titles = [one.chapter for one in told.segments if one.chapter]
    return told.episode.summary or f"{'; '.join(titles)}."


def episode_sheet(
    told: Told,
    tags: Tags,
    timeline: Timeline,
    *,
    own: Sequence[Named],
    chapters: tuple[ShownChapter, ...],
    music: tuple[MusicCredit, ...],
    withheld: Sequence[str],
) -> Sheet:
    """The sheet of an episode: ``own`` are the persons of the links, ``withheld`` what else keeps it from being published."""
    sheets = [(one.title, one.sheet) for one in told.segments if one.sheet is not None]
    placeholders = tuple(f"A placeholder stands in for {name}." for name in told.episode.placeholders)
    return Sheet(
        title=tags.title,
        show=tags.album,
        summary=tags.comment,
        date=tags.date,
        language=tags.language,
        duration_s=round(seconds(timeline.frames, timeline.rate), 3),
        people=tuple(dict.fromkeys((*own, *_people(told)))),
        credits=tuple(_of(title, line) for title, one in sheets for line in one.credits),
        cast=tuple(_of(title, line) for title, one in sheets for line in one.cast),
        links=(Link(url=tags.website, text=tags.album or tags.website),) if tags.website else (),
        chapters=chapters,
        music=music,
        soundbite=soundbite(timeline),
        synthetic=tags.synthetic,
        withheld=(*withheld, *placeholders),
    )


def _people(told: Told) -> Iterator[Named]:
    """Everybody who is heard in a segment, and who wrote it."""
    for one in told.segments:
        if one.sheet is None:
            continue
        speaking = {line.role for line in one.piece.voiced} if one.piece else set()
        yield from (named for named in one.sheet.people if named.role == "author" or named.role in speaking)


def _of(title: str, line: Line) -> Line:
    """A credit of a segment among those of others."""
    return Line(label=f"{line.label} ({title})" if line.label else title, value=line.value)
