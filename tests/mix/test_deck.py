"""What each verb of a MUSIC cue does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from segment.mix.bed import CROSS_S, LOSE_S, ORPHAN_S, UP_S
from segment.model.script import Music
from segment.model.sound import Sound
from segment.model.timeline import Timeline, Voiced
from segment.units import SILENCE_DB

RATE = 16_000
Assets = dict[str, Sound]
Written = Callable[[], Any]
Cued = Callable[[str, str], Music]


def first(line: Voiced) -> float:
    """Seconds at which its first word begins."""
    return line.words[0].start / RATE


def last(line: Voiced) -> float:
    """Seconds at which its last word ends."""
    return line.words[-1].end / RATE


def gain(timeline: Timeline, asset: str, seconds: float) -> float:
    """The highest gain in dB at which an asset sounds at a moment; silence where it does not."""
    at = seconds * RATE
    heard = [p.envelope for p in timeline.played if p.asset == asset and p.start <= at < p.end]
    return max([float(np.interp(at, [p.at for p in e], [p.db for p in e])) for e in heard], default=SILENCE_DB)


def ends(timeline: Timeline, asset: str) -> float:
    """Seconds at which the last stretch of an asset is over."""
    return max(p.end for p in timeline.played if p.asset == asset) / RATE


def test_lose_is_quick(written: Written, cue: Cued, assets: Assets) -> None:
    """A bed that is lost is gone a second after the next word begins."""
    order = written().add("INTRO", cue("intro", "establish 2s, under"), ("host", 3.0), cue("intro", "lose"), ("host", 5.0))
    timeline = order.arranged(assets).timeline
    assert ends(timeline, "intro") == pytest.approx(first(timeline.voiced[1]) + LOSE_S, abs=0.01)


def test_fade_takes_the_time_it_says(written: Written, cue: Cued, assets: Assets) -> None:
    """``fade 5s`` begins where the talk before it ends and is over five seconds later."""
    order = written().add("INTRO", cue("intro", "establish 2s, under"), ("host", 3.0), cue("intro", "fade 5s"), ("host", 8.0))
    timeline = order.arranged(assets).timeline
    assert ends(timeline, "intro") == pytest.approx(last(timeline.voiced[0]) + 5.0, abs=0.01)


def test_up_between_two_lines_holds_the_talk(written: Written, cue: Cued, assets: Assets) -> None:
    """The bed is full between the lines, the second line waits, and the bed is under it again."""
    order = written().add("PIECE", cue("intro", "establish 2s, under"), ("host", 3.0), cue("intro", "up, under"), ("host", 3.0))
    timeline = order.add("PIECE", cue("intro", "lose"), ("host", 2.0)).arranged(assets).timeline
    one, two, _ = timeline.voiced
    clear = gain(timeline, "intro", 0.5)
    assert first(two) - last(one) == pytest.approx(UP_S, abs=0.01)
    assert gain(timeline, "intro", last(one) + 1.8) == pytest.approx(clear, abs=0.01)
    assert gain(timeline, "intro", first(two) + 1.0) < clear - 10


def test_cross_to_hands_over_with_equal_power(written: Written, cue: Cued, assets: Assets) -> None:
    """The old bed is full up to the cross and gone two seconds later; half-way both are as far down."""
    order = written().add("PIECE", cue("intro", "establish 4s, cross to outro, establish 4s, under"), ("host", 3.0))
    timeline = order.arranged(assets).timeline
    at = next(p.start for p in timeline.played if p.asset == "outro") / RATE
    clears = {name: max(p.db for q in timeline.played if q.asset == name for p in q.envelope) for name in ("intro", "outro")}
    assert at == pytest.approx(4.0, abs=0.01)
    assert ends(timeline, "intro") == pytest.approx(at + CROSS_S, abs=0.01)
    assert gain(timeline, "intro", 3.0) == pytest.approx(clears["intro"], abs=0.01)
    half = at + CROSS_S / 2
    assert gain(timeline, "intro", half) - clears["intro"] == pytest.approx(-3.0, abs=0.1)
    assert gain(timeline, "outro", half) - clears["outro"] == pytest.approx(-3.0, abs=0.1)


def test_a_post_is_where_the_talk_ends(written: Written, cue: Cued, assets: Assets) -> None:
    """``post 9s``: the ninth second of the music falls on the end of the last word."""
    order = written().add("PIECE", cue("intro", "sneak in, under, post 9s, fade 3s"), ("host", 6.0))
    timeline = order.arranged(assets).timeline
    [bed] = timeline.played
    end = round(last(timeline.voiced[0]) * RATE)
    assert bed.offset + end - bed.start == 9 * RATE
    assert gain(timeline, "intro", end / RATE + 1.5) > gain(timeline, "intro", end / RATE - 1.0) + 10


def test_a_post_alone_starts_the_bed_under_the_talk(written: Written, cue: Cued, assets: Assets) -> None:
    """``post 9s`` needs no other verb: the bed comes in under the first words."""
    timeline = written().add("PIECE", cue("intro", "post 9s, fade 3s"), ("host", 6.0)).arranged(assets).timeline
    assert timeline.played[0].start == timeline.voiced[0].words[0].start


def test_music_that_ends_at_the_end_ends_with_the_talk(written: Written, cue: Cued, assets: Assets) -> None:
    """Its own ending comes just after the last word of the programme, across parts."""
    order = written().add("PIECE", cue("intro", "sneak in, ends at end"), ("critic", 5.0)).add("TAG", ("host", 4.0))
    timeline = order.arranged(assets).timeline
    [bed] = timeline.played
    assert bed.offset + bed.end - bed.start == assets["intro"].frames
    assert 0.5 < bed.end / RATE - last(timeline.voiced[-1]) < 3.0


def test_an_established_bed_keeps_both_its_beginning_and_its_ending(written: Written, cue: Cued, assets: Assets) -> None:
    """A theme of 20 s over 9 s of talk begins at its beginning, ends at its ending, and is cut in between with a note."""
    order = written().add("PIECE", cue("intro", "establish 2s, under, up full, out cold"), ("critic", 4.0))
    arranged = order.arranged(assets)
    start, *_, end = arranged.timeline.played
    assert (start.start, start.offset) == (0, 0)
    assert end.offset + end.end - end.start == assets["intro"].frames
    assert "MX030" in [f.code for f in arranged.findings]


def test_a_bed_that_is_too_short_is_repeated(written: Written, cue: Cued, assets: Assets) -> None:
    """A bed of 20 s under 40 s of talk sounds in every second of it, with a note."""
    order = written().add("PIECE", cue("intro", "establish 2s, under"), ("critic", 40.0), cue("intro", "sneak out"))
    arranged = order.add("PIECE", ("host", 5.0)).arranged(assets)
    assert all(gain(arranged.timeline, "intro", second) > SILENCE_DB for second in range(1, 42))
    assert "MX030" in [f.code for f in arranged.findings]


def test_a_bed_too_short_to_repeat_ends_by_itself_with_a_note(written: Written, cue: Cued, assets: Assets) -> None:
    """A sting used as a bed is not chopped into a loop."""
    order = written().add("PIECE", cue("swish", "establish 1s, under"), ("critic", 9.0), cue("swish", "sneak out"), ("host", 5.0))
    arranged = order.arranged(assets)
    assert len(arranged.timeline.played) == 1
    assert "MX031" in [f.code for f in arranged.findings]


def test_a_bed_gives_way_to_the_next(written: Written, cue: Cued, assets: Assets) -> None:
    """Starting another bed without ending the first loses the first, with a note."""
    order = written().add("PIECE", cue("intro", "establish 2s, under"), ("host", 3.0), cue("outro", "establish 3s, under"))
    arranged = order.add("PIECE", ("host", 3.0), cue("outro", "lose"), ("host", 2.0)).arranged(assets)
    start = next(p.start for p in arranged.timeline.played if p.asset == "outro") / RATE
    assert ends(arranged.timeline, "intro") == pytest.approx(start + LOSE_S, abs=0.01)
    assert "MX014" in [f.code for f in arranged.findings]


def test_an_ending_after_the_last_line_needs_no_words(written: Written, cue: Cued, assets: Assets) -> None:
    """``up full, out cold`` after the last line brings the music in the clear, up to its ending."""
    order = written().add("PIECE", ("critic", 40.0), cue("outro", "sneak in, under, up full, out cold"))
    timeline = order.arranged(assets).timeline
    [bed] = timeline.played
    assert bed.offset + bed.end - bed.start == assets["outro"].frames
    assert 5.0 <= (bed.end - bed.start) / RATE <= 11.0
    assert bed.start / RATE >= last(timeline.voiced[0])


def test_a_bed_that_waits_for_words_in_vain_is_not_played(written: Written, cue: Cued, assets: Assets) -> None:
    """``sneak in`` after the last line has nothing to sneak under: a note."""
    arranged = written().add("PIECE", ("critic", 2.0), cue("outro", "sneak in")).arranged(assets)
    assert not arranged.timeline.played
    assert "MX012" in [f.code for f in arranged.findings]


def test_music_alone_is_a_programme(written: Written, cue: Cued, assets: Assets) -> None:
    """Without a word the bed is established and faded."""
    timeline = written().add("PIECE", cue("intro", "establish 4s, under")).arranged(assets).timeline
    assert ends(timeline, "intro") == pytest.approx(4.0 + ORPHAN_S, abs=0.01)


def test_on_air_the_button_is_shorter(segment_order: Any, assets: Assets) -> None:
    """A cart spends fewer seconds on music than the podcast does."""
    after = {}
    for deliverable in ("podcast", "air"):
        timeline = segment_order.arranged(assets, deliverable).timeline
        closing = next(v for v in timeline.voiced if v.id == "critic-4")
        after[deliverable] = ends(timeline, "outro") - last(closing)
    assert 4.0 <= after["air"] < after["podcast"]
