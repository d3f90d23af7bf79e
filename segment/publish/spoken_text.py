"""Transcripts for players and pages: JSON 1.0.0 with a segment for each caption, HTML with a paragraph for each spoken line.

Source: https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md
"""

from __future__ import annotations

import html
import json
from collections.abc import Mapping

from segment.model.timeline import Timeline
from segment.publish.names import speaker
from segment.publish.text import one_line
from segment.publish.vtt import cues
from segment.units import radio_time, seconds


def transcript_json(timeline: Timeline, names: Mapping[str, str]) -> str:
    """``<slug>.transcript.json``; times in seconds."""
    segments = [
        {"speaker": cue.name, "startTime": cue.start / 1000, "endTime": cue.end / 1000, "body": cue.text}
        for cue in cues(timeline, names)
    ]
    return json.dumps({"version": "1.0.0", "segments": segments}, ensure_ascii=False, indent=1) + "\n"


def transcript_html(timeline: Timeline, names: Mapping[str, str], *, title: str, language: str) -> str:
    """``<slug>.transcript.html``: who (``cite``) where the speaker changes, when (``time``), what (``p``)."""
    blocks = []
    before = ""
    for line in sorted(timeline.voiced, key=lambda line: line.start):
        if not (text := one_line(line.text)):
            continue
        name = speaker(line.role, names)
        if name != before:
            blocks.append(f"<cite>{html.escape(name)}:</cite>")
        before = name
        blocks.append(f"<time>{clock(seconds(line.start, timeline.rate))}</time>\n<p>{html.escape(text)}</p>")
    head = f'<!doctype html>\n<html lang="{html.escape(language)}">\n<meta charset="utf-8">\n<title>{html.escape(title)}</title>'
    return "\n".join([head, *blocks, "</html>"]) + "\n"


def clock(at_s: float) -> str:
    """Seconds as players show them: ``0:07``, ``12:30``, ``1:02:03``."""
    shown = radio_time(int(at_s))
    return f"0{shown}" if shown.startswith(":") else shown
