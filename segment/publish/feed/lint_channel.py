"""Rules for the show: RSS 2.0 and what Apple and Spotify ask for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from segment.publish.feed.categories import CATEGORIES
from segment.publish.feed.reading import ATOM, ITUNES, Notes, broken, is_address, text, whole_text
from segment.publish.languages import ISO_639_2

MOST_BYTES = 4000
"""Of a description."""
_LANGUAGE = re.compile(r"([a-z]{2,3})(-[a-z0-9]{2,8})*", re.IGNORECASE)
_PICTURE = re.compile(r"\.(jpe?g|png)$", re.IGNORECASE)


def channel_notes(channel: Any, items: Sequence[Any]) -> Notes:
    """What is wrong with the show."""
    if not text(channel.find("title")):
        yield broken("FD010", channel)
    description = whole_text(channel.find("description"))
    if not description:
        yield broken("FD011", channel)
    if (size := len(description.encode())) > MOST_BYTES:
        yield broken("FD012", channel.find("description"), size)
    yield from _art(channel)
    language = text(channel.find("language"))
    shape = _LANGUAGE.fullmatch(language)
    if not shape or (len(shape[1]) == 2 and shape[1].lower() not in ISO_639_2):
        yield broken("FD014", channel, language)
    yield from _categories(channel)
    for name, code, allowed in (("explicit", "FD017", {"true", "false"}), ("type", "FD021", {"episodic", "serial"})):
        element = channel.find(f"{ITUNES}{name}")
        if text(element) not in allowed:
            yield broken(code, channel if element is None else element, text(element))
    if not text(channel.find(f"{ITUNES}author")):
        yield broken("FD018", channel)
    if not is_address(text(channel.find("link"))):
        yield broken("FD019", channel, text(channel.find("link")))
    if not any(link.get("rel") == "self" and is_address(link.get("href", "")) for link in channel.findall(f"{ATOM}link")):
        yield broken("FD020", channel)
    if email := text(channel.find(f"{ITUNES}owner/{ITUNES}email")):
        yield broken("FD022", channel.find(f"{ITUNES}owner"), email)
    if not items:
        yield broken("FD024", channel)


def _art(channel: Any) -> Notes:
    image = channel.find(f"{ITUNES}image")
    if image is None or not image.get("href"):
        yield broken("FD013", channel)
    elif not _PICTURE.search(image.get("href").split("?")[0].split("#")[0]):
        yield broken("FD023", image, image.get("href"))


def _categories(channel: Any) -> Notes:
    found = channel.findall(f"{ITUNES}category")
    if not found:
        yield broken("FD015", channel)
    for outer in found:
        name = outer.get("text", "")
        if name not in CATEGORIES:
            yield broken("FD016", outer, name)
            continue
        for inner in outer.findall(f"{ITUNES}category"):
            if inner.get("text", "") not in CATEGORIES[name]:
                yield broken("FD016", inner, f"{name} > {inner.get('text', '')}")
