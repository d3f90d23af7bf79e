"""Where things stand on the timeline."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from segment.errors import Cause, MediaError, ScriptError, SegmentError, VoiceError
from segment.mix.arrange import Arranged
from segment.model.mix_settings import MixSettings
from segment.model.script import Chapter, Clip, Music, Pause, Sting
from segment.model.sound import Sound, Spoken
from segment.model.timeline import Played, Timeline, Voiced
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


def line(timeline: Timeline, key: str) -> Voiced:
    """A line by its id."""
    return next(v for v in timeline.voiced if v.id == key)


def gain(timeline: Timeline, asset: str, seconds: float) -> float:
    """The highest gain in dB at which an asset sounds at a moment; silence where it does not."""
    at = seconds * timeline.rate
    heard = [p.envelope for p in timeline.played if p.asset == asset and p.start <= at < p.end]
    return max([float(np.interp(at, [p.at for p in e], [p.db for p in e])) for e in heard], default=SILENCE_DB)


def pieces(timeline: Timeline, asset: str) -> list[Played]:
    """All stretches of an asset."""
    return [p for p in timeline.played if p.asset == asset]


def codes(arranged: Arranged) -> list[str]:
    """The codes of its notes."""
    return [f.code for f in arranged.findings]


def test_an_established_bed_is_alone_for_its_time_and_down_before_the_first_word(segment_order: Any, assets: Assets) -> None:
    """``establish 4s`` puts the first word at 4.0 s, with the bed full at 3 s and all the way down when the word begins."""
    timeline = segment_order.arranged(assets).timeline
    clear = gain(timeline, "intro", 0.0)
    assert pieces(timeline, "intro")[0].start == 0
    assert first(timeline.voiced[0]) == pytest.approx(4.0, abs=0.001)
    assert gain(timeline, "intro", 3.0) == clear
    down = gain(timeline, "intro", 3.999)
    assert down < clear - 10
    assert down == pytest.approx(gain(timeline, "intro", 7.0), abs=0.01)


def test_the_critic_is_dry_in_the_middle(segment_order: Any, assets: Assets) -> None:
    """``sneak out`` is over four seconds after the critic's first word, and his other lines have no bed."""
    arranged = segment_order.arranged(assets)
    begins = first(line(arranged.timeline, "critic-1"))
    assert pieces(arranged.timeline, "intro")[-1].end / RATE <= begins + 4.0
    assert gain(arranged.timeline, "intro", begins + 0.5) > SILENCE_DB
    dry = {level.id for level in arranged.timeline.levels if level.speech_over_bed_db is None}
    assert {"critic-2", "critic-3"} <= dry


def test_the_closing_bed_creeps_in_comes_up_and_ends_with_its_own_ending(segment_order: Any, assets: Assets) -> None:
    """The outro starts under the last line's first words, comes up after its last, and its last frame is the asset's."""
    timeline = segment_order.arranged(assets).timeline
    closing, [outro] = line(timeline, "critic-4"), pieces(timeline, "outro")
    clear = max(p.db for p in outro.envelope)
    assert outro.start == closing.words[0].start
    assert gain(timeline, "outro", first(closing) + 0.3) < clear - 25
    assert gain(timeline, "outro", last(closing) - 0.1) < clear - 10
    assert gain(timeline, "outro", last(closing) + 1.5) == pytest.approx(clear, abs=0.001)
    assert outro.offset + outro.end - outro.start == assets["outro"].frames
    assert 5.5 <= outro.end / RATE - last(closing) <= 11.0


def test_the_tag_waits_for_the_button(segment_order: Any, assets: Assets) -> None:
    """The host's line after ``out cold`` begins when the ending has died away, not over it."""
    timeline = segment_order.arranged(assets).timeline
    [outro] = pieces(timeline, "outro")
    tag = first(line(timeline, "host-2"))
    tail = assets["outro"].samples[-round(RATE * max(outro.end / RATE - tag, 0.01)) :]
    assert np.abs(tail).max() < 0.1 * np.abs(assets["outro"].samples).max()
    assert tag < outro.end / RATE + 1.0


