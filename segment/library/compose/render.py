"""From a piece to its samples: players who are not machines, the desk, the room, 16 bits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from segment.library.compose.desk import DESK, Channel, mastered, placed
from segment.library.compose.pieces import Piece
from segment.library.compose.room import reverberated
from segment.library.compose.score import Note, Tempo, hertz
from segment.library.compose.signal import RATE, high_pass, noise, shaped

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segment.library.compose.signal import Array

_LOOSE_S = 0.005
"""Players are this much early or late, at most."""
_UNEVEN = 0.05
"""And this much louder or softer."""
_LILT_BEATS = 0.04
"""Quavers off the beat come this much late."""


def render(piece: Piece) -> NDArray[np.int16]:
    """(frames, 2) at 44.1 kHz; the same samples at every run."""
    frames = int(piece.seconds * RATE)
    dry, to_room = np.zeros((frames, 2)), np.zeros((frames, 2))
    for number, (name, channel) in enumerate(DESK.items()):
        if name in piece.parts:
            played = _played(piece.parts[name], channel, piece.tempo, piece.pickup_s, frames, 100 * (number + 1))
            stereo = placed(shaped(played, channel.curve), channel) * 10 ** (channel.level_db / 20)
            dry += stereo
            to_room += stereo * 10 ** (channel.room_db / 20)
    mix = shaped(dry + reverberated(to_room), lambda f: high_pass(f, 30.0))
    return np.round(mastered(mix) * 32767.0).astype(np.int16)


def _played(notes: tuple[Note, ...], channel: Channel, tempo: Tempo, pickup_s: float, frames: int, seed: int) -> Array:
    """One part, mono. ``seed`` makes its players' habits."""
    part = np.zeros(frames)
    loose = noise(2 * len(notes), seed)
    for i, note in enumerate(notes):
        begin = pickup_s + tempo.seconds(note.beat + (_LILT_BEATS if note.beat % 1 == 0.5 else 0.0))
        held = tempo.seconds(note.beat + note.beats) - tempo.seconds(note.beat)
        velocity = min(1.0, max(0.05, note.velocity + _UNEVEN * loose[2 * i]))
        start = round((begin + _LOOSE_S * loose[2 * i + 1]) * RATE)
        sound = channel.play(hertz(note.key), held, velocity, seed + i)[: frames - start]
        part[start : start + sound.size] += sound
    return part
