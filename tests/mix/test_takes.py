"""Recordings that cover several lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from segment.mix.arrange import Arranged
from segment.model.script import Chapter, Clip, Music, Pause, Sting
from segment.model.sound import Sound, Spoken

RATE = 16_000
Assets = dict[str, Sound]
Written = Callable[[], Any]
Cued = Callable[[str, str], Music]


def codes(arranged: Arranged) -> list[str]:
    """The codes of its notes."""
    return [f.code for f in arranged.findings]


def record(order: Any, role: str, sound: Sound) -> Spoken:
    """Replace all lines of a role by one recording."""
    covered = tuple(e.line_id for e in order.entries if e.line_id.startswith(role))
    for key in covered:
        order.spoken.pop(key)
    take = Spoken(id=covered[0], role=role, voice="take", sound=sound, words=(), synthetic=False, covers=covered)
    order.spoken[covered[0]] = take
    return take


@pytest.fixture
def reading(voice: Callable[..., Sound]) -> Sound:
    """Three passages of 5 s with a second between them."""
    passage, pause = voice(5.0).samples, np.zeros((RATE, 1), np.float32)
    samples = np.concatenate((passage, pause, passage, pause, passage))
    return Sound(samples=samples, rate=RATE, fingerprint="reading")


@pytest.fixture
def order(written: Written, cue: Cued) -> Any:
    """A piece of three lines with things between them."""
    return (
        written()
        .add("INTRO", cue("intro", "establish 2s, under"), ("host", 3.0))
        .add("PIECE", cue("intro", "sneak out"), Chapter(title="One"), ("critic", 1.0), Sting(asset="swish"), Pause(seconds=2.0))
        .add("PIECE", Chapter(title="Two"), ("critic", 1.0), cue("outro", "sneak in, under, up full, out cold"), ("critic", 1.0))
        .add("TAG", ("host", 2.0))
    )


def test_a_recording_stands_once_at_its_first_line(order: Any, assets: Assets, reading: Sound) -> None:
    """It is one line with the text of all, not synthetic, and its words are reckoned."""
    record(order, "critic", reading)
    voiced = order.arranged(assets).timeline.voiced
    assert [v.id for v in voiced] == ["host-1", "critic-1", "host-2"]
    take = voiced[1]
    assert take.end - take.start == reading.frames
    assert (take.timed, take.synthetic, take.voice) == (False, False, "take")
    assert take.text.count("nothing else.") == 3
    assert " ".join(w.text for w in take.words) == take.text


def test_stings_and_pauses_inside_a_recording_are_dropped_with_notes(order: Any, assets: Assets, reading: Sound) -> None:
    """Nothing is cut into a person's recording."""
    record(order, "critic", reading)
    arranged = order.arranged(assets)
    assert all(p.kind == "bed" for p in arranged.timeline.played)
    assert {"MX005", "MX006"} <= set(codes(arranged))


def test_chapters_inside_a_recording_start_where_its_text_says_at_a_pause(order: Any, assets: Assets, reading: Sound) -> None:
    """The second of three equal lines begins with the second passage of the recording, with a note."""
    record(order, "critic", reading)
    arranged = order.arranged(assets)
    one, two = arranged.timeline.chapters
    take = arranged.timeline.voiced[1]
    assert one.start == take.start
    assert (two.start - take.start) / RATE == pytest.approx(6.15, abs=0.1)
    assert "MX003" in codes(arranged)


def test_music_inside_a_recording_comes_in_there_and_up_after_it(order: Any, assets: Assets, reading: Sound) -> None:
    """The outro sneaks in where the last line is reckoned to begin, ducks by the voice's energy, and ends after it."""
    record(order, "critic", reading)
    arranged = order.arranged(assets)
    take = arranged.timeline.voiced[1]
    [outro] = [p for p in arranged.timeline.played if p.asset == "outro"]
    assert (outro.start - take.start) / RATE == pytest.approx(12.25, abs=0.2)
    clear = max(p.db for p in outro.envelope)
    middle = take.start + 15 * RATE
    assert np.interp(middle, [p.at for p in outro.envelope], [p.db for p in outro.envelope]) < clear - 12
    assert outro.end > take.end + 5 * RATE
    assert "MX004" in codes(arranged)


def test_the_bed_is_down_when_the_recording_begins_to_speak(written: Written, cue: Cued, assets: Assets, voice: Any) -> None:
    """Without word times, ``establish 3s`` counts to the first sound of the voice, and the bed is down there."""
    order = written().add("PIECE", cue("intro", "establish 3s, under"), ("critic", 1.0), cue("intro", "lose"))
    record(order, "critic", voice(8.0, lead=1.0, tail=1.0))
    timeline = order.arranged(assets).timeline
    begins = timeline.voiced[0].words[0].start
    bed = timeline.played[0]
    clear = max(p.db for p in bed.envelope)
    assert begins / RATE == pytest.approx(3.0, abs=0.05)
    assert timeline.voiced[0].start / RATE == pytest.approx(2.0, abs=0.1)
    assert np.interp(begins, [p.at for p in bed.envelope], [p.db for p in bed.envelope]) < clear - 10


def test_lines_of_another_voice_inside_are_heard_after_with_a_note(written: Written, reading: Sound) -> None:
    """A question between two recorded answers cannot be cut in: it follows."""
    order = written().add("PIECE", ("critic", 1.0), ("host", 2.0), ("critic", 1.0))
    record(order, "critic", reading)
    arranged = order.arranged({})
    assert [v.id for v in arranged.timeline.voiced] == ["critic-1", "host-1"]
    assert "MX002" in codes(arranged)


def test_what_stands_between_two_voices_is_not_inside(written: Written, cue: Cued, assets: Assets, reading: Sound) -> None:
    """A host who recorded introduction and tag in one file does not swallow the piece between them."""
    order = written().add("INTRO", ("host", 1.0)).add("PIECE", Chapter(title="One"), Sting(asset="swish"), ("critic", 2.0))
    order.add("TAG", ("host", 1.0))
    record(order, "host", reading)
    arranged = order.arranged(assets)
    assert [p.kind for p in arranged.timeline.played] == ["sting"]
    assert arranged.timeline.chapters[0].start == arranged.timeline.played[0].start


def test_a_clip_inside_a_recording_is_played_after_it(written: Written, assets: Assets, reading: Sound) -> None:
    """It is not lost, and there is a note."""
    order = written().add("PIECE", ("critic", 1.0), Clip(asset="trailer.wav", out_s=2.0), ("critic", 1.0))
    record(order, "critic", reading)
    arranged = order.arranged(assets)
    assert arranged.timeline.played[0].start >= arranged.timeline.voiced[0].end - RATE
    assert "MX007" in codes(arranged)


def test_a_recording_of_lines_that_are_left_out_is_heard_whole_with_a_note(order: Any, assets: Assets, reading: Sound) -> None:
    """A line that this deliverable drops is still in the recording: the producer is told."""
    record(order, "critic", reading)
    order.entries = [e for e in order.entries if e.line_id != "critic-2"]
    arranged = order.arranged(assets)
    assert "MX001" in codes(arranged)
    assert "critic-2" in next(f.message for f in arranged.findings if f.code == "MX001")
