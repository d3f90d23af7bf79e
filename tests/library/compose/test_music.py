"""The composition: what is written, before any sound."""

from __future__ import annotations

from itertools import pairwise

import pytest

from segment.library.compose.pieces import intro, outro, sting
from segment.library.compose.score import Note, Tempo, hertz, key, line
from segment.library.compose.theme import ANSWER, MELODY, VERSE


def tune(notes: tuple[Note, ...]) -> list[int]:
    """The highest key struck at each moment (a thumb a little early counts with its finger), in order."""
    tops: dict[float, int] = {}
    for note in notes:
        at = round(note.beat * 4) / 4
        tops[at] = max(tops.get(at, 0), note.key)
    return [tops[at] for at in sorted(tops)]


def contains(whole: list[int], part: list[int]) -> bool:
    """Whether ``part`` stands in ``whole``, uninterrupted."""
    return any(whole[i : i + len(part)] == part for i in range(len(whole)))


def test_intro_and_outro_share_their_tune():
    """The same melody is heard in the intro at once and in the outro before its end; the sting is its beginning."""
    melody = tune(MELODY)
    assert tune(intro().parts["guitar"])[: len(melody)] == melody
    assert contains(tune(outro().parts["guitar"]), melody)
    assert tune(sting().parts["guitar"])[:2] == melody[:2]


@pytest.mark.parametrize("piece", [intro, outro, sting])
def test_every_piece_comes_home(piece):
    """The last bass note is F and the last chord F major with its sixth and ninth: an ending, not a stop."""
    parts = piece().parts
    last = max(note.beat for note in parts["bass"])
    assert {note.key % 12 for note in parts["bass"] if note.beat == last} == {key("F2") % 12}
    assert [note.key for note in parts["keys"] if note.beat == last] == [key(name) for name in ("A3", "C4", "D4", "G4")]


def test_inner_voices_move_by_step():
    """From chord to chord no voice of the keyboard moves by more than a major third, and most by a second or not at all."""
    chords = [bar.chord for bar in (*VERSE, *ANSWER)]
    moves = [abs(b - a) for left, right in pairwise(chords) for a, b in zip(left, right, strict=True)]
    assert max(moves) <= 4
    assert sum(move <= 2 for move in moves) >= 0.75 * len(moves)


def test_the_bass_steps_into_the_next_root():
    """Before each bar line the bass stands a step or an octave away from the next root, and never on it."""
    notes = sorted(intro().parts["bass"], key=lambda note: note.beat)
    into = {note.beat: note.key for note in notes}
    for at in range(4, 40, 4):
        assert 1 <= abs(into[at - 0.5] - into[float(at)]) <= 2


def test_the_outro_slows_down():
    """Its last bar takes longer than the bars before, which are all alike."""
    tempo = outro().tempo
    bars = [tempo.seconds(4.0 * (i + 1)) - tempo.seconds(4.0 * i) for i in range(10)]
    assert bars[:9] == pytest.approx([bars[0]] * 9)
    assert bars[9] > 1.1 * bars[8]


def test_a_changing_tempo_adds_up():
    """Seconds along a ritard are the sum of small steps at the tempo of the moment; outside its corners the tempo is level."""
    tempo = Tempo(corners=((0, 120.0), (4, 120.0), (8, 60.0)))
    assert tempo.seconds(-1) == pytest.approx(-0.5)
    assert tempo.seconds(4) == pytest.approx(2.0)
    steps = 40_000
    summed = sum(60 / (120 - 15 * (4 * (i + 0.5) / steps)) * (4 / steps) for i in range(steps))
    assert tempo.seconds(8) - tempo.seconds(4) == pytest.approx(summed, rel=1e-6)
    assert tempo.seconds(10) - tempo.seconds(8) == pytest.approx(2.0)


@pytest.mark.parametrize(
    ("name", "midi", "hz"), [("A4", 69, 440.0), ("C4", 60, 261.626), ("Bb3", 58, 233.082), ("F#4", 66, 369.994)]
)
def test_note_names(name, midi, hz):
    """Names, keys and frequencies are those of every other instrument."""
    assert key(name) == midi
    assert hertz(midi) == pytest.approx(hz, abs=1e-3)


def test_a_line_of_notes():
    """A line of text becomes its notes, moved as asked."""
    assert line("-.5:C4:1.5:.6", at=4) == (Note(beat=3.5, key=60, beats=1.5, velocity=0.6),)
