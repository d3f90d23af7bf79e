"""An episode, made once: what is in its files is what was asked for, measured by others than us."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pytest

from segment.media import sound
from segment.pipeline.episodes import make_episode
from tests.conftest import Run
from tests.pipeline.episodes.conftest import BOOK, FILM, Built

RATE = 44_100
TIME = re.compile(r"(\d\d):(\d\d):(\d\d\.\d{3}) --> (\d\d):(\d\d):(\d\d\.\d{3})\n<v ([^>]+)>(.*)")


def cues(path: Path) -> list[tuple[float, str, str]]:
    """Start in seconds, speaker and text of each caption."""
    found = TIME.findall(path.read_text(encoding="utf-8"))
    return [(int(h) * 3600 + int(m) * 60 + float(s), who, text) for h, m, s, _, _, _, who, text in found]


def at(built: Built, name: str) -> tuple[float, float]:
    """Where a segment stands in the programme, in seconds."""
    found = next(one for one in built.made.record.segments if one.name == name)
    return found.start_s, found.end_s


def loudness(samples: np.ndarray) -> float:
    """Integrated loudness by a meter that is not ours; mono counts on both sides."""
    meter = pytest.importorskip("pyebur128")
    state = meter.R128State(2, RATE, meter.MeasurementMode.MODE_I)
    both = np.ascontiguousarray(np.repeat(samples, 2 // samples.shape[1], axis=1), np.float64)
    state.add_frames(both.reshape(-1), len(both))
    return float(meter.get_loudness_global(state))


def test_the_decoded_file_is_the_programme_to_the_sample(built: Built, tool: Run, tmp_path: Path) -> None:
    """ffmpeg decodes as many samples as the record says the programme has, and finds nothing wrong with the file."""
    raw = tmp_path / "decoded.raw"
    tool("ffmpeg", "-v", "error", "-xerror", "-i", built.file(".mp3"), "-f", "s16le", "-ac", "1", raw)
    assert raw.stat().st_size // 2 == round(built.made.duration_s * RATE)
    assert "WARNING" not in tool("mp3val", built.file(".mp3")).stdout


def test_it_is_as_loud_as_asked_for(built: Built) -> None:
    """−16 LUFS to a tenth, by another meter on the decoded file."""
    assert loudness(sound.read(built.file(".mp3")).samples) == pytest.approx(-16.0, abs=0.1)


def test_the_voices_of_all_segments_stand_at_one_level(built: Built) -> None:
    """Each segment's voice is within 1 LU of every other and of the host, in the record and in the decoded file."""
    decoded = sound.read(built.file(".mp3")).samples
    heard = [loudness(decoded[round(start * RATE) : round(end * RATE)]) for start, end in (at(built, "film"), at(built, "book"))]
    start = cues(built.file(".vtt"))[-1][0]
    heard.append(loudness(decoded[round(start * RATE) : round((start + 1.5) * RATE)]))
    assert max(heard[:2]) - min(heard[:2]) <= 1.0
    assert max(heard) - min(heard) <= 2.0  # the last is the host's, over music
    recorded = [one.voice_lufs for one in built.made.record.segments if one.voice_lufs is not None]
    assert len(recorded) == 2
    assert max(recorded) - min(recorded) <= 1.0


def test_every_word_of_a_segment_keeps_its_time(built: Built) -> None:
    """The captions of a piece are those of its own file, all moved by the same time."""
    own = [cue for cue in cues(built.root / "stories" / "film" / "out" / "film.vtt") if cue[2] in FILM]
    here = [cue for cue in cues(built.file(".vtt")) if cue[2] in FILM]
    assert [cue[2] for cue in own] == [cue[2] for cue in here]
    assert len(own) >= 2
    moved = [there[0] - before[0] for before, there in zip(own, here, strict=True)]
    assert max(moved) - min(moved) <= 0.0021
    start, end = at(built, "film")
    assert all(start <= cue[0] < end for cue in here)


def test_only_the_piece_is_heard_and_the_links_are_the_hosts(built: Built) -> None:
    """Neither the INTRO's music nor the TAG of a story comes along; a link is what episode.toml or the story's INTRO says."""
    said = [text for _, _, text in cues(built.file(".vtt"))]
    assert "The full review is on our website." not in said
    assert "Ann Example has been away with a film." in said
    assert "And now to a book about a hedge." in said
    assert [piece for piece in built.made.orders["podcast"] if piece.what == "bed" and ":" in piece.who] == []


