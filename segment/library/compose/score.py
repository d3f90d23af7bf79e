"""Notes and tempo: written music, before any sound."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct

_STEPS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}


class Note(Struct, frozen=True, kw_only=True):
    """One note of one part."""

    beat: float
    """When, in beats from the piece's first downbeat; a pickup is negative."""
    key: int
    """MIDI key, A4 = 69."""
    beats: float
    """How long it is held."""
    velocity: float
    """How hard it is struck, 0–1."""


class Tempo(Struct, frozen=True, kw_only=True):
    """Beats a minute along the piece: straight lines between corners, level outside them."""

    corners: tuple[tuple[float, float], ...]
    """(beat, beats a minute), ascending by beat."""

    def seconds(self, beat: float) -> float:
        """Seconds from beat 0 to ``beat``; negative for a pickup."""
        first_beat, first_bpm = self.corners[0]
        if beat <= first_beat:
            return 60 * (beat - first_beat) / first_bpm
        passed = 0.0
        for (left, left_bpm), (right, right_bpm) in pairwise(self.corners):
            stop = min(beat, right)
            slope = (right_bpm - left_bpm) / (right - left)
            stop_bpm = left_bpm + slope * (stop - left)
            if slope:
                passed += 60 / slope * math.log(stop_bpm / left_bpm)
            else:
                passed += 60 * (stop - left) / left_bpm
            if beat <= right:
                return passed
        last_beat, last_bpm = self.corners[-1]
        return passed + 60 * (beat - last_beat) / last_bpm


def key(name: str) -> int:
    """The MIDI key of a note name such as ``Bb3`` or ``F#4``; C4 is 60."""
    letter, accidental, octave = name[0], name[1:-1], int(name[-1])
    return 12 * (octave + 1) + _STEPS[letter] + accidental.count("#") - accidental.count("b")


def hertz(midi_key: int) -> float:
    """Equal temperament, A4 = 440 Hz."""
    return float(440.0 * 2 ** ((midi_key - 69) / 12))


def line(text: str, *, at: float = 0.0) -> tuple[Note, ...]:
    """Notes from text: ``beat:name:beats:velocity`` apart by white space, moved by ``at`` beats."""
    fields = (word.split(":") for word in text.split())
    return tuple(
        Note(beat=at + float(beat), key=key(name), beats=float(beats), velocity=float(velocity))
        for beat, name, beats, velocity in fields
    )


def moved(notes: Iterable[Note], beats: float) -> tuple[Note, ...]:
    """The same notes, later by ``beats``."""
    return tuple(Note(beat=n.beat + beats, key=n.key, beats=n.beats, velocity=n.velocity) for n in notes)
