"""The cue sheet of the music, stings and clips that are heard: what a station reports to those who license music."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from segment.model.asset import Asset
from segment.model.report import SoundRecord
from segment.model.timeline import Timeline
from segment.publish.uses import uses
from segment.units import seconds, timestamp

HEADS = ("number", "kind", "name", "title", "author", "licence", "rights", "in", "out", "length_s")
_UNKNOWN = "unknown"


def sounds(timeline: Timeline, assets: Mapping[str, Asset]) -> tuple[SoundRecord, ...]:
    """What is heard besides speech, in order, with what is known of each; ``assets`` by the names of the timeline."""
    found = []
    for use in uses(timeline):
        asset = assets.get(use.asset, Asset(name=use.asset, path="", title=use.asset))
        found.append(
            SoundRecord(
                kind=use.kind,
                name=use.asset,
                title=asset.title,
                author=asset.author,
                licence=asset.licence,
                rights=asset.rights,
                in_s=round(seconds(use.start, timeline.rate), 3),
                out_s=round(seconds(use.end, timeline.rate), 3),
            )
        )
    return tuple(found)


def cue_sheet(timeline: Timeline, assets: Mapping[str, Asset]) -> str:
    """Them as CSV (RFC 4180): a head, then one line each time a sound is heard; times as HH:MM:SS.mmm."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADS)
    for number, one in enumerate(sounds(timeline, assets), 1):
        known = [_cell(text) or _UNKNOWN for text in (one.title, one.author, one.licence, " ".join(one.rights))]
        length = f"{one.out_s - one.in_s:.3f}"
        writer.writerow([number, one.kind, _cell(one.name), *known, timestamp(one.in_s), timestamp(one.out_s), length])
    return out.getvalue()


def _cell(text: str) -> str:
    """Text that a spreadsheet will not take for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
