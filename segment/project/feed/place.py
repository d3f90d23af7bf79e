"""Where a made segment will be on the web, and by which id: known before it is published."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from segment.model.project import Project


class FeedPlace(Struct, frozen=True, kw_only=True):
    """A segment's place in its show's feed; empty where the show has none, or the segment can never enter it."""

    guid: str = ""
    feed: str = ""
    """Address of the feed."""
    folder: str = ""
    """Address below which the segment's files will be, with a slash at its end."""


def feed_place(project: Project, name: str) -> FeedPlace:
    """The place of what is called ``name``. Raises ProjectError where the ids that were given cannot be read."""
    if not project.root or not project.feed.url:
        return FeedPlace()
    from segment.project.feed.assigned import read  # only shows with a feed need these
    from segment.publish.feed.identity import item_guid, podcast_guid

    known = read(Path(project.root)).get(name)
    base = project.feed.url.rpartition("/")[0]
    guid = known.guid if known else item_guid(podcast_guid(project.feed.url), name)
    return FeedPlace(guid=guid, feed=project.feed.url, folder=f"{base}/{name}/")