def test_a_fixed_post_is_met_to_the_sample(built: Built) -> None:
    """What must start at 0:45 starts there, its link right before it, and before that music is heard."""
    assert at(built, "visit")[0] == 45.0
    rows = [row for row in built.made.orders["podcast"] if row.what in {"line", "bed", "sting", "clip"} and row.in_s < 45.0]
    assert [row.what for row in sorted(rows, key=lambda row: row.in_s)][-3:] == ["bed", "sting", "line"]
    link, fill = max(rows, key=lambda row: row.in_s), [row for row in rows if row.what == "bed"][-1]
    assert 0.3 < 45.0 - link.out_s < 1.0
    decoded = sound.read(built.file(".mp3")).samples
    middle = (fill.in_s + fill.out_s) / 2
    assert np.abs(decoded[round((middle - 0.5) * RATE) : round((middle + 0.5) * RATE)]).max() > 0.02


def test_chapters_begin_with_the_first_sound_of_their_link(built: Built) -> None:
    """One chapter for each segment, at the sample at which the host begins to speak; none for the promo."""
    chapters = json.loads(built.file(".chapters.json").read_text(encoding="utf-8"))["chapters"]
    timeline = [row for row in built.made.orders["podcast"] if row.what == "chapter"]
    assert [row.text for row in timeline] == ["Film: The Film", "A visit", "Opera of the week", "Book: The Book"]
    lines = {row.in_s for row in built.made.orders["podcast"] if row.what == "line"}
    assert all(row.in_s in lines for row in timeline)
    shown = built.report()["deliverables"][0]["chapters"]
    samples = [mark["start"] for mark in shown]
    assert [one["startTime"] for one in chapters] == [round(sample / RATE, 3) for sample in samples]
    first = round(samples[1] / RATE, 3)
    assert first in {round(row.in_s, 3) for row in timeline}


def test_finished_audio_is_only_brought_to_the_level(built: Built) -> None:
    """What others made is heard as long as it is, with a gain and nothing else, and is credited."""
    start, end = at(built, "visit")
    assert end - start == pytest.approx(5.0, abs=1 / RATE)
    own = sound.read(built.folder / "visit.wav").samples[:, 0]
    heard = sound.read(built.file(".mp3")).samples.mean(axis=1)[round(start * RATE) : round(end * RATE)]
    halves = [np.sqrt(np.mean(half**2)) for half in (heard[4410:88200], heard[88200:-4410])]
    before = [np.sqrt(np.mean(half**2)) for half in (own[2205:44100], own[44100:-2205])]
    assert halves[0] / before[0] == pytest.approx(halves[1] / before[1], rel=0.03)
    assert {"title": "A visit", "author": "Ana Lund", "licence": ""} in built.report()["sheet"]["music"]


def test_a_placeholder_is_silence_of_its_length_and_keeps_it_back(built: Built) -> None:
    """A gap of 65 s is built, told, and the sheet says that it may not be published."""
    start, end = at(built, "opera-of-the-week")
    assert end - start == 65.0
    decoded = sound.read(built.file(".mp3")).samples
    assert np.abs(decoded[round((start + 1) * RATE) : round((end - 1) * RATE)]).max() < 1e-3
    report = built.report()
    assert report["episode"]["placeholders"] == ["opera-of-the-week"]
    assert report["sheet"]["withheld"] == ["A placeholder stands in for opera-of-the-week."]
    assert "EP003" in {note["code"] for note in report["findings"]}


def test_two_critics_are_two_people(built: Built) -> None:
    """Everybody who wrote is told of once, and credits say of which work."""
    sheet = built.report()["sheet"]
    assert {(one["name"], one["role"]) for one in sheet["people"]} == {("Ann Example", "author"), ("Bo Sample", "author")}
    transcript = built.file(".transcript.html").read_text(encoding="utf-8")
    assert FILM.partition(",")[0] in transcript
    assert BOOK.partition(",")[0] in transcript


def test_a_second_run_does_nothing(built: Built) -> None:
    """Where nothing changed no file is touched, and the answer is the same."""
    before = {path: path.stat().st_mtime_ns for path in built.root.rglob("*") if path.is_file() and ".segment" not in path.parts}
    again = make_episode(built.folder, formats=("all",))
    after = {path: path.stat().st_mtime_ns for path in built.root.rglob("*") if path.is_file() and ".segment" not in path.parts}
    assert (again.anew, again.segments_made) == (False, ())
    assert before == after
    assert (again.duration_s, again.record) == (pytest.approx(built.made.duration_s, abs=1e-6), built.made.record)
    assert again.chapters == built.made.chapters


def test_it_is_tagged_as_an_episode(built: Built, tool: Run) -> None:
    """Players see the episode's title, the show, the date, and the chapters in their order."""
    told = json.loads(tool("ffprobe", "-v", "error", "-show_chapters", "-show_format", "-of", "json", built.file(".mp3")).stdout)
    tags = told["format"]["tags"]
    assert (tags["title"], tags["album"], tags["track"], tags["date"]) == (
        "Light and hedges",
        "The Friday Review",
        "3",
        "2026-03-06",
    )
    assert [one["tags"]["title"] for one in told["chapters"]] == [mark.title for mark in built.made.chapters]
