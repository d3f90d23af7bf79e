"""Fixed posts: a clip starts at its time, music fills what is left before it, and what cannot be is told."""

from __future__ import annotations

import pytest

from segment.mix.arrange import Arranged, arrange
from segment.mix.energy import Energies, Energy
from segment.model.mix_settings import MixSettings
from segment.model.posts import Posts
from segment.model.running_order import Entry, RunningOrder
from segment.model.script import Clip, Music, Speech, Text
from tests.mix.conftest import RATE, music, music_of, spoken_of, voice_of

SAID = Speech(role="host", spans=(Text(text="one two three"),))


def laid(posts: Posts, *cues: Music) -> Arranged:
    """A line of two seconds, cues, and a clip."""
    items = [*(Entry(part="PIECE", item=cue) for cue in cues[:1]), Entry(part="PIECE", item=SAID, line_id="host-1")]
    items += [*(Entry(part="PIECE", item=cue) for cue in cues[1:]), Entry(part="PIECE", item=Clip(asset="clip"))]
    return arrange(
        RunningOrder(slug="x", title="x", entries=tuple(items)),
        {"host-1": spoken_of("host-1", voice_of(2.0), "one two three")},
        {"clip": voice_of(3.0), "bed": music_of(6.0), "fill": music_of(16.0)},
        deliverable="podcast",
        rate=RATE,
        settings=MixSettings(),
        posts=posts,
    )


@pytest.mark.parametrize("at_s", [2.2, 2.5, 4.0, 7.77, 40.0])
def test_a_clip_starts_at_its_post_to_the_frame(at_s: float) -> None:
    """A little before its usual place, or long after it."""
    made = laid(Posts(at_s={"clip": at_s}, fill="fill"))
    clip = next(piece for piece in made.timeline.played if piece.kind == "clip")
    assert (clip.start, made.late_s) == (round(at_s * RATE), {})
    beds = [piece for piece in made.timeline.played if piece.kind == "bed"]
    if at_s < 5.0:
        assert beds == []
    else:
        assert max(piece.end for piece in beds) == clip.start
        assert min(piece.start for piece in beds) < 2.5 * RATE


def test_the_link_stands_right_before_its_clip() -> None:
    """Between two clips what is left of the time lies before the link, with music in it, and none behind."""
    items = [Clip(asset="first"), SAID, Clip(asset="clip"), Clip(asset="first"), Clip(asset="second")]
    lines = ["", "host-1", "", "", ""]
    made = arrange(
        RunningOrder(
            slug="x",
            title="x",
            entries=tuple(Entry(part="PIECE", item=item, line_id=line) for item, line in zip(items, lines, strict=True)),
        ),
        {"host-1": spoken_of("host-1", voice_of(2.0), "one two three")},
        {"first": voice_of(1.0), "clip": voice_of(1.5), "second": voice_of(1.0), "fill": music_of(16.0)},
        deliverable="podcast",
        rate=RATE,
        settings=MixSettings(),
        posts=Posts(at_s={"clip": 20.0, "second": 40.0}, fill="fill"),
    )
    starts = {piece.asset: piece.start for piece in made.timeline.played if piece.kind == "clip"}
    assert (starts["clip"], starts["second"]) == (20 * RATE, 40 * RATE)
    said = made.timeline.voiced[0]
    assert 0 < starts["clip"] - said.end < RATE
    beds = [piece for piece in made.timeline.played if piece.kind == "bed"]
    before = [piece for piece in beds if piece.start < 20 * RATE]
    assert before
    assert max(piece.end for piece in before) <= said.start
    assert min(piece.start for piece in before) < 2 * RATE


def test_a_post_that_is_past_is_told_with_its_seconds() -> None:
    """The clip comes where it can, and by how much that is too late is known."""
    made = laid(Posts(at_s={"clip": 1.0}))
    assert made.late_s["clip"] == pytest.approx(1.05, abs=0.06)


def test_music_that_plays_already_fills_by_itself() -> None:
    """A bed that goes on up to the clip is not joined by another."""
    made = laid(Posts(at_s={"clip": 8.0}, fill="fill"), music("bed", "establish 1s, under"), music("bed", "sneak out"))
    assert {piece.asset for piece in made.timeline.played if piece.kind == "bed"} == {"bed"}


def test_what_stands_in_is_as_loud_as_told() -> None:
    """A steady energy has its loudness throughout, over its whole length, and is taken for the sound's own."""
    steady = Energy.steady(-20.0, 12.34)
    assert steady.gated_lufs == pytest.approx(-20.0, abs=0.01)
    assert steady.mean(1.0, 2.0) == pytest.approx(steady.mean(0.0, 12.34), rel=1e-9)
    sound = voice_of(1.0)
    known = Energies()
    known.know(sound, steady)
    assert known.of(sound) is steady
