"""Transcripts as JSON and HTML."""

from __future__ import annotations

import json

from lxml import html

from segment.publish.spoken_text import clock, transcript_html, transcript_json
from segment.publish.vtt import cues

NAMES = {"critic": "Zoë <Ångström> & co"}


def test_the_json_has_the_captions_with_their_speakers(timeline):
    """Version 1.0.0; segments are the captions, in seconds."""
    document = json.loads(transcript_json(timeline(), NAMES))
    assert document["version"] == "1.0.0"
    assert [(s["speaker"], s["body"], s["startTime"]) for s in document["segments"]] == [
        (cue.name, cue.text, cue.start / 1000) for cue in cues(timeline(), NAMES)
    ]
    assert all(s["startTime"] < s["endTime"] for s in document["segments"])


def test_the_html_says_who_and_when_in_cite_time_and_p(timeline):
    """An HTML reader finds a name for each speaker, a time and a paragraph for each line, and markup in them as text."""
    programme = timeline()
    page = html.document_fromstring(transcript_html(programme, NAMES, title="<b>", language="en"))
    assert page.xpath("//cite/text()") == ["Host:", "Zoë <Ångström> & co:"]
    assert page.xpath("//time/text()") == ["0:01", "0:10"]
    assert page.xpath("//p/text()") == [line.text for line in programme.voiced]
    assert page.xpath("//title/text()") == ["<b>"]


def test_times_are_as_players_show_them():
    """Minutes have no leading zero, but there is always one."""
    assert [clock(at) for at in (0, 7.9, 61, 3723)] == ["0:00", "0:07", "1:01", "1:02:03"]
