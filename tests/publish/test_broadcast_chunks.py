"""The bext and cart chunks, and what automation is told of a programme."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from segment.media import wav
from segment.model.label import Cut, Label
from segment.model.loudness import Loudness
from segment.model.tags import Tags
from segment.model.timeline import Played, Timeline
from segment.publish.bext import LOUDNESS_AT, bext, loudness_figures
from segment.publish.cart import cart
from segment.publish.cut import cut, iso_date
from tests.conftest import Run
from tests.publish.conftest import CRITIC, RATE, MakeLine

LOUDNESS = Loudness(
    integrated_lufs=-23.04,
    true_peak_dbtp=-1.5,
    lra_lu=4.25,
    short_term_max_lufs=-19.5,
    momentary_max_lufs=-17.251,
    sample_peak_dbfs=-2,
)
LABEL = Label(
    tags=Tags(title="Le goût du café", artist="Zoë Łęcka", album="Friday", comment="A review.", website="https://example.org/x"),
    timeline=Timeline(deliverable="air", rate=48_000, frames=480_000),
    cut=Cut(
        id="GOUT-1",
        out_cue="and that's the film.",
        first_word=96_000,
        last_word=400_000,
        ends=470_000,
        air_date="2026-11-27",
        kill_date="2026-12-04",
    ),
    made_by="radio-segment 9.9",
)


def test_bext_has_every_field_in_its_place() -> None:
    """Text, date, version and coding history stand where EBU Tech 3285 puts them; loudness is unset; the length is even."""
    chunk = bext(LABEL, coding="PCM", rate=48_000, bits=24, channels=1)
    assert chunk[:256].rstrip(b"\0") == b"Le gout du cafe. A review."
    assert chunk[256:288].rstrip(b"\0") == b"Friday"
    assert chunk[288:320].rstrip(b"\0") == b"GOUT-1"
    assert (chunk[320:330], chunk[330:338]) == (b"2026-11-27", b"00:00:00")
    assert struct.unpack("<QH", chunk[338:348]) == (0, 2)
    assert struct.unpack("<5h", chunk[412:422]) == (0x7FFF,) * 5
    assert not any(chunk[348:412] + chunk[422:602])
    assert chunk[602:].rstrip(b"\0") == b"A=PCM,F=48000,W=24,M=mono,T=radio-segment 9.9\r\n"
    assert len(chunk) % 2 == 0


def test_loudness_is_written_in_hundredths() -> None:
    """Loudness, range, true peak, momentary and short-term maximum, in the standard's order, rounded."""
    assert struct.unpack("<5h", loudness_figures(LOUDNESS)) == (-2304, 425, -150, -1725, -1950)


def test_without_a_date_the_fields_are_empty() -> None:
    """No clock is read: what nobody dated has no date."""
    undated = replace(LABEL, cut=replace(LABEL.cut, air_date="", kill_date=""))
    assert not any(bext(undated, coding="PCM", rate=48_000, bits=16, channels=2)[320:338])
    assert not any(cart(undated, "generic")[452:488])


def test_cart_has_every_field_in_its_place() -> None:
    """Cut, out-cue, dates and program stand where AES46 puts them, in ASCII, filled up with zeros."""
    chunk = cart(LABEL, "generic")
    assert len(chunk) == 2050
    fields = {
        0: b"0101",
        4: b"Le gout du cafe",
        68: b"Zoe Lecka",
        132: b"GOUT-1",
        388: b"and that's the film.",
        488: b"radio-segment",
    }
    for at, text in fields.items():
        assert chunk[at : at + 64 if at else 4].rstrip(b"\0") == text
    assert chunk[452:488] == b"2026-11-2700:00:002026-12-0423:59:59"
    assert chunk[552:616].rstrip(b"\0") == b"9.9"
    assert struct.unpack("<i", chunk[680:684]) == (32768,)
    assert chunk[1024:2048].rstrip(b"\0") == b"https://example.org/x"


