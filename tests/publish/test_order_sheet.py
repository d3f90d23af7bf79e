"""The running order, the labels and the cue sheet: what people read of a timeline."""

from __future__ import annotations

import csv
import io
from typing import Literal

import pytest
from msgspec.structs import replace

from segment.model.asset import Asset
from segment.model.timeline import LineLevel, Played, Point, Timeline
from segment.publish.cue_sheet import cue_sheet, sounds
from segment.publish.labels import labels
from segment.publish.order_sheet import order, printed
from tests.publish.conftest import RATE, MakeTimeline

THEME = Asset(name="theme", path="", title="Night Boat", author="A. Composer", licence="CC0-1.0", rights=("air",))


def piece(kind: Literal["bed", "sting", "clip"], asset: str, start: float, end: float, *corners: tuple[float, float]) -> Played:
    """A stretch of a sound; corners are seconds and dB."""
    points = tuple(Point(at=round(at * RATE), db=db) for at, db in corners)
    return Played(kind=kind, asset=asset, start=round(start * RATE), end=round(end * RATE), envelope=points)


@pytest.fixture
def heard(timeline: MakeTimeline) -> Timeline:
    """Two lines over a bed that is looped once and comes back later, a sting, and a clip with an out-cue."""
    levels = (
        LineLevel(id="host-1", speech_over_bed_db=20.04, loudness_lufs=-19.96),
        LineLevel(id="critic-1", speech_over_bed_db=None, loudness_lufs=-20.3),
    )
    down = ((0.0, -4.0), (3.0, -4.0), (4.0, -24.0), (20.0, -24.0), (21.0, -120.0))
    played = (
        piece("bed", "theme", 0.0, 12.0, *down),
        piece("bed", "theme", 11.9, 21.0, *down),
        piece("bed", "theme", 100.0, 121.0, (0.0, -4.0)),
        piece("sting", "whoosh", 50.0, 51.5, (0.0, -2.5)),
        replace(piece("clip", "trailer", 60.0, 68.5, (0.0, 1.0)), out_cue="not a downer"),
    )
    made = timeline(181.0, ((10.0, "The story"),))
    named = tuple(replace(line, id=f"{line.role}-1") for line in made.voiced)
    return replace(made, voiced=named, played=played, levels=levels)


def test_the_running_order_names_everything_that_is_heard_once(heard: Timeline) -> None:
    """Lines, chapters and sounds by the time they come in; a looped bed is one, heard again it is another."""
    rows = order(heard, {"critic": "Ann Example"}, {"theme": THEME})
    assert [(row.what, row.who, row.in_s) for row in rows] == [
        ("bed", "theme", 0.0),
        ("line", "HOST", 1.0),
        ("chapter", "", 10.0),
        ("line", "Ann Example", 10.0),
        ("sting", "whoosh", 50.0),
        ("clip", "trailer", 60.0),
        ("bed", "theme", 100.0),
    ]
    assert rows[0].out_s == 21.0
    assert (rows[0].text, rows[0].level) == ("Night Boat", "-4.0 to -24.0 dB")
    assert rows[1].level == "-20.0 LUFS, 20.0 dB over the bed"
    assert rows[3].level == "-20.3 LUFS"
    assert "not a downer" in rows[5].text


def test_the_printed_running_order_stands_in_columns(heard: Timeline) -> None:
    """Time in, time out, what, who, level; every line has them at the same places, and long texts are shortened."""
    lines = list(printed(order(heard, {}, {"theme": THEME})))
    assert lines[0].split() == ["in", "out", "what", "who", "level"]
    assert lines[1].split()[:4] == ["0:00.0", "0:21.0", "bed", "theme"]
    assert lines[-1].split()[:2] == ["1:40.0", "2:01.0"]
    column = lines[0].index("what")
    assert all(line[column - 1] == " " and line[column] != " " for line in lines)
    assert max(map(len, lines)) < 160


def test_labels_are_what_audacity_imports(heard: Timeline) -> None:
    """Start, end and text between tabs, one a line, times in seconds with points; nothing in a text breaks the line."""
    rows = order(heard, {}, {"theme": THEME})
    read = [line.split("\t") for line in labels(rows).splitlines()]
    assert all(len(fields) == 3 and float(fields[0]) <= float(fields[1]) for fields in read)
    assert ["0.000000", "21.000000", "BED theme: Night Boat"] in read
    assert ["10.000000", "10.000000", "CHAPTER: The story"] in read


def test_the_cue_sheet_says_what_was_used_for_how_long(heard: Timeline) -> None:
    """A line each time music is heard, with title, author, licence, rights, in, out, length; what nobody knows is unknown."""
    rows = list(csv.DictReader(io.StringIO(cue_sheet(heard, {"theme": THEME}))))
    assert [(row["kind"], row["title"], row["in"], row["out"], row["length_s"]) for row in rows] == [
        ("bed", "Night Boat", "00:00:00.000", "00:00:21.000", "21.000"),
        ("sting", "whoosh", "00:00:50.000", "00:00:51.500", "1.500"),
        ("clip", "trailer", "00:01:00.000", "00:01:08.500", "8.500"),
        ("bed", "Night Boat", "00:01:40.000", "00:02:01.000", "21.000"),
    ]
    assert (rows[0]["author"], rows[0]["licence"], rows[0]["rights"]) == ("A. Composer", "CC0-1.0", "air")
    assert (rows[1]["author"], rows[1]["licence"], rows[1]["rights"]) == ("unknown",) * 3


def test_a_title_is_no_formula(heard: Timeline) -> None:
    """A spreadsheet that opens the cue sheet runs nothing of it."""
    asset = replace(THEME, title="=HYPERLINK(1)")
    assert "'=HYPERLINK" in cue_sheet(heard, {"theme": asset})


def test_the_record_has_the_rights_of_all_that_is_heard(heard: Timeline) -> None:
    """What nothing is known of has no rights, and so can be told from what may be used everywhere."""
    rights = {one.name: one.rights for one in sounds(heard, {"theme": THEME})}
    assert rights == {"theme": ("air",), "whoosh": (), "trailer": ()}
