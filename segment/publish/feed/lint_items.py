"""Rules for items: what the W3C's validator finds, and what it does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from segment.publish.feed.lint_channel import MOST_BYTES
from segment.publish.feed.reading import ITUNES, PODCAST, Bare, Notes, broken, is_address, is_ascii, text, whole_text
from segment.publish.feed.titles import LONGEST, has_markup, repeats

TYPES = {
    "mp3": {"audio/mpeg", "audio/mp3"},
    "m4a": {"audio/x-m4a", "audio/mp4", "audio/m4a", "audio/aac"},
    "m4v": {"video/x-m4v"},
    "mp4": {"video/mp4", "audio/mp4"},
    "mov": {"video/quicktime"},
    "ogg": {"audio/ogg"},
    "oga": {"audio/ogg"},
    "opus": {"audio/opus", "audio/ogg"},
    "flac": {"audio/flac"},
    "wav": {"audio/wav", "audio/x-wav"},
    "pdf": {"application/pdf"},
    "epub": {"application/epub+zip", "document/x-epub"},
}
"""Media types that fit an ending."""
_CLOCK = re.compile(r"(?:[0-9]{1,2}:)?[0-9]{1,2}:[0-9]{2}\b")
_COLON = re.compile(r":[0-9]{2}")
_LINE_BEGINS = ("\n", "<p>", "<li>", "<br>", "<br/>", "<br />")
_LEAST_TIMES = 3
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def item_notes(item: Any, show: str) -> Notes:
    """What is wrong with one item."""
    title = text(item.find("title"))
    named = title or text(item.find("guid")) or "without a title"
    if not title:
        yield broken("FD030", item)
    if has_markup(title) or (item.find("title") is not None and len(item.find("title"))):
        yield broken("FD031", item.find("title"), title)
    if repeats(title, show):
        yield broken("FD032", item.find("title"), title)
    if len(title) > LONGEST:
        yield broken("FD050", item.find("title"), len(title))
    yield from _enclosure(item, named)
    yield from _guid(item, named)
    yield from _date(item, named)
    duration = item.find(f"{ITUNES}duration")
    if duration is not None and not (text(duration).isascii() and text(duration).isdigit()):
        yield broken("FD043", duration, text(duration))
    yield from _numbers(item)
    yield from _agreeing(item)
    description = item.find("description")
    if (size := len(whole_text(description).encode())) > MOST_BYTES:
        yield broken("FD046", description, named, size)
    yield from _times(description, named)
    if description is not None and len(description):
        yield broken("FD049", description, named)
    for element, url in addresses(item):
        if not is_ascii(url):
            yield broken("FD047", element, url)
        if not is_address(url):
            yield broken("FD048", element, url)


def _enclosure(item: Any, named: str) -> Notes:
    enclosure = item.find("enclosure")
    if enclosure is None or not enclosure.get("url"):
        yield broken("FD033", item, named)
        return
    length = enclosure.get("length", "")
    if not (length.isascii() and length.isdigit() and int(length) > 0):
        yield broken("FD034", enclosure, length)
    kind, ending = enclosure.get("type", ""), _ending(enclosure.get("url"))
    if kind not in TYPES.get(ending, {kind}) or "/" not in kind:
        yield broken("FD035", enclosure, kind)


def _ending(url: str) -> str:
    return url.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0].rpartition("/")[2].rpartition(".")[2].lower()


def _guid(item: Any, named: str) -> Notes:
    guid = item.find("guid")
    if not text(guid):
        yield broken("FD037", item, named)
    elif guid.get("isPermaLink", "true") != "false" and not is_address(text(guid)):
        yield broken("FD039", guid, text(guid))


def _date(item: Any, named: str) -> Notes:
    element = item.find("pubDate")
    said = text(element)
    if not said:
        yield broken("FD040", item, named)
        return
    moment = moment_of(said)
    if moment is None:
        yield broken("FD041", element, said)
    elif said[:3] in _DAYS and said[3:4] == "," and said[:3] != _DAYS[moment.weekday()]:
        yield broken("FD042", element, said)


def moment_of(said: str) -> datetime | None:
    """An RFC 2822 date, or None."""
    try:
        return parsedate_to_datetime(said)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _numbers(item: Any) -> Notes:
    for name in ("episode", "season"):
        for space in (ITUNES, PODCAST):
            element = item.find(f"{space}{name}")
            # The namespace allows an episode 3.5, Apple does not.
            shape = r"[0-9]+(\.[0-9]+)?" if space == PODCAST and name == "episode" else r"[1-9][0-9]*"
            if element is not None and not re.fullmatch(shape, text(element)):
                yield broken("FD044", element, text(element))


def _agreeing(item: Any) -> Notes:
    """Both namespaces number an item alike."""
    for name in ("episode", "season"):
        ours, other = (text(item.find(f"{space}{name}")) for space in (ITUNES, PODCAST))
        if ours and other and ours != other:
            yield broken("FD073", item.find(f"{ITUNES}{name}"), Bare(name), Bare(ours), Bare(name), Bare(other))


def _times(element: Any, named: str) -> Notes:
    """A description's list of times, where there is one: lines, or entries of a list, that begin with a time."""
    found = [*_listed_times(whole_text(element))]
    if len(found) < 2:
        return
    if found[0] != 0:
        yield broken("FD051", element, named, Bare("does not begin at 00:00:00"))
    elif found != sorted(set(found)):
        yield broken("FD051", element, named, Bare("is not in order of time"))
    elif len(found) < _LEAST_TIMES:
        yield broken("FD051", element, named, Bare(f"has {len(found)} entries"))


