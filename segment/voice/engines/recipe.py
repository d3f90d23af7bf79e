"""What a voice engine is: the door every synthetic voice comes through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from segment.model.utterance import SayWord
from segment.model.voice import VoiceProfile

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Caps(Struct, frozen=True, kw_only=True):
    """What an engine can do; what it cannot becomes a note to the producer."""

    word_marks: bool
    """It says when each word starts. Where it does not, its sound is aligned to its text."""
    respelling: bool
    ipa: bool
    lang: bool
    """A word in another language inside a sentence."""
    stress: bool
    deterministic: bool
    """The same words and profile always give the same samples."""
    offline: bool
    bits: int = 16
    """Of the samples kept of it: 16 or 24."""


class Option(Struct, frozen=True, kw_only=True):
    """Something only one engine asks for, a key of a profile's ``[options]``."""

    key: str
    type: type
    """str, bool, int, float, or list for a list of words."""
    help: str
    """One line for people."""
    needed: bool = False
    low: float | None = None
    """For numbers: the smallest that makes sense."""
    high: float | None = None


class Said(Struct, frozen=True, kw_only=True, eq=False):
    """A sentence as the engine spoke it."""

    samples: NDArray[np.float32]
    """Mono, shape (frames,), full scale 1.0; lead and tail as they come."""
    rate: int
    """Hz."""
    marks: tuple[tuple[int, int], ...] | None
    """(index of the word, frame it starts at), ascending in both, words may be left out; None when the engine gives none."""
    notes: tuple[str, ...] = ()
    """Sentences about what could not be said as asked, such as a pronouncer nobody understands."""
    sent: str = ""
    """What the engine was given in the end, for tests and for curious people."""


class Mistake(Struct, frozen=True, kw_only=True):
    """A value in a voice profile that the engine cannot use."""

    key: str
    found: str
    allowed: str
    """What would be right, in words."""
    hint: str = ""
    """Did you mean …?"""


class Worker(Protocol):
    """Speaks one sentence at a time; each worker is used by one thread at a time."""

    def say(self, words: tuple[SayWord, ...], profile: VoiceProfile) -> Said:
        """Speaks the words as one breath.

        Only ``say`` and the pronunciation fields count; the text is data and never markup. Breaks and sentence pauses are not
        the engine's business. Raises VoiceError when the engine fails; the next call must work again.
        """

    def close(self) -> None:
        """Lets go of processes and files. May be called twice."""


class Engine(Protocol):
    """How to add an engine: write one file in this folder with a class like this, and enter it in ``ENGINES``.

    A package of its own offers it under the entry point group ``segment.engines`` instead. Import what the engine needs inside
    the functions that need it. Convert its own exceptions to VoiceError, with ``where`` left empty: the caller knows the line.
    Text is data: escape it. Run anything that can crash or hang in a child process (:mod:`segment.media.children`). Then run the
    contract tests (``tests/contracts/test_engines.py``), which take every engine listed.
    """

    caps: Caps
    options: tuple[Option, ...]
    """What a profile's ``[options]`` may hold for it."""
    untried: str
    """What of it has never been run by its makers, in a few words for ``segment doctor``; empty when all of it was."""

    def missing(self) -> str:
        """Empty when the engine can work, else one sentence with the command that installs what is missing."""

    def mistakes(self, profile: VoiceProfile) -> tuple[Mistake, ...]:
        """Everything in a profile that this engine cannot use: unknown voice, value out of range, a file that is not there.

        Options of the wrong kind or out of range are found before, by the table.
        """

    def identity(self, profile: VoiceProfile) -> str:
        """The engine with its version, and all of the profile that decides how words sound: voice, rate, pitch, options.

        A spoken sentence is kept under it and the words. It changes whenever the same words would sound different and at no
        other time, and holds nothing of the machine, no path, no secret and no clock: of a file that holds the voice it has the
        digest. Raises VoiceError when that file cannot be read.
        """

    def start(self) -> Worker:
        """Starts a worker; returns before it is ready. Several may run at once. Raises VoiceError when it cannot."""
