"""A show's feed as a value: what enters, what waits, what may not, and the addresses of it all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from segment.errors import Cause, ProjectError
from segment.model.feed import Channel, Enclosure, FeedItem, TranscriptLink
from segment.model.finding import Finding
from segment.model.project import Project
from segment.model.report import Output
from segment.model.sheet import Named
from segment.project.feed.assigned import Assigned
from segment.project.feed.collecting import ALTERNATES, Candidate, unchanged
from segment.project.feed.dates import first_out, scheduled, zone
from segment.project.feed.doubts import doubts
from segment.project.feed.entering import reasons, refuse_clashes
from segment.publish.feed.identity import item_guid, podcast_guid
from segment.publish.feed.lint_channel import MOST_BYTES
from segment.publish.feed.reading import is_address, is_ascii
from segment.publish.feed.titles import feed_title
from segment.publish.notes import notes_twice

_TRANSCRIPTS = (".vtt", ".srt", ".transcript.json", ".transcript.html")


class Withdrawn(Struct, frozen=True, kw_only=True):
    """Something that was in the feed and is out of it."""

    name: str
    title: str
    day: str
    """ISO date."""
    reason: str


class Gathered(Struct, frozen=True, kw_only=True):
    """Everything a feed is made of."""

    channel: Channel
    items: tuple[tuple[Candidate, FeedItem], ...]
    """The newest first."""
    assigned: dict[str, Assigned]
    waiting: tuple[str, ...]
    withheld: dict[str, tuple[str, ...]]
    withdrawn: tuple[Withdrawn, ...] = ()
    findings: tuple[Finding, ...] = ()


def gather(project: Project, found: Sequence[Candidate], assigned: dict[str, Assigned], art: str, now: datetime) -> Gathered:
    """Choose what enters the feed of a project; ``art`` is the file name of its picture.

    Raises ProjectError where settings of the feed are missing or wrong, PublishError for files that are not as they were made,
    for two items of one id and two episodes of one number.
    """
    base = base_of(project)
    feed_id = podcast_guid(project.feed.url)
    known = dict(assigned)
    waiting: list[str] = []
    withheld: dict[str, tuple[str, ...]] = {}
    withdrawn: list[Withdrawn] = []
    entering: list[tuple[Candidate, Assigned]] = []
    for one in found:
        kept = known.get(one.name)
        if one.name in project.feed.skip or (kept is None and not _wanted(one, project)):
            continue
        if kept is not None and kept.withdrawn:
            title = feed_title(one.sheet.title, project.show.name)
            withdrawn.append(Withdrawn(name=one.name, title=title, day=kept.withdrawn, reason=kept.reason))
            continue
        if why := reasons(one, project):
            withheld[one.name] = why
            continue
        if kept is None:
            due = scheduled(one.sheet.date, project.feed)
            if due is not None and due > now:
                waiting.append(one.name)
                continue
            out = due or first_out(now, [entry.published for entry in known.values()])
            own = one.record.episode.guid if one.record.episode else ""
            kept = Assigned(guid=own or item_guid(feed_id, one.name), published=out.isoformat(), sound=one.mp3.sha256)
        elif not kept.sound:
            kept = replace(kept, sound=one.mp3.sha256)
        known[one.name] = kept
        sheet = replace(one.sheet, corrections=kept.corrections)
        entering.append((replace(one, sheet=sheet, revision=kept.revision), kept))
    there = {one.name for one in found}
    withdrawn += [
        Withdrawn(name=name, title=name, day=kept.withdrawn, reason=kept.reason)
        for name, kept in known.items()
        if kept.withdrawn and name not in there
    ]
    refuse_clashes(entering)
    items = [(one, _item(one, kept, base, project)) for one, kept in entering]
    items.sort(key=lambda pair: (datetime.fromisoformat(pair[1].published), pair[0].name), reverse=True)
    return Gathered(
        channel=_channel(project, f"{base}{art}", [item for _, item in items]),
        items=tuple(items),
        assigned=known,
        waiting=tuple(waiting),
        withheld=withheld,
        withdrawn=tuple(withdrawn),
        findings=tuple(doubts(project, found, known, entering)),
    )


def _wanted(one: Candidate, project: Project) -> bool:
    what = project.feed.items
    return what == "both" or (what == "episodes") == (one.record.episode is not None)


def base_of(project: Project) -> str:
    """The address below which everything is published, with a slash at its end.

    Raises ProjectError for a feed that is told too little about.
    """
    zone(project.feed)
    url = project.feed.url
    lacking = [
        *(
            []
            if is_address(url) and is_ascii(url) and not url.endswith("/")
            else ["feed.url (such as https://example.org/friday/feed.xml)"]
        ),
        *([] if project.show.name else ["show.name"]),
        *([] if project.feed.description else ["feed.description"]),
        *([] if project.feed.author or project.show.author else ["feed.author"]),
    ]
    if lacking:
        raise ProjectError(
            f"The feed needs {', '.join(lacking)} in segment.toml.",
            hint="docs/feed.md has all settings of a feed.",
            cause=Cause.USAGE,
        )
    if (size := len(project.feed.description.encode())) > MOST_BYTES:
        raise ProjectError(
            f"The description (feed.description) has {size} bytes; {MOST_BYTES} are the most.", hint="Make it shorter."
        )
    return url.rpartition("/")[0] + "/"


def _channel(project: Project, image: str, items: Sequence[FeedItem]) -> Channel:
    show, own = project.show, project.feed
    link = own.link or (show.website if is_address(show.website) else base_of(project))
    people = [Named(name=role.person, role=name) for name, role in project.roles.items() if role.person]
    return Channel(
        title=show.name,
        description=own.description,
        language=show.language,
        author=own.author or show.author,
        link=link,
        image=image,
        copyright=show.copyright,
        people=tuple(people),
        settings=own,
    )


def _item(one: Candidate, kept: Assigned, base: str, project: Project) -> FeedItem:
    place = f"{base}{one.name}/"
    sheet, episode = one.sheet, one.record.episode
    chapters = one.output(".chapters.json") if sheet.chapters else None
    notes, short = notes_twice(sheet, MOST_BYTES)
    transcripts = [made for ending in _TRANSCRIPTS if (made := one.output(ending))]
    return FeedItem(
        title=feed_title(sheet.title, project.show.name),
        guid=kept.guid,
        published=kept.published,
        duration_s=sheet.duration_s,
        enclosure=_enclosure(one, one.mp3, "audio/mpeg", place),
        alternates=tuple(
            _enclosure(one, made, ALTERNATES[f".{made.path.rpartition('.')[2]}"], place) for made in one.alternates()
        ),
        summary=sheet.summary,
        notes=notes,
        short_notes=short,
        link=place,
        season=episode.season if episode else 0,
        episode=episode.number if episode else 0,
        kind=episode.kind if episode else "full",
        language=sheet.language,
        people=sheet.people,
        transcripts=tuple(
            TranscriptLink(url=place + one.published(made), media_type=made.media_type, captions=made.media_type != "text/html")
            for made in transcripts
        ),
        chapters=place + one.published(chapters) if chapters else "",
        soundbite=sheet.soundbite,
        synthetic=sheet.synthetic,
    )


def _enclosure(one: Candidate, made: Output, media_type: str, place: str) -> Enclosure:
    unchanged(one, made)
    return Enclosure(url=place + one.published(made), bytes=made.bytes, media_type=media_type, sha256=made.sha256)