def _listed_times(text_: str) -> Iterator[int]:
    """Seconds of every time that a line, or an entry of a list, begins with."""
    at = 0
    # From colon to colon: a feed has megabytes of text, and few of them.
    for colon in _COLON.finditer(text_):
        left = text_[max(at, colon.start() - 2) : colon.start()]
        start = colon.start() - (len(left) if left.isdigit() else 1)
        clock = _CLOCK.match(text_, start) if start >= at else None
        if clock is None:
            continue
        at = clock.end()
        before = text_[max(0, start - 16) : start].rstrip(" \t([")
        if not before or before.endswith(_LINE_BEGINS):
            yield sum(int(part) * 60**n for n, part in enumerate(reversed(clock[0].split(":"))))


def addresses(item: Any) -> Iterator[tuple[Any, str]]:
    """Every address in an item that apps fetch, with its element."""
    for path, key in (
        ("enclosure", "url"),
        (f"{ITUNES}image", "href"),
        (f"{PODCAST}transcript", "url"),
        (f"{PODCAST}chapters", "url"),
        (f"{PODCAST}alternateEnclosure/{PODCAST}source", "uri"),
    ):
        for element in item.findall(path):
            if (url := element.get(key, "")) and not url.startswith(("ipfs:", "magnet:")):
                yield element, url


def across_items(items: Sequence[Any]) -> Notes:
    """What must not be twice in a feed."""
    urls: set[str] = set()
    guids: set[str] = set()
    numbers: set[tuple[str, str]] = set()
    for item in items:
        enclosure = item.find("enclosure")
        url = "" if enclosure is None else enclosure.get("url", "")
        if url and url in urls:
            yield broken("FD036", enclosure, url)
        urls.add(url)
        guid = text(item.find("guid"))
        if guid and guid in guids:
            yield broken("FD038", item.find("guid"), guid)
        guids.add(guid)
        number, season = text(item.find(f"{ITUNES}episode")), text(item.find(f"{ITUNES}season"))
        kind = text(item.find(f"{ITUNES}episodeType")) or "full"
        if number and kind == "full" and (season, number) in numbers:
            yield broken("FD045", item, f"episode {number}" + (f" of season {season}" if season else ""))
        if kind == "full":
            numbers.add((season, number))
