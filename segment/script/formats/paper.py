"""A script for paper: double-spaced numbered lines of 62 characters, who speaks at the left, one page header on each page."""

from __future__ import annotations

from segment.script.formats.clock import running_time
from segment.script.formats.exporter import Sheet
from segment.script.formats.layout import Page, Row, pages
from segment.script.formats.page import document, escaped, marked_up

_STYLE = """
@page { margin: 12mm; }
body { margin: 0; color: #000; background: #fff; font: 10.5pt/1.2 "Courier New", "Liberation Mono", "DejaVu Sans Mono",
Courier, monospace; }
.page { break-after: page; width: 80ch; margin: 0 auto; }
.page:last-child { break-after: auto; }
header { display: flex; justify-content: space-between; border-bottom: 1pt solid #000; padding: 0 0 1.5mm; margin: 0 0 2mm; }
header p { margin: 0; }
h1, h2 { font: inherit; font-weight: bold; margin: 0; }
.row { display: grid; grid-template-columns: 4ch 13ch 62ch; column-gap: .5ch; height: 8.4mm; break-inside: avoid;
align-items: start; }
.row > * { line-height: 8.4mm; white-space: pre; }
.number { color: #444; font-size: 8pt; text-align: right; padding-right: 1ch; }
.row > .who { font-weight: bold; font-size: 7.5pt; line-height: 2.9mm; padding-top: 2.8mm; max-height: 8.4mm;
box-sizing: border-box; white-space: normal; overflow-wrap: anywhere; text-transform: uppercase; }
.who .for { text-transform: none; font-weight: normal; font-style: italic; }
.cue .text, .part .text { text-transform: uppercase; }
.part .text, .sheet .text { font-weight: bold; }
em { font-style: normal; text-decoration: underline; }
strong { text-decoration: underline; }
.say, .beat { font-style: italic; }
footer { text-align: center; padding-top: 2mm; }
@media screen { .page { padding: 12mm; margin: 8mm auto; box-shadow: 0 0 0 1px #777; } }
"""


class Paper:
    """Pages to print."""

    suffix = ".html"
    media_type = "text/html"
    what = "HTML to print: numbered lines, names, in-cue and out-cue"

    def export(self, sheet: Sheet) -> bytes:
        """The page of HTML that prints as the script's pages, A4 or Letter."""
        found = pages(sheet)
        body = "\n".join(_page(page, n, len(found), sheet) for n, page in enumerate(found, 1))
        return document(title=sheet.title, language=sheet.language, style=_STYLE, body=body)


def _page(page: Page, number: int, count: int, sheet: Sheet) -> str:
    slug = sheet.script.header("SLUG")
    slot = sheet.script.header("SLOT")
    left = [f"<h1>{escaped(slug or sheet.title)}</h1>"]
    left += [f"<p>{escaped(sheet.title)}</p>"] if slug and sheet.title != slug else []
    right = [escaped(part) for part in (sheet.show, sheet.dated) if part]
    times = escaped("; ".join(part for part in (f"slot {slot}" if slot else "", f"runs {running_time(sheet)}") if part))
    right_side = f"<p>{', '.join(right)}</p><p>{times}</p><p>page {number} of {count}</p>"
    lines = [
        f'<section class="page" aria-label="page {number}">',
        f"<header><div>{''.join(left)}</div><div>{right_side}</div></header>",
        *map(_row, page),
        f"<footer>{'— end —' if number == count else '— more —'}</footer>",
        "</section>",
    ]
    return "\n".join(lines)


def _row(row: Row) -> str:
    who = escaped(f"{row.label}:") if row.label else ""
    who += f' <span class="for">{row.only}</span>' if row.only else ""
    text = " ".join(map(marked_up, row.words))
    text = f"<h2>{text}</h2>" if row.kind == "part" else text
    return (
        f'<div class="row {row.kind}"><div class="number">{row.number}</div>'
        f'<div class="who">{who}</div><div class="text">{text}</div></div>'
    )
