"""An episode's page and the show's: player, chapters, transcript in step with the sound, notes.

Whatever a review, a script or a setting says is text here, never markup.
"""

from __future__ import annotations

import html
from bisect import bisect
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
_NEAR_S = 0.1
"""A caption this shortly before a chapter belongs to it: both are rounded."""
_POLICY = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'self'; script-src 'self'"


def episode_page(channel: Channel, item: FeedItem, sheet: Sheet, spoken: Sequence[Caption], *, files: Sequence[str]) -> str:
    """``NAME/index.html``; ``files`` are the names beside it, the MP3 first."""
    day = item.published[:10]
    parts = [
        f'<p><a href="../index.html">{_text(channel.title)}</a></p>',
        f"<h1>{_text(item.title)}</h1>",
        f'<p class="about"><time datetime="{day}">{day}</time> · {clock(item.duration_s)}</p>',
        f'<audio id="player" controls preload="metadata" src="{_text(files[0])}" aria-label="{_text(item.title)}"></audio>',
    ]
    if sheet.chapters:
        rows = "".join(_chapter(mark) for mark in sheet.chapters)
        parts.append(f'<section aria-label="Chapters"><h2>Chapters</h2><ol class="chapters">{rows}</ol></section>')
    parts.append(f'<section aria-label="Notes"><h2>Notes</h2>{notes_html(replace(sheet, chapters=()))}</section>')
    if spoken:
        text = _transcript(spoken, sheet)
        parts.append(f'<section aria-label="Transcript" id="transcript"><h2>Transcript</h2>{text}</section>')
    links = "".join(f'<li><a href="{_text(name)}">{_text(name)}</a></li>' for name in files)
    parts.append(f'<section aria-label="Files"><h2>Files</h2><ul>{links}</ul></section>')
    return _page(f"{item.title} – {channel.title}", channel.language, parts, up="../", icon=channel.image)


def show_page(channel: Channel, items: Sequence[tuple[str, FeedItem]], *, feed: str, art: str) -> str:
    """``index.html``: the show and its episodes, each with the name of its folder."""
    rows = "".join(
        f'<li><time datetime="{item.published[:10]}">{item.published[:10]}</time> '
        f'<a href="{_text(name)}/index.html">{_text(item.title)}</a> <span class="about">{clock(item.duration_s)}</span></li>'
        for name, item in items
    )
    parts = [
        f'<img class="art" src="{_text(art)}" alt="" width="200" height="200">',
        f"<h1>{_text(channel.title)}</h1>",
        f"<p>{_text(channel.description)}</p>",
        f'<p><a href="{_text(feed)}">Feed for podcast apps</a></p>',
        f'<section aria-label="Episodes"><h2>Episodes</h2><ul class="episodes">{rows}</ul></section>',
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
    return f"<li>{_button(mark.start_s, mark.title)} <span>{title}</span>{picture}</li>"


def _button(at_s: float, what: str) -> str:
    """A button that plays from a moment on, and says to those who do not see it what is there."""
    at = clock(at_s)
    return f'<button type="button" data-at="{at_s:.3f}" aria-label="{_text(f"Play from {at}: {what}")}">{at}</button>'


def _transcript(spoken: Sequence[Caption], sheet: Sheet) -> str:
    """A paragraph for each turn and chapter, a span for each caption; the page's script marks the one that is heard.

    A paragraph has one button, so that a keyboard steps from one to the next and not through hundreds of captions.
    """
    starts = [mark.start_s for mark in sheet.chapters]
    turns = []
    for (name, _), turn in groupby(spoken, key=lambda one: (one.name, bisect(starts, one.start_s + _NEAR_S))):
        said = [*turn]
        spans = " ".join(f'<span data-at="{one.start_s:.3f}" data-to="{one.end_s:.3f}">{_text(one.text)}</span>' for one in said)
        turns.append(f"<p>{_button(said[0].start_s, name)} <cite>{_text(name)}</cite> {spans}</p>")
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
