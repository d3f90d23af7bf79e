"""The composition: "Friday at Ten", F major, four beats to the bar.

Eight bars of chords whose inner voices move by step, a melody that starts with a two-note pickup, a bass that walks into
the next root, and a brushed groove. The pieces are made from these bars.
"""

from __future__ import annotations

from msgspec import Struct

from segment.library.compose.score import Note, key, line

BEATS_PER_BAR = 4


class Bar(Struct, frozen=True, kw_only=True):
    """One bar of harmony."""

    chord: tuple[int, ...]
    """The keyboard's voicing, from low to high; no root."""
    root: int
    """The bass's first note."""
    fifth: int
    """Its second."""
    upper: tuple[int, ...]
    """What the guitar picks from, from low to high."""


def bar(chord: str, low: str, upper: str) -> Bar:
    """A bar from note names: the voicing, root and fifth, and the guitar's notes."""
    root, fifth = (key(name) for name in low.split())
    return Bar(
        chord=tuple(key(name) for name in chord.split()),
        root=root,
        fifth=fifth,
        upper=tuple(key(name) for name in upper.split()),
    )


F69 = bar("A3 C4 D4 G4", "F2 C2", "A4 C5 D5 G5")
AM7 = bar("G3 C4 E4 G4", "A1 E2", "G4 C5 E5 G5")
BB9 = bar("A3 C4 D4 F4", "Bb1 F2", "A4 C5 D5 F5")
C9SUS = bar("G3 Bb3 D4 F4", "C2 G2", "Bb4 D5 F5 G5")
DM9 = bar("F3 A3 C4 E4", "D2 A2", "A4 C5 E5 F5")
GM9 = bar("F3 A3 Bb3 D4", "G1 D2", "Bb4 D5 F5 A5")
C9SUS_LOW = bar("F3 G3 Bb3 D4", "C2 G2", "Bb4 D5 F5 G5")
F69_LOW = bar("G3 A3 C4 D4", "F1 C2", "A4 C5 D5 G5")
BBM6 = bar("G3 Bb3 Db4 F4", "Bb1 F2", "Bb4 Db5 F5 G5")

VERSE = (F69, AM7, BB9, C9SUS)
ANSWER = (DM9, GM9, C9SUS_LOW, F69_LOW)

PICKUP = line("-1:C5:.45:.62 -.5:D5:.45:.68")
MELODY = (
    *PICKUP,
    *line("0:F5:1.45:.86 1.5:G5:.45:.70 2:A5:.45:.80 2.5:G5:1.4:.76"),
    *line("4:E5:2.4:.74 7:C5:.45:.58 7.5:D5:.45:.64"),
    *line("8:F5:1.45:.80 9.5:G5:.45:.68 10:A5:.45:.74 10.5:C6:1.4:.74"),
    *line("12:G5:2.6:.72"),
)
"""Over VERSE, its pickup in the bar before."""


EVEN = ((0.0, 1.35, 0.62), (1.5, 0.85, 0.44), (2.5, 1.10, 0.50))
PUSHED = ((0.0, 1.35, 0.60), (1.5, 1.40, 0.48), (3.5, 0.42, 0.38))
"""Two rhythms for the keyboard: (beat, beats held, velocity)."""

_SCALE = frozenset({5, 7, 9, 10, 0, 2, 4})
"""F major, as keys modulo 12."""


def comping(this: Bar, at: float, rhythm: tuple[tuple[float, float, float], ...]) -> tuple[Note, ...]:
    """The keyboard's bar: its chord in ``rhythm``, the top note a little the loudest."""
    return tuple(
        Note(beat=at + beat, key=k, beats=beats, velocity=velocity - 0.03 * (len(this.chord) - 1 - i))
        for beat, beats, velocity in rhythm
        for i, k in enumerate(this.chord)
    )


def walking(this: Bar, following: Bar, at: float) -> tuple[Note, ...]:
    """The bass's bar: root, fifth off the beat, root again, and a step into the next root."""
    return (
        Note(beat=at, key=this.root, beats=1.3, velocity=0.80),
        Note(beat=at + 1.5, key=this.fifth, beats=0.42, velocity=0.56),
        Note(beat=at + 2.0, key=this.root, beats=1.25, velocity=0.72),
        Note(beat=at + 3.5, key=_step_into(this.root, following.root), beats=0.42, velocity=0.60),
    )


def _step_into(here: int, there: int) -> int:
    """The note of the scale next to ``there`` on the side of ``here``, or on the other side where that is ``here`` itself."""
    side = 1 if here > there else -1
    step = next(there + side * i for i in (1, 2) if (there + side * i) % 12 in _SCALE)
    return step if step != here else next(there - side * i for i in (1, 2) if (there - side * i) % 12 in _SCALE)


def picking(this: Bar, at: float, velocity: float) -> tuple[Note, ...]:
    """The guitar's bar where it has no melody: chord notes off the beat."""
    pattern = ((0.5, 0), (1.0, 2), (1.5, 1), (2.5, 3), (3.0, 2), (3.5, 1))
    return tuple(
        Note(beat=at + beat, key=this.upper[i], beats=0.9, velocity=velocity * (1.0 if beat % 1 else 0.85)) for beat, i in pattern
    )
