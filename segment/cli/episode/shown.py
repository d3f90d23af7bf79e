"""What people see of an episode: its finished files, and the table of how far it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from segment.cli import show
from segment.cli.terminal import in_line, say
from segment.model.episode import EpisodeMade, EpisodeRow, EpisodeStatus
from segment.units import radio_span, radio_time, time_of_day

_HEADS = ("segment", "state", "length", "wanted", "", "starts", "post", "")


def made(result: EpisodeMade, *, quiet: bool) -> None:
    """The finished files on stdout, with length and loudness; what was made for it, or that nothing was, on stderr."""
    for name in () if quiet else result.segments_made:
        say(f"made: {name}", err=True)
    if not result.anew:
        say(f"{result.slug} is up to date: nothing was done.", err=True)
    show.files(result.artifacts, result.deliverables)


def order(result: EpisodeMade) -> None:
    """What is heard."""
    from segment.publish.order_sheet import printed

    for rows in result.orders.values():
        for line in printed(rows):
            say(f"  {line}")


def made_json(result: EpisodeMade, *, running_order: bool) -> dict[str, Any]:
    """The shape that ``--json`` promises."""
    orders = {"running_order": msgspec.to_builtins(result.orders)} if running_order else {}
    return orders | {
        "slug": result.slug,
        "made": result.anew,
        "segments_made": list(result.segments_made),
        "artifacts": msgspec.to_builtins(result.artifacts),
        "duration_s": round(result.duration_s, 6),
        "loudness": show.loudness_json(result.loudness),
        "deliverables": show.deliverables_json(result.deliverables),
        "chapters": msgspec.to_builtins(result.chapters),
        "episode": msgspec.to_builtins(result.record),
        "findings": msgspec.to_builtins(result.findings),
    }


def status(found: EpisodeStatus) -> None:
    """The table on stdout; what is missing on stderr."""
    number = f"{found.season}.{found.number}" if found.season and found.number else str(found.number or "")
    say(f"{number}  {in_line(found.title)}: {found.state}".strip())
    rows = [_HEADS, *(_row(row, "~" if found.is_reckoned else "") for row in found.rows)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADS))]
    for row in rows:
        say("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    say(f"  {' '.join(_total(found))}")
    if found.missing:
        say(f"missing: {', '.join(found.missing)}", err=True)
    show.notes(found.findings)


def _row(row: EpisodeRow, about: str) -> tuple[str, ...]:
    state = f"changed: {', '.join(row.changed)}" if row.changed else row.state
    return (
        in_line(row.name),
        state,
        "" if row.length_s is None else f"{'~' if row.is_reckoned else ''}{radio_time(round(row.length_s))}",
        "" if row.wanted_s is None else radio_time(row.wanted_s),
        _over(row.over_s),
        "" if row.starts_s is None else f"{about}{radio_time(round(row.starts_s))}",
        "" if row.at_s is None else radio_time(row.at_s),
        "" if row.late_s is None else _late(row.late_s),
    )


def _over(over_s: float | None) -> str:
    if not over_s or round(abs(over_s)) == 0:
        return ""
    return f"{radio_time(round(abs(over_s)))} {'over' if over_s > 0 else 'under'}"


def _late(late_s: float) -> str:
    return f"{radio_time(round(late_s))} late" if late_s > 0 else f"{radio_time(round(-late_s))} to fill"


def _total(found: EpisodeStatus) -> Iterator[str]:
    yield f"whole: {'~' if found.is_reckoned else ''}{radio_time(round(found.length_s))}"
    if found.least_s is not None and found.most_s is not None:
        yield f"of {radio_span(found.least_s, found.most_s)}"
        yield _over(found.over_s) or "on time"
    if found.starts_at_s is not None:
        yield f"({time_of_day(found.starts_at_s)} to {time_of_day(found.starts_at_s + found.length_s)})"