@pytest.mark.parametrize("profile", ["generic", "rivendell"])
def test_the_timers_are_the_timelines(profile: str) -> None:
    """Sound, ramp and segue are in samples; the end of data stands in the generic profile alone; the rest is zero."""
    chunk = cart(LABEL, profile)
    timers = [struct.unpack("<4sI", chunk[at : at + 8]) for at in range(684, 748, 8)]
    wanted = [(b"AUDs", 0), (b"AUDe", 470_000), (b"INTs", 0), (b"INTe", 96_000), (b"SEGs", 400_000), (b"SEGe", 470_000)]
    if profile == "generic":
        wanted.append((b"EOD ", 480_000))
    assert timers == wanted + [(bytes(4), 0)] * (8 - len(wanted))


def test_a_cut_that_begins_with_a_word_has_no_ramp() -> None:
    """Without music before the first word there are no INT timers."""
    chunk = cart(replace(LABEL, cut=replace(LABEL.cut, first_word=0)), "generic")
    assert b"INT" not in chunk


def test_a_cut_is_read_off_the_timeline(line: MakeLine) -> None:
    """First word, last word, last sound and the last words said are the timeline's own."""
    spoken = line(CRITIC, start_s=4)
    bed = Played(kind="bed", asset="outro", start=spoken.end - RATE, end=spoken.end + 5 * RATE)
    timeline = Timeline(deliverable="air", rate=RATE, frames=spoken.end + 6 * RATE, voiced=(spoken,), played=(bed,))
    told = cut(timeline, id_="x", air_date="2026-01-02")
    assert (told.first_word, told.last_word, told.ends) == (spoken.words[0].start, spoken.words[-1].end, bed.end)
    assert told.out_cue == "see it on a big screen."
    assert cut(replace(timeline, voiced=(line(CRITIC, start_s=0.1),)), id_="x").first_word == 0


def test_a_programme_without_a_word_is_all_sound() -> None:
    """The next item waits for the end of the music, or of the file."""
    timeline = Timeline(deliverable="air", rate=RATE, frames=5 * RATE)
    told = cut(timeline, id_="x")
    assert (told.first_word, told.last_word, told.ends, told.out_cue) == (0, 5 * RATE, 5 * RATE, "")


@pytest.mark.parametrize(
    ("text", "date"), [("2026-11-27", "2026-11-27"), (" 2026-11-27 ", "2026-11-27"), ("Friday", ""), ("", "")]
)
def test_only_a_whole_date_is_one(text: str, date: str) -> None:
    """A chunk holds a day and nothing vaguer."""
    assert iso_date(text) == date


@pytest.mark.tools
def test_outside_readers_find_what_was_written(tmp_path: Path, tool: Run) -> None:
    """sndfile-info, mediainfo, exiftool and ffprobe read the description, the loudness, the cut and its timers."""
    path = tmp_path / "a.wav"
    sound = np.zeros((4800, 2), np.int16)
    chunks = ((b"bext", bext(LABEL, coding="PCM", rate=48_000, bits=16, channels=2)), (b"cart", cart(LABEL, "rivendell")))
    wav.write(path, lambda a, b: sound[a:b], len(sound), 48_000, chunks=chunks)
    wav.amend(path, b"bext", LOUDNESS_AT, loudness_figures(LOUDNESS))
    seen = tool("sndfile-info", "--broadcast", path).stdout
    for part in ("Le gout du cafe", "2026-11-27", "BWF version              : 2", "-23.04 LUFS", "-1.50 dBTP", "A=PCM,F=48000"):
        assert part in seen
    seen = tool("sndfile-info", "--cart", path).stdout
    for part in ("GOUT-1", "and that's the film.", "2026-12-04", "INTe    96000", "SEGs    400000", "SEGe    470000"):
        assert part in seen
    seen = tool("mediainfo", path).stdout
    assert "LoudnessRange                            : 4.25" in seen
    assert "MaxMomentaryLoudness                     : -17.25" in seen
    seen = tool("exiftool", path).stdout
    assert "2026:11:27 00:00:00" in seen
    assert "arning" not in seen
    assert "TAG:originator_reference=GOUT-1" in tool("ffprobe", "-v", "warning", "-show_format", path).stdout
