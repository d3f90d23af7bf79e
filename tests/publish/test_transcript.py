"""The transcript."""

from __future__ import annotations

import msgspec

from segment.publish.transcript import transcript


def test_names_stand_where_the_speaker_changes(line, timeline):
    """Paragraphs in order of time, a name at each change of speaker, a role without a name shown as itself."""
    lines = (
        line("Second.", start_s=5.0),
        line("First.", role="host", start_s=1.0),
        line("Third,\n and  more.", start_s=9.0),
        line("Last.", role="guest-critic", start_s=12.0),
    )
    text = transcript(timeline(lines=lines), {"critic": "Zoë"})
    assert text == "Host: First.\n\nZoë: Second.\n\nThird, and more.\n\nGuest critic: Last.\n"


def test_silence_has_no_transcript(line, timeline):
    """Nobody speaking, or lines without words, give nothing at all."""
    assert transcript(timeline(lines=()), {}) == ""
    wordless = msgspec.structs.replace(line("x", timed=False), text=" ")
    assert transcript(timeline(lines=(wordless,)), {}) == ""
