"""Where a programme is divided for encoding on several threads.

The places depend on the programme's length alone, never on the machine: every half minute from the start, and more densely
towards the end, so that no thread is left waiting for another's long last stretch.
"""

from __future__ import annotations

from segment.media.mp3.frames import PADDING_PERIOD, SAMPLES

LONGEST = 24 * PADDING_PERIOD  # 30.7 s at 44.1 kHz
SHORTEST = 8 * PADDING_PERIOD  # 10.2 s: far more than two streams take to agree


def starts(programme: int) -> tuple[int, ...]:
    """The MPEG frames at which the stretches of a programme of so many samples start, the first at 0.

    Each is a whole number of padding periods in, so that every stretch pads the same frames as one stream would.
    """
    left = -(-programme // SAMPLES)
    places = [0]
    while left >= 2 * SHORTEST:
        length = min(LONGEST, left // 2 // PADDING_PERIOD * PADDING_PERIOD)
        places.append(places[-1] + length)
        left -= length
    return tuple(places)
