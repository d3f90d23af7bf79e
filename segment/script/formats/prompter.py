"""A script for a prompter: it scrolls at the readers' pace and shows the time left; a page that works from a file."""

from __future__ import annotations

from segment.model.script import Pause, Speech
from segment.script.formats.clock import Timed, clock, timed, total
from segment.script.formats.exporter import Sheet
from segment.script.formats.page import document, escaped, marked_up
from segment.script.formats.prompter_code import SCRIPT, STYLE
from segment.script.formats.shown import cue_text, only, pieces, words


class Prompter:
    """White on black, the line to read at a mark; space starts and stops, and the arrow keys change the pace."""

    suffix = ".html"
    media_type = "text/html"
    what = "HTML that scrolls at the reader's pace, with the time left"

    def export(self, sheet: Sheet) -> bytes:
        """The page of HTML; ``#t=SECONDS`` behind its address shows it at that time, ``#start`` starts it."""
        found = timed(sheet)
        body = [
            f'<div id="glass"{" class=mirror" if sheet.mirror else ""}>',
            f'<div id="clock" role="timer"><span id="left">{clock(total(found))}</span> left <span id="pace"></span></div>',
            '<div id="mark" aria-hidden="true"></div>',
            '<main id="text">',
            f"<h1>{escaped(sheet.title)}</h1>",
            *_lines(found, sheet),
            "<p>— end —</p>",
            "</main>",
            "</div>",
            '<nav id="keys" aria-label="prompter"><button data-key=" ">start / stop (space)</button>'
            '<button data-key="ArrowDown">slower (↓)</button><button data-key="ArrowUp">faster (↑)</button>'
            '<button data-key="PageUp">line back</button><button data-key="PageDown">line on</button>'
            '<button data-key="Home">from the top</button><button data-key="m">mirror (m)</button></nav>',
        ]
        return document(title=sheet.title, language=sheet.language, style=STYLE, body="\n".join(body), script=SCRIPT)


def _lines(found: tuple[Timed, ...], sheet: Sheet) -> list[str]:
    """One block for each entry with its seconds; who speaks is named where that changes."""
    made: list[str] = []
    part = speaker = ""
    for one in found:
        item = one.entry.item
        if one.entry.part != part:
            part = one.entry.part
            made.append(f"<h2>{part}</h2>")
        seconds = f'data-s="{one.seconds:.3f}"'
        mark = f" ({only(item)} only)" if only(item) else ""
        if not isinstance(item, Speech):
            name, body = cue_text(item)
            kind = "pause" if isinstance(item, Pause) else "cue"
            made.append(f'<p class="{kind}" {seconds}>{name}: {escaped(body)}{mark}</p>')
            speaker = ""
            continue
        who = f'<span class="who">{escaped(sheet.person(item.role))}{mark}</span>' if item.role != speaker or mark else ""
        speaker = item.role
        other = " other" if sheet.role and item.role != sheet.role else ""
        text = " ".join(map(marked_up, words(pieces(item), sheet.language)))
        made.append(f'<p class="line{other}" {seconds}>{who}{text}</p>')
    return made
