"""Show notes, as HTML for feeds and pages and as Markdown for people: what the sheet knows, in one order."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from msgspec import Struct

from segment.model.sheet import Link, MusicCredit, Sheet
from segment.publish.text import one_line

CHAPTERS_FROM = 3
"""Chapters that players take from a description: at least three, the first at 00:00:00."""
_MARKUP = re.compile(r"[&<>]")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")


class _Block(Struct, frozen=True, kw_only=True):
    """A paragraph, or a headed list."""

    heading: str = ""
    lines: tuple[str | Link, ...]


def notes_html(sheet: Sheet) -> str:
    """Paragraphs, lists and links alone: what every podcast app shows."""
    return "\n".join(_parts(sheet)) + "\n"


def notes_twice(sheet: Sheet, most: int) -> tuple[str, str]:
    """The notes, and as many of their blocks as go into ``most`` bytes."""
    parts = [*_parts(sheet)]
    whole = "\n".join(parts) + "\n"
    room, fitting = most, 0
    for part in parts:
        room -= len(part.encode()) + 1
        if room < 0:
            break
        fitting += 1
    return whole, whole if fitting == len(parts) else "\n".join(parts[:fitting]) + "\n"


def _parts(sheet: Sheet) -> Iterator[str]:
    for block in _blocks(sheet):
        if block.heading:
            items = "".join(f"<li>{_html(line)}</li>" for line in block.lines)
            yield f"<p>{html.escape(block.heading, quote=False)}</p>\n<ul>{items}</ul>"
        else:
            yield from (f"<p>{_html(line)}</p>" for line in block.lines)


def _html(line: str | Link) -> str:
    if isinstance(line, Link):
        return f'<a href="{html.escape(line.url)}">{html.escape(line.text)}</a>'
    return html.escape(line, quote=False) if _MARKUP.search(line) else line


def notes_markdown(sheet: Sheet) -> str:
    """The same with the title above."""

    def shown(line: str | Link) -> str:
        if isinstance(line, Link):
            return f"[{_plain(line.text)}](<{line.url}>)"
        return _plain(line)

    parts = [f"# {_plain(sheet.title)}"]
    for block in _blocks(sheet):
        if block.heading:
            parts.append(f"**{_plain(block.heading)}**\n\n" + "\n".join(f"- {shown(line)}" for line in block.lines))
        else:
            parts.extend(shown(line) for line in block.lines)
    return "\n\n".join(parts) + "\n"


def chapter_lines(sheet: Sheet) -> tuple[str, ...]:
    """``00:01:30 Title`` for each chapter, where there are enough for players to take them up."""
    if len(sheet.chapters) < CHAPTERS_FROM:
        return ()
    return tuple(f"{_hours(mark.start_s)} {one_line(mark.title)}" for mark in sheet.chapters)


def music_line(music: MusicCredit) -> str:
    """``“Title” by Author (CC0-1.0)``."""
    by = f" by {music.author}" if music.author else ""
    licence = f" ({music.licence})" if music.licence else ""
    return f"“{music.title}”{by}{licence}"


def _blocks(sheet: Sheet) -> Iterator[_Block]:
    if sheet.summary:
        yield _Block(lines=(one_line(sheet.summary),))
    if sheet.corrections:
        yield _Block(heading="Corrected", lines=sheet.corrections)
    if sheet.synthetic:
        yield _Block(lines=("A synthetic voice speaks in this recording.",))
    if lines := chapter_lines(sheet):
        yield _Block(heading="Chapters", lines=lines)
    if sheet.credits:
        yield _Block(
            heading="Credits", lines=tuple(f"{line.label}: {line.value}" if line.label else line.value for line in sheet.credits)
        )
    if sheet.cast:
        yield _Block(
            heading="Cast", lines=tuple(f"{line.value} as {line.label}" if line.label else line.value for line in sheet.cast)
        )
    if sheet.links:
        yield _Block(heading="Links", lines=sheet.links)
    if sheet.music:
        yield _Block(heading="Music", lines=tuple(music_line(one) for one in sheet.music))


def _hours(at_s: float) -> str:
    whole = int(at_s)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"


def _plain(text: str) -> str:
    """Words that Markdown shows as they are."""
    return _MARKDOWN.sub(r"\\\1", one_line(text))