def test_the_air_cart_starts_dry_without_a_word(segment_order: Any, assets: Assets) -> None:
    """A PIECE alone whose bed was under the introduction starts with the critic at once, and nothing is noted about it."""
    segment_order.entries = [e for e in segment_order.entries if e.part == "PIECE"]
    arranged = segment_order.arranged(assets, "air")
    assert arranged.timeline.voiced[0].start == 0
    assert not pieces(arranged.timeline, "intro")
    assert "MX010" not in codes(arranged)


def test_a_cue_for_a_bed_that_does_not_play_is_noted(written: Written, cue: Cued, assets: Assets) -> None:
    """In a podcast, ``sneak out`` of a bed nothing started leaves a note and plays nothing."""
    arranged = written().add("PIECE", cue("intro", "sneak out"), ("critic", 3.0)).arranged(assets)
    assert "MX010" in codes(arranged)
    assert not arranged.timeline.played


def test_lines_follow_with_the_gaps_of_the_settings(written: Written, assets: Assets) -> None:
    """Last word to first word is ``gap_s`` for one speaker, ``turn_s`` for another, and what PAUSE says where it stands."""
    order = written().add("PIECE", ("host", 2.0), ("host", 2.0), ("critic", 2.0), Pause(seconds=1.5), ("critic", 2.0))
    voiced = order.arranged(assets, settings=MixSettings(gap_s=0.3, turn_s=0.6)).timeline.voiced
    gaps = [first(b) - last(a) for a, b in pairwise(voiced)]
    assert gaps == pytest.approx([0.3, 0.6, 1.5], abs=0.001)


def test_a_sting_stands_between_lines(written: Written, assets: Assets) -> None:
    """A sting starts after the last word and the next line waits until it has died away."""
    timeline = written().add("PIECE", ("host", 2.0), Sting(asset="swish"), ("critic", 2.0)).arranged(assets).timeline
    [sting] = timeline.played
    assert sting.kind == "sting"
    assert sting.start / RATE == pytest.approx(last(timeline.voiced[0]) + MixSettings().gap_s, abs=0.001)
    assert last(timeline.voiced[0]) + 0.8 < first(timeline.voiced[1]) < sting.end / RATE + 0.5


def test_a_clip_plays_from_its_in_to_its_out_point_as_loud_as_the_voices(written: Written, assets: Assets) -> None:
    """``in 0:02, out 0:05`` is three seconds from the second second on, brought to the loudness of the voices."""
    order = written().add("PIECE", ("host", 3.0), Clip(asset="trailer.wav", in_s=2.0, out_s=5.0), ("host", 3.0))
    arranged = order.arranged(assets)
    [clip] = arranged.timeline.played
    assert (clip.end - clip.start, clip.offset) == (3 * RATE, 2 * RATE)
    power = np.square(order.sound(arranged, assets)[:, 0])
    heard = power[clip.start : clip.end].mean()
    talk = arranged.timeline.voiced[0]
    assert 10 * np.log10(heard / power[talk.start : talk.end].mean()) == pytest.approx(0.0, abs=1.0)


def test_a_clip_cut_beyond_its_end_is_shortened_and_noted(written: Written, assets: Assets) -> None:
    """An out point after the end of the file plays to the end with a note."""
    arranged = written().add("PIECE", Clip(asset="trailer.wav", in_s=10.0, out_s=99.0), ("host", 1.0)).arranged(assets)
    assert arranged.timeline.played[0].end == pytest.approx(2.1 * RATE, abs=2)
    assert "MX021" in codes(arranged)


def test_chapters_start_with_the_next_sound_and_fill_the_rest(segment_order: Any, assets: Assets) -> None:
    """A chapter begins where the line after its mark begins and lasts to the next, the last to the end."""
    timeline = segment_order.arranged(assets).timeline
    story, verdict = timeline.chapters
    assert (story.title, story.start) == ("The story", line(timeline, "critic-1").start)
    assert (story.end, verdict.start) == (verdict.start, line(timeline, "critic-3").start)
    assert verdict.end == timeline.frames


def test_a_chapter_before_music_starts_with_the_music(written: Written, cue: Cued, assets: Assets) -> None:
    """A mark before ``establish`` begins where the bed begins, with the page and the picture that it has."""
    two = Chapter(title="Two", link="https://example.org", image="two.png")
    order = written().add("PIECE", ("host", 2.0), two, cue("intro", "establish 2s, lose"), ("host", 2.0))
    timeline = order.arranged(assets).timeline
    (mark,) = timeline.chapters
    assert mark.start == timeline.played[0].start
    assert (mark.title, mark.link, mark.image) == (two.title, two.link, two.image)


