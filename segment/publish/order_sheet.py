"""The running order as people read it: time in, time out, what, who, level. A view of the timeline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from segment.model.asset import Asset
from segment.model.made import Row
from segment.model.timeline import LineLevel, Timeline, Voiced
from segment.publish.uses import Use, uses
from segment.units import seconds

_HEADS = ("in", "out", "what", "who", "level", "")
_TEXT = 60
"""Letters of what is said that are shown."""


def order(timeline: Timeline, speakers: Mapping[str, str], assets: Mapping[str, Asset]) -> tuple[Row, ...]:
    """Everything that is heard in a deliverable, by the time it comes in.

    ``speakers``: the persons who are heard, by role; ``assets``: the music behind the names of the timeline.
    """
    levels = {level.id: level for level in timeline.levels}
    rows = [
        *(_chapter(mark.title, mark.start, timeline.rate) for mark in timeline.chapters),
        *(_sound(use, assets, timeline.rate) for use in uses(timeline)),
        *(_line(voiced, levels.get(voiced.id), speakers, timeline.rate) for voiced in timeline.voiced),
    ]
    return tuple(sorted(rows, key=lambda row: row.in_s))


def _chapter(title: str, at: int, rate: int) -> Row:
    moment = _rounded(at, rate)
    return Row(in_s=moment, out_s=moment, what="chapter", who="", text=title)


def _line(voiced: Voiced, level: LineLevel | None, speakers: Mapping[str, str], rate: int) -> Row:
    said = ""
    if level is not None:
        over = "" if level.speech_over_bed_db is None else f", {level.speech_over_bed_db:.1f} dB over the bed"
        said = f"{level.loudness_lufs:.1f} LUFS{over}"
    return Row(
        in_s=_rounded(voiced.start, rate),
        out_s=_rounded(voiced.end, rate),
        what="line",
        who=speakers.get(voiced.role, voiced.role.upper()),
        text=voiced.text,
        level=said,
    )


def _sound(use: Use, assets: Mapping[str, Asset], rate: int) -> Row:
    asset = assets.get(use.asset)
    title = asset.title if asset else use.asset
    even = use.highest_db - use.lowest_db < 0.05
    return Row(
        in_s=_rounded(use.start, rate),
        out_s=_rounded(use.end, rate),
        what=use.kind,
        who=use.asset,
        text=f"{title}, out-cue “{use.out_cue}”" if use.out_cue else title,
        level=f"{use.highest_db:+.1f} dB" if even else f"{use.highest_db:+.1f} to {use.lowest_db:+.1f} dB",
    )


def _rounded(frame: int, rate: int) -> float:
    return round(seconds(frame, rate), 3)


def printed(rows: Sequence[Row]) -> Iterator[str]:
    """The rows as lines of text in columns."""
    table = [_HEADS, *(_cells(row) for row in rows)]
    widths = [max(len(cells[i]) for cells in table) for i in range(len(_HEADS) - 1)]
    for cells in table:
        columns = [cells[i].rjust(widths[i]) if i < 2 else cells[i].ljust(widths[i]) for i in range(len(widths))]
        yield "  ".join([*columns, cells[-1]]).rstrip()


def _cells(row: Row) -> tuple[str, ...]:
    out = "" if row.what == "chapter" else _clock(row.out_s)
    return _clock(row.in_s), out, row.what, row.who, row.level, shortened(row.text)


def shortened(text: str) -> str:
    """The beginning of a text, as long as a list has room for."""
    return text if len(text) <= _TEXT else f"{text[:_TEXT].rsplit(' ', 1)[0]}…"


def _clock(at_s: float) -> str:
    """``4:05.3``: tenths always, so that columns of times can be read down."""
    tenths = round(at_s * 10)
    minutes, rest = divmod(tenths, 600)
    hours, minutes = divmod(minutes, 60)
    tail = f"{minutes:02}" if hours else f"{minutes}"
    return f"{f'{hours}:' if hours else ''}{tail}:{rest // 10:02}.{rest % 10}"
