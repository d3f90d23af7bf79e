"""An episode's page and the show's: player, chapters, transcript in step with the sound, notes.

Whatever a review, a script or a setting says is text here, never markup.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from itertools import groupby

from msgspec.structs import replace

from segment.model.feed import Channel, FeedItem
from segment.model.sheet import Sheet, ShownChapter
from segment.publish.notes import notes_html
from segment.publish.site.captions import Caption
from segment.publish.spoken_text import clock
from segment.publish.text import one_line

STYLE, SCRIPT = "style.css", "player.js"
_POLICY = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'self'; script-src 'self'"


def episode_page(channel: Channel, item: FeedItem, sheet: Sheet, spoken: Sequence[Caption], *, files: Sequence[str]) -> str:
    """``NAME/index.html``; ``files`` are the names beside it, the MP3 first."""
    day = item.published[:10]
    parts = [
        f'<p><a href="../index.html">{_text(channel.title)}</a></p>',
        f"<h1>{_text(item.title)}</h1>",
        f'<p class="about"><time datetime="{day}">{day}</time> · {clock(item.duration_s)}</p>',
        f'<audio id="player" controls preload="metadata" src="{_text(files[0])}"></audio>',
    ]
    if sheet.chapters:
        rows = "".join(_chapter(mark) for mark in sheet.chapters)
        parts.append(f'<section aria-label="Chapters"><h2>Chapters</h2><ol class="chapters">{rows}</ol></section>')
    parts.append(f'<section aria-label="Notes"><h2>Notes</h2>{notes_html(replace(sheet, chapters=()))}</section>')
    if spoken:
        parts.append(f'<section aria-label="Transcript" id="transcript"><h2>Transcript</h2>{_transcript(spoken)}</section>')
    links = "".join(f'<li><a href="{_text(name)}">{_text(name)}</a></li>' for name in files)
    parts.append(f'<section aria-label="Files"><h2>Files</h2><ul>{links}</ul></section>')
    return _page(f"{item.title} – {channel.title}", channel.language, parts, up="../", icon=channel.image)


def show_page(channel: Channel, items: Sequence[tuple[str, FeedItem]], *, feed: str, art: str) -> str:
    """``index.html``: the show and its episodes, each with the name of its folder."""
    rows = "".join(
        f'<li><time datetime="{item.published[:10]}">{item.published[:10]}</time> '
        f'<a href="{_text(name)}/index.html">{_text(item.title)}</a> {clock(item.duration_s)}</li>'
        for name, item in items
    )
    parts = [
        f'<img class="art" src="{_text(art)}" alt="" width="200" height="200">',
        f"<h1>{_text(channel.title)}</h1>",
        f"<p>{_text(channel.description)}</p>",
        f'<p><a href="{_text(feed)}">Feed for podcast apps</a></p>',
        f'<ul class="episodes">{rows}</ul>',
    ]
    return _page(channel.title, channel.language, parts, up="", icon=channel.image)


def withdrawn_page(channel: Channel, title: str, day: str, reason: str) -> str:
    """``NAME/index.html`` of something that is out of the feed: that it is, since when, and why where somebody said so."""
    parts = [
        f'<p><a href="../index.html">{_text(channel.title)}</a></p>',
        f"<h1>{_text(title)}</h1>",
        f'<p>This episode was withdrawn on <time datetime="{_text(day)}">{_text(day)}</time>.</p>',
        *([f"<p>{_text(reason)}</p>"] if reason else []),
    ]
    return _page(f"{title} – {channel.title}", channel.language, parts, up="../", icon=channel.image)


def _chapter(mark: ShownChapter) -> str:
    title = _text(mark.title)
    if mark.link.startswith(("https://", "http://")):
        title = f'<a href="{_text(mark.link)}">{title}</a>'
    picture = f'<img src="{_text(mark.image)}" alt="" loading="lazy">' if mark.image else ""
    return f'<li><button type="button" data-at="{mark.start_s:.3f}">{clock(mark.start_s)}</button> {title}{picture}</li>'


def _transcript(spoken: Sequence[Caption]) -> str:
    """A paragraph for each turn, a span for each caption; the page's script marks the one that is heard."""
    turns = []
    for name, turn in groupby(spoken, key=lambda one: one.name):
        spans = " ".join(
            f'<span data-at="{one.start_s:.3f}" data-to="{one.end_s:.3f}" tabindex="0">{_text(one.text)}</span>' for one in turn
        )
        turns.append(f"<p><cite>{_text(name)}</cite> {spans}</p>")
    return "\n".join(turns)


def _page(title: str, language: str, parts: Sequence[str], *, up: str, icon: str) -> str:
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{_text(language)}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            f"<title>{_text(title)}</title>",
            f'<link rel="icon" href="{up}{_text(icon.rpartition("/")[2])}">',
            f'<link rel="stylesheet" href="{up}{STYLE}">',
            f'<script src="{up}{SCRIPT}" defer></script>',
            "</head>",
            "<body>",
            "<main>",
            *parts,
            "</main>",
            "</body>",
            "</html>",
            "",
        ]
    )


def _text(text: str) -> str:
    return html.escape(one_line(text))
