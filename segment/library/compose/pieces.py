"""The three pieces made from the theme: each a tempo and the notes of every part."""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct

from segment.library.compose.score import Note, Tempo, line, moved
from segment.library.compose.theme import (
    ANSWER,
    BB9,
    BBM6,
    BEATS_PER_BAR,
    C9SUS,
    EVEN,
    F69,
    MELODY,
    PUSHED,
    VERSE,
    Bar,
    comping,
    picking,
    walking,
)

BPM = 94.0


_TURN = line("13.5:Bb4:.9:.40 14:D5:.9:.42 14.5:F5:.45:.50 15:D5:.45:.46 15.5:Bb4:.45:.44")
"""The guitar's way from the end of the melody down to the even bars."""


class Piece(Struct, frozen=True, kw_only=True):
    """A whole piece of music."""

    name: str
    tempo: Tempo
    parts: dict[str, tuple[Note, ...]]
    """By the channel of the desk that plays them."""
    pickup_s: float
    """Seconds of the file before the first downbeat."""
    seconds: float
    """Length of the file."""


def intro() -> Piece:
    """The theme in ten bars: pickup and melody at once, then an even groove to talk over, and a quiet last chord."""
    bars = (*VERSE, *ANSWER, BB9, C9SUS)
    end = len(bars) * BEATS_PER_BAR
    tempo = Tempo(corners=((0, BPM), (end - 2, BPM), (end, BPM * 0.9)))
    parts = _rhythm_section(bars, F69)
    parts["guitar"] = (*_in_octaves(MELODY), *_TURN, *_picked(bars[4:], 16, 0.50))
    parts["cymbal"] = line("0:C3:1:.5")
    parts["vibraphone"] = (*_doubled(), *line("20:A5:3.5:.30 28:C6:3.5:.30 36:Bb5:3:.30"))
    return _finished("intro", tempo, parts, end, last_velocity=0.62, ring_s=3.0)


def outro() -> Piece:
    """Four even bars to come in under talk, the melody whole, then two bars that slow down into a last chord."""
    bars = (*ANSWER, *VERSE, BB9)
    tag = len(bars) * BEATS_PER_BAR
    end = tag + BEATS_PER_BAR
    tempo = Tempo(corners=((0, BPM), (tag, BPM), (end, BPM * 0.72)))
    parts = _rhythm_section(bars, BBM6)
    parts["guitar"] = (
        *_picked(ANSWER[:3], 0, 0.50),
        *moved(_in_octaves(MELODY), 16),
        *_in_octaves(line("31:C5:.45:.62 31.5:D5:.45:.68 32:F5:1.45:.88 33.5:G5:.45:.74 34:A5:.45:.82 34.5:G5:1.4:.78")),
        *_in_octaves(line("36:F5:1.8:.72 38:C5:.9:.58 39:D5:.9:.62")),
    )
    parts["cymbal"] = line("16:C3:1:.5")
    parts["vibraphone"] = (
        *line("4:A5:3.5:.30 12:C6:3.0:.30"),
        *moved(_doubled(), 16),
        *line("32:F5:1.45:.44 33.5:G5:.45:.36 34:A5:.45:.40 34.5:G5:1.4:.40 36:Db6:1.8:.34"),
    )
    parts["keys"] += line("36:G3:1.9:.50 36:Bb3:1.9:.52 36:Db4:1.9:.55 36:F4:1.9:.58")
    parts["keys"] += line("38:G3:1.9:.46 38:Bb3:1.9:.48 38:D4:1.9:.50 38:F4:1.9:.54")
    parts["bass"] += line("36:Bb1:1.9:.76 38:C2:.95:.70 39:G1:.9:.66")
    parts["kick"] += line("36:C2:1:.6 38:C2:1:.5")
    parts["tap"] += line("37:C2:1:.40 39:C2:1:.34")
    parts["sweep"] += line("36:C2:2:.5 38:C2:2:.7")
    for desk in ("left strings", "right strings"):
        parts[desk] += line("36:Bb3:1.95:.5 36:Db4:1.95:.55 36:F4:1.95:.5 38:Bb3:1.95:.5 38:D4:1.95:.55 38:F4:1.95:.5")
    return _finished("outro", tempo, parts, end, last_velocity=0.84, ring_s=3.4)


def sting() -> Piece:
    """The pickup and the first chord alone."""
    tempo = Tempo(corners=((0, BPM), (1, BPM)))
    parts = {"guitar": _in_octaves(line("-1:C5:.45:.66 -.5:D5:.45:.74")), "vibraphone": line("-1:C5:.45:.36 -.5:D5:.45:.42")}
    return _finished("sting", tempo, parts, 0, last_velocity=0.74, ring_s=2.1)


