"""``episode.toml`` → Episode: checked as a whole, then held against the stories, files and other episodes of the show."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from segment.errors import Cause, ProjectError, Where
from segment.media import text
from segment.model.episode import Episode, EpisodeSegment
from segment.project.episode.fields import FIELDS, OF_SEGMENT
from segment.project.episode.judging import Lines, Mistake, mistakes, read
from segment.project.episode.places import Place, files
from segment.project.slug import slug
from segment.project.story import STORIES
from segment.units import radio_time
from segment.wording import did_you_mean, quoted

LIMIT = 1_000_000
"""Bytes of an episode.toml."""
_DAY_S = 86_400
_FIELDS = {field.key: field for field in FIELDS}


def read_episode(place: Place) -> Episode:
    """What the file says.

    Raises ProjectError that lists every mistake with its line; where there is none, one for all stories and files that are not
    there, and where another episode of the show has the same number.
    """
    where = str(place.file)
    written = text.read(place.file, LIMIT)
    try:
        given = tomllib.loads(written)
    except tomllib.TOMLDecodeError as error:
        hint = 'Words and times stand in quotes, such as at = "30:00".'
        line = int(at[1]) if (at := re.search(r"at line (\d+)", str(error))) else 0
        raise ProjectError(f"The episode cannot be read: {error}.", where=Where(file=where, line=line), hint=hint) from error
    lines = Lines(written)
    _refuse([*mistakes(given, lines)], where, Cause.USAGE)
    episode = _episode(given)
    _refuse([*_at_odds(episode, lines), *_taken(episode, place, lines)], where, Cause.USAGE)
    _refuse([*_absent(episode, place, lines)], where, Cause.MATERIAL)
    return episode


def _refuse(wrong: list[Mistake], file: str, cause: Cause) -> None:
    if not wrong:
        return
    if len(wrong) == 1:
        one = wrong[0]
        raise ProjectError(one.message, where=Where(file=file, line=one.line), hint=one.hint, cause=cause)
    told = "".join(f"\n  {f'line {one.line}: ' if one.line else ''}{one.message} {one.hint}".rstrip() for one in wrong)
    raise ProjectError(f"{len(wrong)} things are wrong:{told}", where=Where(file=file), cause=cause)


def _episode(given: Mapping[str, Any]) -> Episode:
    top = _values(given, "")
    least, most = top.pop("length", (None, None))
    starts = top.pop("starts_at", None)
    segments: list[EpisodeSegment] = []
    for table in given["segments"]:
        segments.append(_segment(_values(table, OF_SEGMENT), starts, [one.name for one in segments]))
    return msgspec.convert(
        {**top, "starts_s": starts, "least_s": least, "most_s": most, "segments": [msgspec.to_builtins(one) for one in segments]},
        Episode,
    )


def _values(table: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    return {key: read(_FIELDS[prefix + key], value) for key, value in table.items() if prefix + key in _FIELDS}


def _segment(said: dict[str, Any], starts: int | None, names: list[str]) -> EpisodeSegment:
    length, post, of_day = said.pop("length", None), said.pop("at", None), said.pop("at_time", None)
    if of_day is not None and starts is not None:
        post = float((of_day - starts) % _DAY_S)
    name = said.get("story") or slug(Path(said.get("audio", "")).stem or said.get("slot") or said.get("title", ""))
    number = 1
    while (free := name if number == 1 else f"{name}-{number}") in names:
        number += 1
    return msgspec.convert({**said, "name": free, "length_s": length, "at_s": post}, EpisodeSegment)


def _at_odds(episode: Episode, lines: Lines) -> Iterator[Mistake]:
    """What cannot be together with another segment, or with the episode's length."""
    seen: dict[tuple[str, str], int] = {}
    post, before = -1.0, 0
    for i, one in enumerate(episode.segments):
        if (one.story or one.audio) and not one.slot:
            key = "story" if one.story else "audio"
            first = seen.setdefault((key, one.story or one.audio), i)
            if first != i:
                yield Mistake(
                    lines.of(key, i),
                    f"Segment {i + 1} is {one.story or one.audio} again, as segment {first + 1}.",
                    "Leave one of them out.",
                )
        if one.at_s is None:
            continue
        line = max(lines.of("at_time", i), lines.of("at", i))
        if one.at_s <= post:
            yield Mistake(
                line,
                f"Segment {i + 1} is to start at {radio_time(one.at_s)}, before segment {before + 1} at {radio_time(post)}.",
                "Posts stand in the order of time.",
            )
        if episode.most_s is not None and one.at_s >= episode.most_s:
            yield Mistake(line, f"Segment {i + 1} is to start at {radio_time(one.at_s)}, after the episode's end.")
        post, before = one.at_s, i


def _absent(episode: Episode, place: Place, lines: Lines) -> Iterator[Mistake]:
    stories = place.root / STORIES
    for i, one in enumerate(episode.segments):
        if one.placeholder:
            continue
        if one.story and (Path(one.story).name != one.story or not (stories / one.story).is_dir()):
            known = sorted(found.name for found in stories.glob("*") if found.is_dir())
            there = f"There is {', '.join(known)}; " if known else ""
            hint = did_you_mean(one.story, known, f"{there}placeholder = true and a length keep its place.")
            yield Mistake(lines.of("story", i), f"There is no story called {quoted(one.story)}.", hint)
        if one.audio and not (place.folder / one.audio).is_file():
            hint = "Its path begins where episode.toml lies; placeholder = true and a length keep its place."
            yield Mistake(lines.of("audio", i), f"There is no sound file {quoted(one.audio)}.", hint)


def _taken(episode: Episode, place: Place, lines: Lines) -> Iterator[Mistake]:
    """Another episode with the same number."""
    if not episode.number:
        return
    for other in files(place.root):
        if other.resolve() == place.file.resolve():
            continue
        try:
            found = tomllib.loads(text.read(other, LIMIT))
        except (tomllib.TOMLDecodeError, OSError):
            continue  # it is told where that episode is made
        if (found.get("season", 0), found.get("number", 0)) == (episode.season, episode.number):
            season = f" of season {episode.season}" if episode.season else ""
            yield Mistake(
                lines.of("number"),
                f"There are two episodes {episode.number}{season}.",
                f"The other is {other.parent.name}; give each number once.",
            )
