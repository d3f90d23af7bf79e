"""A script for one reader: his lines large with the time each takes, everybody else's grey."""

from __future__ import annotations

from collections.abc import Sequence

from segment.model.script import Speech
from segment.script.formats.clock import Timed, clock, timed, total
from segment.script.formats.exporter import Sheet
from segment.script.formats.page import document, escaped, marked_up
from segment.script.formats.shown import cue_text, only, pieces, spoken, words

_STYLE = """
@page { margin: 15mm; }
body { margin: 0 auto; max-width: 46rem; padding: 1rem; color: #000; background: #fff; font: 1rem/1.4 Georgia, "Liberation Serif",
"DejaVu Serif", serif; }
h1 { font-size: 1.5rem; margin: 0; }
h2 { font-size: 1rem; letter-spacing: .1em; margin: 1.5rem 0 .5rem; border-top: 1px solid #000; }
.line { display: grid; grid-template-columns: 6rem 1fr; gap: 1rem; margin: 0 0 1rem; break-inside: avoid; }
.side { overflow-wrap: anywhere; }
.other .say, .other .beat { font-size: .9em; }
.line p { margin: 0; overflow-wrap: anywhere; }
.side { font: .8rem/1.5 "Liberation Sans", Arial, sans-serif; }
.own p { font-size: 1.7rem; line-height: 1.55; }
.own .time { font-size: 1.2rem; font-weight: bold; }
.other, .cue { color: #595959; }
.side span { display: block; }
em { font-style: normal; text-decoration: underline; }
strong { text-decoration: underline; }
.say { font-family: "Liberation Sans", Arial, sans-serif; font-size: .75em; }
.beat { font-size: .75em; font-style: italic; }
@media print { body { padding: 0; max-width: none; } .own p { font-size: 18pt; } }
"""


class ReaderCopy:
    """One reader's copy; without ``role`` the critic's, else that of whoever speaks most."""

    suffix = ".html"
    media_type = "text/html"
    what = "HTML for one reader: his lines large, with times at his rate"

    def export(self, sheet: Sheet) -> bytes:
        """The page of HTML."""
        found = timed(sheet)
        role = reader_of(sheet)
        own = total(one for one in found if _is_own(one, role))
        name = sheet.person(role)
        rate = _rate(sheet, role, [one for one in found if _is_own(one, role)])
        lines = [
            f"<header><h1>{escaped(sheet.title)}</h1>",
            f"<p>For {escaped(name)}: {clock(own)} to read at {rate}, of {clock(total(found))} in all.</p></header>",
            "<main>",
        ]
        part = ""
        at = 0.0
        for one in found:
            if one.entry.part != part:
                part = one.entry.part
                lines.append(f"<h2>{part}</h2>")
            lines.append(_line(one, at, sheet, own=_is_own(one, role)))
            at += one.seconds
        return document(
            title=f"{sheet.title}: {name}", language=sheet.language, style=_STYLE, body="\n".join([*lines, "</main>"])
        )


def reader_of(sheet: Sheet) -> str:
    """The role the copy is for."""
    if sheet.role:
        return sheet.role
    lengths = dict.fromkeys(sheet.roles, 0.0)
    for one in timed(sheet):
        if isinstance(one.entry.item, Speech):
            lengths[one.entry.item.role] += one.seconds
    return "critic" if "critic" in lengths else max(lengths, key=lengths.__getitem__, default="critic")


def _rate(sheet: Sheet, role: str, own: Sequence[Timed]) -> str:
    """``160 words a minute``; where it was learned how somebody reads, what these lines come to, and from how much."""
    pace = sheet.paces.get(role)
    seconds = total(own)
    if pace is None or not pace.material_s or seconds <= 0:
        return f"{sheet.rate(role):.0f} words a minute"
    count = sum(len(spoken(one.entry.item).split()) for one in own if isinstance(one.entry.item, Speech))
    return f"{count * 60 / seconds:.0f} words a minute, as learned from {clock(pace.material_s)} of reading"


def _is_own(one: Timed, role: str) -> bool:
    return isinstance(one.entry.item, Speech) and one.entry.item.role == role


def _line(one: Timed, at: float, sheet: Sheet, *, own: bool) -> str:
    item = one.entry.item
    mark = f"<span>{only(item)} only</span>" if only(item) else ""
    if not isinstance(item, Speech):
        name, body = cue_text(item)
        return f'<div class="line cue"><div class="side">{name}{mark}</div><p>{escaped(body)}</p></div>'
    time = f'<span class="time">{clock(one.seconds)}</span>' if own else ""
    side = f"<span>{escaped(sheet.person(item.role))}</span>{time}<span>at {clock(at)}</span>{mark}"
    text = " ".join(map(marked_up, words(pieces(item), sheet.language)))
    return f'<div class="line {"own" if own else "other"}"><div class="side">{side}</div><p>{text}</p></div>'
