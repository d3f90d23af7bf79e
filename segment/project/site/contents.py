"""Every file of a published show in the order in which it goes out: sound first, the feed last."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from segment import library
from segment.errors import Cause, PublishError
from segment.media import files
from segment.model.project import Project
from segment.model.report import Output
from segment.project.feed.building import Feed
from segment.project.feed.collecting import Candidate, unchanged
from segment.publish.site.captions import captions
from segment.publish.site.pages import SCRIPT, STYLE, episode_page, show_page, withdrawn_page

_TEXTS = (".chapters.json", ".vtt", ".srt", ".transcript.json", ".transcript.html")
_SAFE = re.compile(r"[A-Za-z0-9._/-]+")
_TEXT_LIMIT = 20_000_000
MEDIA_TYPES = {
    ".mp3": "audio/mpeg",
    ".m4a": "audio/x-m4a",
    ".opus": "audio/ogg",
    ".vtt": "text/vtt; charset=utf-8",
    ".srt": "application/x-subrip; charset=utf-8",
    ".chapters.json": "application/json+chapters",
    ".json": "application/json",
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".xml": "application/rss+xml; charset=utf-8",
    ".jpg": "image/jpeg",
    ".png": "image/png",
}


class SiteFile(Struct, frozen=True, kw_only=True):
    """One file of the site."""

    name: str
    """Below the place it goes to, with ``/``; ASCII."""
    source: Path | None = None
    """Where its bytes are; None where ``data`` has them."""
    data: bytes = b""
    bytes: int
    sha256: str
    """Hex."""

    @property
    def media_type(self) -> str:
        """What a server says it is."""
        return next((kind for ending, kind in MEDIA_TYPES.items() if self.name.endswith(ending)), "application/octet-stream")


def contents(project: Project, feed: Feed) -> tuple[SiteFile, ...]:
    """Sound, texts, pictures, pages, and last the feed.

    Raises PublishError where a file is not as it was made, or a name cannot be an address.
    """
    items = feed.gathered.items
    art = feed.art
    feed_name = project.feed.url.rpartition("/")[2]
    sound = [made for one, _ in items for made in _sound(one)]
    texts = [made for one, _ in items for made in (*_made(one, _TEXTS), *_pictures(one))]
    own = Path(library.__file__).parent / "site"
    looks = [_data(name, (own / name).read_bytes()) for name in (STYLE, SCRIPT)]
    pages = [
        _data(
            f"{one.name}/index.html",
            episode_page(
                feed.gathered.channel,
                item,
                one.sheet,
                [*captions(_vtt(one))],
                files=[made.name.rpartition("/")[2] for made in (*_sound(one), *_made(one, _TEXTS))],
            ).encode(),
        )
        for one, item in items
    ]
    pages += [
        _data(f"{one.name}/index.html", withdrawn_page(feed.gathered.channel, one.title, one.day, one.reason).encode())
        for one in feed.gathered.withdrawn
    ]
    index = show_page(feed.gathered.channel, [(one.name, item) for one, item in items], feed=feed_name, art=art.name)
    last = [_data("index.html", index.encode()), _data(feed_name, feed.text.encode())]
    every = (*sound, *texts, *looks, _data(art.name, art.data), *pages, *last)
    for one in every:
        if not _SAFE.fullmatch(one.name):
            raise PublishError(
                f"{one.name} is no name for an address.", hint="Give the segment a SLUG in ASCII.", cause=Cause.MATERIAL
            )
    return every


def _sound(one: Candidate) -> Iterator[SiteFile]:
    """The MP3, then its other forms."""
    yield from (_file(one, made) for made in (one.mp3, *one.alternates()))


def _made(one: Candidate, endings: tuple[str, ...]) -> Iterator[SiteFile]:
    found = (one.output(ending) for ending in endings)
    yield from (_file(one, made) for made in found if made is not None)


def _file(one: Candidate, made: Output) -> SiteFile:
    name = f"{one.name}/{one.published(made)}"
    return SiteFile(name=name, source=unchanged(one, made), bytes=made.bytes, sha256=made.sha256)


def _pictures(one: Candidate) -> Iterator[SiteFile]:
    """What its chapters show."""
    shown = dict.fromkeys(mark.image for mark in one.sheet.chapters if mark.image)
    yield from _made(one, tuple(name.removeprefix(one.name) for name in shown))


def _data(name: str, data: bytes) -> SiteFile:
    return SiteFile(name=name, data=data, bytes=len(data), sha256=hashlib.sha256(data).hexdigest())


def _vtt(one: Candidate) -> str:
    made = one.output(".vtt")
    return files.read_bytes(unchanged(one, made), _TEXT_LIMIT).decode("utf-8", "replace") if made else ""
