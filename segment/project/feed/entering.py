"""What may enter the feed, and what may not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from segment.errors import Cause, PublishError
from segment.model.project import Project
from segment.model.report import SoundRecord
from segment.project.feed.assigned import Assigned
from segment.project.feed.collecting import Candidate
from segment.project.scratch import SCRATCH


def reasons(one: Candidate, project: Project) -> tuple[str, ...]:
    """Why something made may not be published, a sentence each; empty where it may.

    What the build recorded decides: its sheet, and the rights of every sound that is heard. A sound whose rights the show has
    taken back since is told, too.
    """
    return tuple(dict.fromkeys((*one.sheet.withheld, *_scratch(one), *_placeholders(one), *_rights(one, project))))


def _scratch(one: Candidate) -> Iterator[str]:
    if one.name.endswith(SCRATCH) and not one.sheet.withheld:
        yield "It is SCRATCH."


def _placeholders(one: Candidate) -> Iterator[str]:
    if one.record.episode is not None and not one.sheet.withheld:
        yield from (f"A placeholder stands in for {name}." for name in one.record.episode.placeholders)


def _rights(one: Candidate, project: Project) -> Iterator[str]:
    podcast = next((made for made in one.record.deliverables if made.name == "podcast"), None)
    for heard in podcast.sounds if podcast else ():
        if "podcast" not in heard.rights:
            yield _without(heard)
            continue
        now = project.beds.get(heard.name)
        if now is not None and now.title == heard.title and now.rights and "podcast" not in now.rights:
            yield f"{heard.title} may no longer be used in a podcast."


def _without(heard: SoundRecord) -> str:
    title = heard.title or heard.name
    if heard.rights:
        return f"{title} may not be used in a podcast."
    return f"Nothing says that {title} may be used in a podcast."


def refuse_clashes(entering: Sequence[tuple[Candidate, Assigned]]) -> None:
    """Raise PublishError where two items would have one id, or two episodes one number in a season."""
    ids: dict[str, str] = {}
    numbers: dict[tuple[int, int], str] = {}
    for one, kept in entering:
        if (other := ids.setdefault(kept.guid, one.name)) != one.name:
            raise PublishError(
                f"{other} and {one.name} would have the same id, {kept.guid}.",
                hint="Take guid out of one of their episode.toml files: it is for the episode that had it before.",
                cause=Cause.MATERIAL,
            )
        episode = one.record.episode
        if episode is None or not episode.number or episode.kind != "full":
            continue
        if (other := numbers.setdefault((episode.season, episode.number), one.name)) != one.name:
            season = f" of season {episode.season}" if episode.season else ""
            raise PublishError(
                f"{other} and {one.name} are both episode {episode.number}{season}.",
                hint="Give one of them another number in its episode.toml and make it again, or leave one out with feed.skip.",
                cause=Cause.MATERIAL,
            )
