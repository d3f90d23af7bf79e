"""How a file format is plugged in, and all that it is given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, Protocol

from msgspec import Struct

from segment.model.label import Label
from segment.model.loudness import Loudness

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from segment.model.sound import Samples


class Form(Struct, frozen=True, kw_only=True):
    """What is asked of a file; a format heeds what concerns it."""

    rate: int
    """Hz."""
    channels: Literal[1, 2] = 2
    kbps: int = 0
    """Bit rate of a lossy format; 0 for its usual one."""
    quality: int | None = None
    """Of a variable bit rate, 0 is best; None for the format's usual."""
    cart: Literal["none", "generic", "rivendell"] = "none"
    """Whose ``cart`` chunk a WAV has."""


class Mistake(Struct, frozen=True, kw_only=True):
    """Something in a form that a format cannot do."""

    key: str
    """``rate``, ``kbps`` …"""
    found: str
    allowed: str
    """What would be right, as a sentence."""


class Programme(Protocol):
    """The mastered programme; may be read from several threads at once, the same samples however it is divided."""

    frames: int
    rate: int
    """Hz."""

    def read(self, start: int, stop: int) -> NDArray[np.int16]:
        """Frames start…stop, dithered to 16 bits: (stop − start, 2)."""

    def floats(self, start: int, stop: int) -> NDArray[np.float32]:
        """The same, not dithered, full scale 1.0, an array of the caller's own."""


class Exporter(Protocol):
    """How to add a format: write one file in this folder with a class like this, and enter it in ``EXPORTERS``.

    A package of its own offers an object of this shape under the entry point group ``segment.exporters`` instead. Import what
    the format needs inside the functions that need it, and let :mod:`segment.media` touch the files. A mono programme has both
    channels alike: write the first. The same programme, form and label give the same bytes: no clock, no random number. Whatever
    is decoded must have exactly the programme's frames. Then run the contract tests (``tests/contracts/test_exporters.py``),
    which take every format listed.
    """

    ending: str
    """Of the file's name, such as ``.flac``."""
    media_type: str
    what: str
    """A few words for people."""
    rate: int
    """The usual one, Hz."""

    def missing(self) -> str:
        """Empty when files can be made, else one sentence with the command that installs what is missing."""

    def mistakes(self, form: Form) -> tuple[Mistake, ...]:
        """Everything in a form that this format cannot do."""

    def loss_db(self, form: Form) -> float:
        """What the encoder takes from the level, in dB, ≥ 0; it is made good before."""

    def headroom_db(self, form: Form) -> float:
        """How far the programme is kept under its true-peak limit for what the encoder adds, in dB."""

    def encode(self, path: Path, programme: Programme, form: Form, label: Label) -> None:
        """Writes the file to ``path``; a later call replaces an earlier one. Raises MediaError or PublishError."""

    def decode(self, path: Path) -> Iterator[Samples]:
        """Blocks of what was made, float32 (n, channels), by a reader that had no part in the making where there is one."""

    def note(self, path: Path, loudness: Loudness) -> None:
        """Writes what was measured into the file where the format has a place for it; not a sample changes."""

    def listed(self, path: Path, label: Label) -> tuple[str, ...]:
        """What the finished file says of itself, ``TIT2 Rust and Bone``, as it was read back; empty where it cannot say anything.

        Raises PublishError (BUG) where that is not what the label says: :func:`segment.publish.read_back.listed` does.
        """
