"""The plain text of what is heard, with the speakers' names: for the tag, for notes, for people."""

from __future__ import annotations

from collections.abc import Mapping

from segment.model.timeline import Timeline
from segment.publish.names import speaker
from segment.publish.text import one_line


def transcript(timeline: Timeline, names: Mapping[str, str]) -> str:
    """One paragraph for each spoken line in order of time, a blank line between; the name stands where the speaker changes.

    ``names`` maps a role to the name shown, a role without one shows itself. Empty when nobody speaks.
    """
    paragraphs: list[str] = []
    before = ""
    for line in sorted(timeline.voiced, key=lambda line: line.start):
        text = one_line(line.text)
        if not text:
            continue
        name = speaker(line.role, names)
        paragraphs.append(text if name == before else f"{name}: {text}")
        before = name
    return "\n\n".join(paragraphs) + "\n" if paragraphs else ""
