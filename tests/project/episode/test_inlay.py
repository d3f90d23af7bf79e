"""A segment's lines in the place of a clip: moved together, at one level, nothing lost."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from segment.model.sound import Word
from segment.model.timeline import ChapterMark, LineLevel, Played, Point, Timeline, Voiced
from segment.project.episode.inlay import Inlay, cut, evened, laid_in, voices_lufs

RATE = 1000


def line(key: str, part: str, start: int, end: int) -> Voiced:
    """A line of one word."""
    word = Word(text="word", start=start + 10, end=end - 10)
    return Voiced(
        id=key, role="critic", voice="v", part=part, text="word", start=start, end=end, gain_db=1.0, words=(word,), sound=key
    )


def made(*played: Played) -> Timeline:
    """A segment: INTRO, two lines of PIECE, TAG."""
    voiced = (
        line("a", "INTRO", 0, 900),
        line("b", "PIECE", 1000, 2000),
        line("c", "PIECE", 2500, 4000),
        line("d", "TAG", 6000, 7000),
    )
    levels = tuple(LineLevel(id=one.id, speech_over_bed_db=20.0, loudness_lufs=-20.0) for one in voiced)
    return Timeline(deliverable="podcast", rate=RATE, frames=8000, voiced=voiced, played=played, levels=levels)


def played(kind: str, start: int, end: int, asset: str = "x") -> Played:
    """A sound in its place."""
    return Played(kind=kind, asset=asset, start=start, end=end, envelope=(Point(at=start, db=-3.0),))  # type: ignore[arg-type]


def test_the_piece_is_cut_out_with_what_belongs_to_it() -> None:
    """Beds that lead in or out stay behind; a bed, a sting and a clip inside come along, and room between its own lines."""
    inside = (played("bed", 2000, 2600), played("sting", 2100, 2200), played("clip", 4100, 5900), played("room", 2000, 2500, "b"))
    outside = (played("bed", 0, 1500), played("bed", 3900, 6500), played("room", 900, 1000, "a"), played("clip", 7100, 7900))
    piece = cut(made(*inside, *outside), "piece")
    assert [one.id for one in piece.voiced] == ["b", "c"]
    assert {(one.kind, one.start) for one in piece.played} == {("bed", 1000), ("sting", 1100), ("clip", 3100), ("room", 1000)}
    assert (piece.frames, piece.voiced[0].start) == (4900, 0)
    assert [level.speech_over_bed_db for level in piece.levels] == [None, None]
    assert cut(made(*inside, *outside), "all") == made(*inside, *outside)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(at=st.integers(0, 10_000), rate=st.sampled_from([RATE, 2 * RATE]))
def test_everything_inside_moves_by_the_same_time(at: int, rate: int) -> None:
    """Lines, words, sounds and levels keep their distances, at another rate too, and have names of their own."""
    piece = cut(made(played("sting", 2100, 2200)), "piece")
    scale = rate // RATE
    programme = Timeline(
        deliverable="podcast",
        rate=rate,
        frames=100_000,
        voiced=(),
        played=(Played(kind="clip", asset="film", start=at, end=at + piece.frames * scale),),
        chapters=(ChapterMark(title="Film", start=at, end=100_000),),
    )
    laid = laid_in(programme, {"film": Inlay(timeline=replace(piece, chapters=(ChapterMark(title="In", start=500, end=900),)))})
    assert [(one.id, one.start, one.end) for one in laid.voiced] == [
        (f"film:{one.id}", at + one.start * scale, at + one.end * scale) for one in piece.voiced
    ]
    assert [one.words[0].start for one in laid.voiced] == [at + one.words[0].start * scale for one in piece.voiced]
    assert [(one.kind, one.asset, one.start) for one in laid.played] == [("sting", "film:x", at + 1100 * scale)]
    assert {level.id for level in laid.levels} == {"film:b", "film:c"}
    assert [(mark.title, mark.start) for mark in laid.chapters] == [("Film", at), ("In", at + 500 * scale)]
    assert laid.chapters[0].end == laid.chapters[1].start


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(off=st.floats(-12.0, 12.0))
def test_a_segment_that_is_off_is_brought_back_whole(off: float) -> None:
    """Afterwards its voices stand within half a unit of all others, and its music stands to them as before."""
    piece = cut(made(played("sting", 2100, 2200)), "piece")
    piece = replace(piece, levels=tuple(replace(level, loudness_lufs=-20.0 + off) for level in piece.levels))
    after = evened(piece)
    loudness = voices_lufs(after)
    assert loudness is not None
    assert abs(loudness + 20.0) <= 0.51
    moved = after.voiced[0].gain_db - piece.voiced[0].gain_db
    assert abs((after.played[0].envelope[0].db - piece.played[0].envelope[0].db) - moved) < 1e-9
