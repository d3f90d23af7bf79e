"""What is held against a sentence, by how well its voice is known.

The embedded voice is its own reference: it says the same words twice alike, and what strays from that is wrong. Of another
engine's voice only what no voice does is certain. How it ends, how long it pauses, and how like the embedded voice it sounds
differ from voice to voice: far out it is wrong, less far it is worth a person's ear.
"""

from __future__ import annotations

from msgspec import Struct


class Alone(Struct, frozen=True, kw_only=True):
    """Bounds for a sentence by itself."""

    clipped: float
    """Share of the samples that may stand at full scale beside others that do."""
    shortest: float
    longest: float
    """Spoken length against the estimate."""
    slack_s: float
    """Added to both sides, for the few syllables of short lines."""
    hole_s: float
    pause_s: float
    """The longest silence inside at 160 words a minute: without punctuation in the sentence (a stop consonant), and with."""
    cut_ratio: float
    """Level in the last 10 ms against the whole: speech that is let finish dies away."""
    steady_db: float
    """Wandering of level and colour together in half a second, as standard deviations: tone, hum and white noise 0 to 0.4, pink
    noise 1.5 to 2.6, the steadiest speech 1.8 and more."""
    steady_short_db: float
    """The same for 0.3 s: pink noise cannot be told from speech there."""


class Beside(Struct, frozen=True, kw_only=True):
    """Bounds for a sentence beside its reference."""

    from_s: float
    """Sentences whose reference is shorter are not judged: they have few sounds by which to tell them from others."""
    unlike: float
    far: float
    """Unlikeness and distance of other words; both must be reached, for words that repeat themselves (“well, well”) are much like
    themselves begun in the middle."""
    unlike_short: float
    far_short: float
    """The same under 0.9 s."""
    squeezed: float
    """A window's worth of one side against less than this share of a window on the other: that side has no such words."""
    squeezed_unlike: float
    """Provided that it does not fit either; a word dwelt upon does."""
    tail_squeezed: float
    """The share at the end."""
    unfit: float
    """Unlikeness of a window to which nothing answers, where there is a doubt about a stretch already."""
    shorter: float
    longer: float
    """Length against the reference's."""


class Limits(Struct, frozen=True, kw_only=True):
    """For one kind of voice."""

    stop: Alone
    """Beyond these it is wrong."""
    doubt: Alone
    """Beyond these the reference is asked."""
    wrong: Beside
    """Beyond these it is wrong."""
    odd: Beside
    """Beyond these somebody should listen to it."""
    every: bool
    """Every sentence is held against the reference, not only the doubtful ones."""
    exact: bool
    """The reference says the same words in the same voice, sample for sample: what differs at all is wrong."""


_STRICT = Alone(
    clipped=0.0,
    shortest=0.5,
    longest=1.6,
    slack_s=0.25,
    hole_s=0.23,
    pause_s=0.8,
    cut_ratio=0.02,
    steady_db=1.5,
    steady_short_db=0.45,
)
# Other words have 0.84 to 0.93 and 0.56 to 0.61 at the 5th percentile; the right ones, even in another embedded voice, at most
# 0.80 and 0.56.
_ITSELF = Beside(
    from_s=0.0,
    unlike=0.82,
    far=0.53,
    unlike_short=0.90,
    far_short=0.58,
    squeezed=0.35,
    squeezed_unlike=0.85,
    tail_squeezed=0.5,
    unfit=0.98,
    shorter=0.75,
    longer=1.3,
)

KIN = Limits(
    stop=_STRICT,
    doubt=Alone(
        clipped=0.0,
        shortest=0.5,
        longest=1.6,
        slack_s=0.25,
        hole_s=0.23,
        pause_s=0.8,
        cut_ratio=0.02,
        steady_db=2.9,
        steady_short_db=0.45,
    ),
    wrong=_ITSELF,
    odd=_ITSELF,
    every=False,
    exact=True,
)
"""The voice of the reference itself."""

STRANGER = Limits(
    stop=Alone(
        clipped=0.008,
        shortest=0.3,
        longest=2.2,
        slack_s=0.6,
        hole_s=1.5,
        pause_s=1.5,
        cut_ratio=0.5,
        steady_db=1.0,
        steady_short_db=0.3,
    ),
    doubt=Alone(
        clipped=0.001,
        shortest=0.4,
        longest=1.9,
        slack_s=0.4,
        hole_s=0.5,
        pause_s=0.8,
        cut_ratio=0.05,
        steady_db=2.0,
        steady_short_db=0.3,
    ),
    wrong=Beside(
        from_s=1.5,
        unlike=0.92,
        far=0.64,
        unlike_short=1.0,
        far_short=1.0,
        squeezed=0.0,
        squeezed_unlike=1.0,
        tail_squeezed=0.0,
        unfit=1.3,
        shorter=0.35,
        longer=2.2,
    ),
    odd=Beside(
        from_s=0.9,
        unlike=0.83,
        far=0.56,
        unlike_short=1.0,
        far_short=1.0,
        squeezed=0.25,
        squeezed_unlike=0.95,
        tail_squeezed=0.25,
        unfit=1.15,
        shorter=0.55,
        longer=1.6,
    ),
    every=True,
    exact=False,
)
"""The voice of any other engine.

Over 540 good lines each of festival's two English voices the ear is asked for in 1 and 3 of them; other words of like length are
found in 69 of 70. Good voices do clip now and then: a little of it is for the ear, much of it is wrong.
"""
