"""RSS 2.0 with Apple's and Podcasting 2.0 elements, as text: the same values give the same bytes.

Sources: cyber.harvard.edu/rss, podcasters.apple.com ("RSS feed requirements"), podcasting2.org (the podcast namespace).
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from segment.model.feed import Channel, Enclosure, FeedItem
from segment.model.sheet import Named
from segment.publish.feed.identity import podcast_guid, rfc_2822
from segment.publish.feed.roles import place
from segment.publish.text import one_line, whole

NAMESPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
}
_RULES = {
    "daily": "FREQ=DAILY",
    "weekly": "FREQ=WEEKLY",
    "biweekly": "FREQ=WEEKLY;INTERVAL=2",
    "monthly": "FREQ=MONTHLY",
}
_SPECIAL = re.compile(r"[&<>\"\s]")
_LONGEST_NAME = 128


def rss(channel: Channel, items: Sequence[FeedItem], *, generator: str) -> str:
    """The whole feed; ``items`` in the order they are to stand, the newest first."""
    spaces = "".join(f' xmlns:{name}="{address}"' for name, address in NAMESPACES.items())
    lines = [f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"{spaces}>\n<channel>']
    lines += _channel(channel, items, generator)
    for item in items:
        lines += ["<item>", *_item(item, channel), "</item>"]
    return "\n".join([*lines, "</channel>", "</rss>"]) + "\n"


def _tag(name: str, text: str = "", **attributes: str) -> str:
    given = "".join(f" {key.rstrip('_')}={_attribute(one_line(value))}" for key, value in attributes.items())
    return f"<{name}{given}>{escape(one_line(text))}</{name}>" if text else f"<{name}{given}/>"


def _attribute(value: str) -> str:
    return quoteattr(value) if _SPECIAL.search(value) else f'"{value}"'


def _cdata(name: str, text: str) -> str:
    """``]]>`` cannot stand inside: it is cut in two; a form feed and a vertical tab are no characters of XML."""
    inside = whole(text).replace("\x0b", " ").replace("\x0c", " ").strip().replace("]]>", "]]]]><![CDATA[>")
    return f"<{name}><![CDATA[{inside}]]></{name}>"


def _channel(channel: Channel, items: Sequence[FeedItem], generator: str) -> Iterator[str]:
    own = channel.settings
    yield _tag("title", channel.title)
    yield _cdata("description", channel.description)
    yield _tag("link", channel.link)
    yield _tag("language", channel.language.lower())
    if channel.copyright:
        yield _tag("copyright", channel.copyright)
    yield _tag("generator", generator)
    if items:
        yield _tag("lastBuildDate", rfc_2822(max(items, key=lambda item: item.published).published))
    yield _tag("atom:link", href=own.url, rel="self", type="application/rss+xml")
    yield _tag("itunes:author", channel.author)
    if own.email and own.show_email:
        yield f"<itunes:owner>{_tag('itunes:name', own.owner or channel.author)}{_tag('itunes:email', own.email)}</itunes:owner>"
    yield _tag("itunes:image", href=channel.image)
    outer, _, inner = (part.strip() for part in own.category.partition(">"))
    nested = f"<itunes:category text={quoteattr(outer)}>{_tag('itunes:category', text_=inner)}</itunes:category>"
    yield nested if inner else _tag("itunes:category", text_=outer)
    yield _tag("itunes:explicit", _said(own.explicit))
    yield _tag("itunes:type", own.type)
    yield _tag("podcast:guid", podcast_guid(own.url))
    owner = {"owner": own.email} if own.email and own.show_email else {}
    yield _tag("podcast:locked", "yes" if own.locked else "no", **owner)
    yield _tag("podcast:medium", own.medium)
    if own.licence:
        yield _tag("podcast:license", own.licence, **({"url": own.licence_url} if own.licence_url else {}))
    if own.funding:
        yield _tag("podcast:funding", own.funding_text, url=own.funding)
    if own.update:
        yield _tag("podcast:updateFrequency", own.update, rrule=_RULES[own.update])
    yield from _people(channel.people)
    yield _tag("podcast:txt", _said(any(item.synthetic for item in items)), purpose="ai-content")


def _item(item: FeedItem, channel: Channel) -> Iterator[str]:
    yield _tag("title", item.title)
    yield _tag("guid", item.guid, isPermaLink="false")
    yield _tag("pubDate", rfc_2822(item.published))
    yield _tag("enclosure", url=item.enclosure.url, length=str(item.enclosure.bytes), type=item.enclosure.media_type)
    if item.link:
        yield _tag("link", item.link)
    yield _cdata("description", item.short_notes or item.summary or item.title)
    if item.notes:
        yield _cdata("content:encoded", item.notes)
    yield _tag("itunes:title", item.title)
    yield _tag("itunes:duration", str(max(1, int(item.duration_s + 0.5))))
    yield _tag("itunes:explicit", _said(channel.settings.explicit))
    yield _tag("itunes:episodeType", item.kind)
    if item.image:
        yield _tag("itunes:image", href=item.image)
    for name, number in (("season", item.season), ("episode", item.episode)):
        if number:
            yield _tag(f"itunes:{name}", str(number))
            yield _tag(f"podcast:{name}", str(number))
    # An item's people take the place of the channel's: those who are always there are named again.
    yield from _people(item.people)
    for link in item.transcripts:
        captions = {"rel": "captions"} if link.captions else {}
        yield _tag("podcast:transcript", url=link.url, type=link.media_type, language=item.language.lower() or "en", **captions)
    if item.chapters:
        yield _tag("podcast:chapters", url=item.chapters, type="application/json+chapters")
    if item.soundbite:
        yield _tag("podcast:soundbite", startTime=f"{item.soundbite.start_s:.3f}", duration=f"{item.soundbite.duration_s:.3f}")
    for sound, default in ((item.enclosure, "true"), *((one, "false") for one in item.alternates)):
        yield from _alternate(sound, item.duration_s, default)
    yield _tag("podcast:txt", _said(item.synthetic), purpose="ai-content")


def _alternate(sound: Enclosure, duration_s: float, default: str) -> Iterator[str]:
    integrity = "sha256-" + base64.b64encode(bytes.fromhex(sound.sha256)).decode()
    rate = round(sound.bytes * 8 / max(duration_s, 1.0))
    attributes = {"type": sound.media_type, "length": str(sound.bytes), "bitrate": str(rate), "default": default}
    given = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    inner = _tag("podcast:integrity", type="sri", value=integrity) + _tag("podcast:source", uri=sound.url)
    yield f"<podcast:alternateEnclosure{given}>{inner}</podcast:alternateEnclosure>"


def _people(people: Sequence[Named]) -> Iterator[str]:
    for person in people:
        group, role = place(person.role)
        yield _tag("podcast:person", one_line(person.name)[:_LONGEST_NAME], role=role, group=group)


def _said(truth: bool) -> str:
    return "true" if truth else "false"
