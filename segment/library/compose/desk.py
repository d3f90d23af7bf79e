"""The mixing desk: a channel for every part, its instrument, level, place and share of the room, and the master section."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from segment.library.compose.bass import bass
from segment.library.compose.electric_piano import electric_piano
from segment.library.compose.guitar import guitar
from segment.library.compose.kit import cymbal, kick, shaker, sweep, tap
from segment.library.compose.signal import RATE, bell, high_pass, low_pass
from segment.library.compose.strings import left_strings, right_strings
from segment.library.compose.vibraphone import vibraphone

if TYPE_CHECKING:
    from segment.library.compose.signal import Array

Instrument = Callable[[float, float, float, int], "Array"]
"""(Hz, seconds held, velocity 0–1, seed) to one note, mono."""
Curve = Callable[["Array"], "Array"]


class Channel(Struct, frozen=True, kw_only=True):
    """One strip of the desk."""

    play: Instrument
    level_db: float
    pan: float = 0.0
    """−1 left, 1 right, with equal power."""
    room_db: float = -14.0
    """Sent to the room, against the dry sound."""
    curve: Curve
    """Equaliser."""
    moving: float = 0.0
    """Depth of the slow left-to-right movement, 0–1."""


DESK: dict[str, Channel] = {
    "keys": Channel(
        play=electric_piano,
        level_db=-14.5,
        pan=-0.12,
        room_db=-15.0,
        curve=lambda f: high_pass(f, 110, 1) * low_pass(f, 6500, 1) * bell(f, 260, 0.9, -2.5) * bell(f, 1800, 1.5, 3.0),
        moving=0.28,
    ),
    "bass": Channel(play=bass, level_db=-14.5, room_db=-26.0, curve=lambda f: high_pass(f, 34) * low_pass(f, 2600, 1)),
    "guitar": Channel(
        play=guitar,
        level_db=-14.0,
        pan=0.22,
        room_db=-12.0,
        curve=lambda f: high_pass(f, 120, 1) * bell(f, 230, 0.8, 2.0) * bell(f, 2800, 1.4, 4.0) * low_pass(f, 9000, 1),
    ),
    "vibraphone": Channel(
        play=vibraphone, level_db=-16.5, pan=-0.35, room_db=-9.0, curve=lambda f: high_pass(f, 200, 1) * low_pass(f, 7000, 1)
    ),
    "left strings": Channel(
        play=left_strings, level_db=-26.0, pan=-0.8, room_db=-8.0, curve=lambda f: high_pass(f, 220, 1) * low_pass(f, 3500, 1)
    ),
    "right strings": Channel(
        play=right_strings, level_db=-26.0, pan=0.8, room_db=-8.0, curve=lambda f: high_pass(f, 220, 1) * low_pass(f, 3500, 1)
    ),
    "kick": Channel(play=kick, level_db=-11.5, room_db=-24.0, curve=lambda f: high_pass(f, 36) * low_pass(f, 2200, 1)),
    "tap": Channel(play=tap, level_db=-8.5, pan=-0.1, room_db=-12.0, curve=lambda f: low_pass(f, 9000, 1)),
    "sweep": Channel(play=sweep, level_db=-22.5, pan=-0.25, room_db=-14.0, curve=lambda f: low_pass(f, 8000, 1)),
    "cymbal": Channel(play=cymbal, level_db=-16.0, pan=0.3, room_db=-10.0, curve=lambda f: low_pass(f, 9000, 1)),
    "shaker": Channel(play=shaker, level_db=-14.0, pan=0.45, room_db=-14.0, curve=lambda f: low_pass(f, 10000, 1)),
}

MASTER_DB = -2.8
_MOVING_HZ = 0.8


def placed(mono: Array, channel: Channel) -> Array:
    """A channel's sound between left and right, moving where the channel moves."""
    sway = channel.moving * np.sin(np.arange(mono.size) * (2 * np.pi * _MOVING_HZ / RATE)) if channel.moving else 0.0
    angle = (channel.pan + sway + 1.0) * np.pi / 4
    stereo: Array = np.stack([mono * np.cos(angle), mono * np.sin(angle)], axis=1)
    return stereo * math.sqrt(2.0)


def mastered(sound: Array) -> Array:
    """The mix at its level, the highest peaks rounded as a tape would, and silence at its first and last sample."""
    driven = sound * 10 ** (MASTER_DB / 20)
    ceiling = 10 ** (-1.5 / 20)
    rounded: Array = ceiling * np.tanh(driven / ceiling)
    for length, end in ((int(0.008 * RATE), slice(None)), (int(0.6 * RATE), slice(None, None, -1))):
        rounded[end][:length] *= (0.5 - 0.5 * np.cos(np.pi * np.arange(length) / length))[:, None]
    return rounded
