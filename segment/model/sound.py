"""Sound in memory. Arrays are float32, shape (frames, 1 or 2), full scale 1.0, read-only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Samples = NDArray[np.float32]


class Sound(Struct, frozen=True, kw_only=True, eq=False):
    """A piece of sound; its identity is its fingerprint."""

    samples: Samples
    """Shape (frames, 1 or 2)."""
    rate: int
    """Hz."""
    fingerprint: str
    """SHA-256 (hex) of the file or of the samples it came from."""

    @property
    def frames(self) -> int:
        """Length in sample frames."""
        return int(self.samples.shape[0])

    @property
    def seconds(self) -> float:
        """Length in seconds."""
        return self.frames / self.rate

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sound) and (self.rate, self.fingerprint) == (other.rate, other.fingerprint)

    def __hash__(self) -> int:
        return hash((self.rate, self.fingerprint))


class Word(Struct, frozen=True, kw_only=True):
    """When a written word is heard."""

    text: str
    """As written (display text)."""
    start: int
    """First sample frame, at the rate of what holds it."""
    end: int
    """One past the last sample frame."""


class Spoken(Struct, frozen=True, kw_only=True):
    """A spoken line: sound and the times of its words."""

    id: str
    """The utterance's id."""
    role: str
    voice: str
    """Profile name, or ``take`` for a recording."""
    sound: Sound
    """Mono; already quantised, so that fresh and stored lines are equal."""
    words: tuple[Word, ...]
    """In sound.rate, ascending. Empty when a recording's word times are not known."""
    synthetic: bool = True
    """False for a person's recording."""
    trim_db: float = 0.0
    """How much louder or softer than the other voices it stands in the mix, in dB."""
    rest_s: float | None = None
    """Silence before it where the same speaker goes on, in seconds; None for the show's usual."""
    stood_in: bool = False
    """Whether a synthetic voice says some of a person's line."""
    covers: tuple[str, ...] = ()
    """For a recording that replaces several lines: the ids of all of them, in order."""