def _rhythm_section(bars: tuple[Bar, ...], then: Bar) -> dict[str, tuple[Note, ...]]:
    """Keyboard, bass, strings and kit for ``bars`` in a row from beat 0; ``then`` is the harmony they lead to."""
    parts: dict[str, list[Note]] = {name: [] for name in ("keys", "bass", "left strings", "right strings")}
    kit: dict[str, list[Note]] = {name: [] for name in ("kick", "tap", "sweep", "shaker")}
    for number, (this, following) in enumerate(pairwise((*bars, then))):
        at = float(number * BEATS_PER_BAR)
        parts["keys"] += comping(this, at, PUSHED if number % 2 else EVEN)
        parts["bass"] += walking(this, following, at)
        for desk in ("left strings", "right strings"):
            parts[desk] += [Note(beat=at, key=k, beats=3.95, velocity=0.5) for k in this.chord]
        kit["kick"] += [Note(beat=at + b, key=36, beats=1, velocity=v) for b, v in ((0, 0.72), (2.5, 0.5))]
        kit["tap"] += [Note(beat=at + b, key=38, beats=1, velocity=v) for b, v in ((1, 0.5), (3, 0.55))]
        kit["sweep"] += [Note(beat=at + b, key=38, beats=1.9, velocity=v) for b, v in ((0, 0.5), (2, 0.55))]
        kit["shaker"] += [
            Note(beat=at + i / 2, key=70, beats=0.5, velocity=v)
            for i, v in enumerate((0.5, 0.34, 0.62, 0.36, 0.5, 0.34, 0.62, 0.4))
        ]
    return {name: tuple(notes) for name, notes in (parts | kit).items()}


def _picked(bars: tuple[Bar, ...], at: float, velocity: float) -> tuple[Note, ...]:
    return tuple(note for i, this in enumerate(bars) for note in picking(this, at + i * BEATS_PER_BAR, velocity))


def _in_octaves(melody: tuple[Note, ...]) -> tuple[Note, ...]:
    """The melody with its lower octave, the thumb a little before the finger and a little louder."""
    return tuple(
        Note(beat=n.beat - octave * 0.012, key=n.key - 12 * octave, beats=n.beats, velocity=n.velocity * (0.70 + 0.10 * octave))
        for n in melody
        for octave in (0, 1)
    )


def _doubled() -> tuple[Note, ...]:
    """The melody for the vibraphone: softer, and ringing on."""
    return tuple(Note(beat=n.beat, key=n.key, beats=n.beats * 1.25, velocity=n.velocity * 0.52) for n in MELODY)


def _finished(
    name: str, tempo: Tempo, parts: dict[str, tuple[Note, ...]], end: float, *, last_velocity: float, ring_s: float
) -> Piece:
    """The piece with its last chord on beat ``end``: rolled upwards, over a low root, and left to ring for ``ring_s``."""
    v = last_velocity
    chord = {
        "bass": line(f"{end}:F1:5:{v:.3f} {end}:F2:4:{v * 0.5:.3f}"),
        "keys": line(f"{end}:A3:5:{v * 0.8:.3f} {end}:C4:5:{v * 0.78:.3f} {end}:D4:5:{v * 0.74:.3f} {end}:G4:5:{v * 0.8:.3f}"),
        "guitar": line(f"{end}:F4:5:{v * 0.7:.3f} {end + 0.06}:A4:5:{v * 0.72:.3f} {end + 0.12}:C5:5:{v * 0.75:.3f}")
        + line(f"{end + 0.18}:F5:5:{v:.3f}"),
        "vibraphone": line(f"{end + 0.18}:A5:5:{v * 0.5:.3f} {end + 0.24}:C6:5:{v * 0.4:.3f}"),
        "kick": line(f"{end}:C2:1:{v * 0.8:.3f}"),
        "tap": line(f"{end}:D2:1:{v * 0.4:.3f}"),
        "cymbal": line(f"{end}:C3:1:{v * 0.8:.3f}"),
        "left strings": line(f"{end}:A4:2.6:{v * 0.6:.3f} {end}:C5:2.6:{v * 0.55:.3f}"),
        "right strings": line(f"{end}:A4:2.6:{v * 0.6:.3f} {end}:C5:2.6:{v * 0.55:.3f}"),
    }
    whole = {part: (*parts.get(part, ()), *chord.get(part, ())) for part in {**parts, **chord}}
    first = min(note.beat for notes in whole.values() for note in notes)
    pickup_s = LEAD_S - tempo.seconds(first)
    return Piece(name=name, tempo=tempo, parts=whole, pickup_s=pickup_s, seconds=pickup_s + tempo.seconds(end) + ring_s)


LEAD_S = 0.02
"""From the start of a file to its first note."""