def test_parts_and_texts_are_kept(segment_order: Any, assets: Assets) -> None:
    """Each line keeps its part, its role and its text, and says that its words are timed."""
    voiced = segment_order.arranged(assets).timeline.voiced
    assert [v.part for v in voiced] == ["INTRO", "PIECE", "PIECE", "PIECE", "PIECE", "TAG"]
    assert voiced[1].text == "This is what critic-1 says, and nothing else."
    assert all(v.timed for v in voiced)


def test_words_are_estimated_where_nobody_knows_them(written: Written, assets: Assets) -> None:
    """A line without word times gets them inside its audible part, ascending, and is marked as not timed."""
    order = written().add("PIECE", ("host", 4.0))
    known = order.spoken["host-1"]
    order.spoken["host-1"] = Spoken(id="host-1", role="host", voice="take", sound=known.sound, words=())
    [voiced] = order.arranged(assets).timeline.voiced
    assert not voiced.timed
    assert " ".join(w.text for w in voiced.words) == voiced.text
    assert [w.start for w in voiced.words] == sorted(w.start for w in voiced.words)
    assert 0.0 <= first(voiced) <= 0.2
    assert 3.9 <= last(voiced) <= 4.2


def test_the_programme_ends_a_tail_after_the_last_sound(segment_order: Any, assets: Assets) -> None:
    """Its length is the end of the last sound and ``tail_s``."""
    timeline = segment_order.arranged(assets, settings=MixSettings(tail_s=0.7)).timeline
    end = max([v.end for v in timeline.voiced] + [p.end for p in timeline.played])
    assert timeline.frames == end + round(0.7 * RATE)


def test_a_bed_that_nothing_ends_is_faded_and_noted(written: Written, cue: Cued, assets: Assets) -> None:
    """It is gone three seconds after the last word."""
    arranged = written().add("PIECE", cue("intro", "establish 2s, under"), ("host", 3.0)).arranged(assets)
    assert "MX011" in codes(arranged)
    assert arranged.timeline.played[-1].end / RATE == pytest.approx(last(arranged.timeline.voiced[0]) + 3.0, abs=0.01)
    assert arranged.timeline.played[-1].envelope[-1].db == SILENCE_DB


@pytest.mark.parametrize(
    ("item", "hint"),
    [
        (Sting(asset="swich"), "Did you mean swish?"),
        (Clip(asset="trailr.wav"), "Did you mean trailer.wav?"),
        (Sting(asset="zzz"), "intro, mono"),
    ],
)
def test_a_sound_that_is_not_there_is_missing_with_a_suggestion(written: Written, assets: Assets, item: Any, hint: str) -> None:
    """The error says which cue, suggests a name, or lists what there is."""
    with pytest.raises(ScriptError) as caught:
        written().add("PIECE", item, ("host", 1.0)).arranged(assets)
    assert caught.value.cause is Cause.MISSING
    assert hint in caught.value.hint


def test_a_bed_that_is_not_there_is_missing(written: Written, cue: Cued, assets: Assets) -> None:
    """Also as the other bed of ``cross to``."""
    with pytest.raises(ScriptError, match="nosuch"):
        written().add("PIECE", cue("intro", "establish 2s, cross to nosuch"), ("host", 1.0)).arranged(assets)


def test_a_line_without_sound_and_an_empty_asset_are_errors(written: Written, cue: Cued, assets: Assets) -> None:
    """Neither makes a timeline: a VoiceError names the line, a MediaError the sound."""
    with pytest.raises(VoiceError, match="host-1"):
        written().add("PIECE", ("host", None)).arranged(assets)
    empty = {"intro": Sound(samples=np.zeros((0, 1), np.float32), rate=RATE, fingerprint="")}
    with pytest.raises(MediaError, match="intro"):
        written().add("PIECE", cue("intro", "establish 2s"), ("host", 1.0)).arranged(empty)


def test_a_clip_that_starts_after_its_end_is_an_error(written: Written, assets: Assets) -> None:
    """The error says how long the file is."""
    with pytest.raises(SegmentError, match=r"12\.1 s"):
        written().add("PIECE", Clip(asset="trailer.wav", in_s=20.0), ("host", 1.0)).arranged(assets)
