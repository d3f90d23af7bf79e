"""Rules of the podcast namespace (podcasting2.org)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from segment.publish.feed.identity import podcast_guid
from segment.publish.feed.reading import ATOM, ITUNES, PODCAST, Notes, broken, is_address, text
from segment.publish.feed.roles import is_known

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", re.IGNORECASE)
_KINDS = ("podcast", "music", "video", "film", "audiobook", "newsletter", "blog", "publisher", "course", "mixed")
_MEDIA = {*_KINDS, *(f"{kind}L" for kind in _KINDS)}
_CHAPTERS = {"application/json+chapters", "application/json"}
_TIMED = {"text/vtt", "application/x-subrip", "application/srt", "text/srt", "application/json"}
_SOUNDBITE_S = (15.0, 120.0)
_NAME = 128
_SPDX = re.compile(r"[a-z0-9][a-z0-9.+-]*", re.IGNORECASE)


def podcast_notes(channel: Any, items: Sequence[Any], url: str) -> Notes:
    """What is wrong with the elements of the namespace, in the channel and in items."""
    yield from _guid(channel, url)
    locked = channel.find(f"{PODCAST}locked")
    if locked is not None and text(locked) not in {"yes", "no"}:
        yield broken("FD061", locked, text(locked))
    medium = channel.find(f"{PODCAST}medium")
    if medium is not None and text(medium) not in _MEDIA:
        yield broken("FD063", medium, text(medium))
    for frequency in channel.findall(f"{PODCAST}updateFrequency"):
        if (rule := frequency.get("rrule")) is not None and not _is_rule(rule):
            yield broken("FD065", frequency, rule)
    for place in (channel, *items):
        yield from _people(place)
        yield from _licence(place)
        for words in place.findall(f"{PODCAST}txt"):
            if words.get("purpose") == "ai-content" and text(words) not in {"true", "false"}:
                yield broken("FD070", words, text(words))
    said = {words.get("purpose"): words for words in channel.findall(f"{PODCAST}txt")}.get("ai-content")
    for item in items:
        if said is not None and text(said) == "false" and _is_synthetic(item):
            yield broken("FD074", said, text(item.find("title")))
        yield from _soundbites(item)
        yield from _alternates(item)
        yield from _texts(item)


def _is_synthetic(item: Any) -> bool:
    return any(words.get("purpose") == "ai-content" and text(words) == "true" for words in item.findall(f"{PODCAST}txt"))


def _guid(channel: Any, url: str) -> Notes:
    element = channel.find(f"{PODCAST}guid")
    said = text(element)
    if not _UUID.fullmatch(said):
        yield broken("FD060", channel if element is None else element, said)
        return
    own = next((link.get("href", "") for link in channel.findall(f"{ATOM}link") if link.get("rel") == "self"), "")
    known = [address for address in (url, own) if is_address(address)]
    # A feed that has moved keeps its first id: only one that could be derived and is of version 5 all the same is doubtful.
    if known and said[14] != "5" and said.lower() not in {podcast_guid(address) for address in known}:
        yield broken("FD060", element, said)


def _is_rule(rule: str) -> bool:
    parts = [part.partition("=") for part in rule.removeprefix("RRULE:").split(";") if part]
    names = {name for name, _, value in parts if value}
    return "FREQ" in names and len(names) == len(parts)


def _people(place: Any) -> Notes:
    for person in place.findall(f"{PODCAST}person"):
        name = text(person)
        if not name or len(name) > _NAME:
            yield broken("FD062", person, name)
        group, role = person.get("group", ""), person.get("role", "")
        if not is_known(group, role):
            yield broken("FD072", person, ", ".join(word for word in (group, role) if word))


def _licence(place: Any) -> Notes:
    licence = place.find(f"{PODCAST}license")
    if licence is None:
        return
    said = text(licence)
    if not said or len(said) > _NAME or (not _SPDX.fullmatch(said) and not is_address(licence.get("url", ""))):
        yield broken("FD066", licence, said)


def _number(said: str) -> float | None:
    try:
        return float(said)
    except ValueError:
        return None


def _soundbites(item: Any) -> Notes:
    length = _number(text(item.find(f"{ITUNES}duration")))
    for bite in item.findall(f"{PODCAST}soundbite"):
        start, lasts = _number(bite.get("startTime", "")), _number(bite.get("duration", ""))
        if start is None or lasts is None or start < 0 or not _SOUNDBITE_S[0] <= lasts <= _SOUNDBITE_S[1]:
            yield broken("FD064", bite, f"{bite.get('startTime', '')} for {bite.get('duration', '')}")
        elif length and start + lasts > length + 1:
            yield broken("FD064", bite, f"{start:g} for {lasts:g} of {length:g}")


def _alternates(item: Any) -> Notes:
    sounds = item.findall(f"{PODCAST}alternateEnclosure")
    if (defaults := sum(sound.get("default") == "true" for sound in sounds)) > 1:
        yield broken("FD075", sounds[0], defaults)
    for sound in sounds:
        if "/" not in sound.get("type", ""):
            yield broken("FD067", sound, "no type")
        if not any(source.get("uri") for source in sound.findall(f"{PODCAST}source")):
            yield broken("FD067", sound, "no source")
        for key in ("length", "bitrate"):
            given = sound.get(key)
            if given is not None and _number(given) is None:
                yield broken("FD067", sound, f"{key} {given}")
        for seal in sound.findall(f"{PODCAST}integrity"):
            value = seal.get("value", "")
            hashed = seal.get("type") != "sri" or re.match(r"sha(256|384|512)-[A-Za-z0-9+/]+=*$", value)
            if seal.get("type") not in {"sri", "pgp-signature"} or not value or not hashed:
                yield broken("FD071", seal, value)


def _texts(item: Any) -> Notes:
    for transcript in item.findall(f"{PODCAST}transcript"):
        kind = transcript.get("type", "")
        if not transcript.get("url") or "/" not in kind:
            yield broken("FD068", transcript, "no url" if not transcript.get("url") else "no type")
        elif transcript.get("rel") == "captions" and kind.split(";")[0] not in _TIMED:
            yield broken("FD068", transcript, f"captions of type {kind}")
    for chapters in item.findall(f"{PODCAST}chapters"):
        if not chapters.get("url") or chapters.get("type") not in _CHAPTERS:
            yield broken("FD069", chapters, chapters.get("type") or "no type")
