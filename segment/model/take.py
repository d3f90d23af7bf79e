"""A recording held against its script: which stretch of it is which sentence, how often it was read, and which reading is used.

All times are seconds from the recording's first frame; where there are several files, from the first frame of the first.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from segment.model.cleaning import CleanUp
from segment.model.utterance import SayWord


class Sentence(Struct, frozen=True, kw_only=True):
    """A sentence of the script, or what stands between two breaks of a line."""

    line: str
    """The id of its utterance, such as ``critic-3``."""
    words: tuple[SayWord, ...]

    @property
    def text(self) -> str:
        """As written."""
        return " ".join(word.display for word in self.words)


class Heard(Struct, frozen=True, kw_only=True):
    """A word found in the recording."""

    start_s: float
    end_s: float
    confidence: float
    """0 no better than another word would be, 1 certain."""


class Piece(Struct, frozen=True, kw_only=True):
    """A stretch of the recording in which words of a sentence follow each other."""

    first: int
    """Index of its first word in the sentence."""
    stop: int
    """One past its last."""
    start_s: float
    end_s: float
    """Of the words; the pauses around are not in it."""
    exact: bool = False
    """Whether a person gave these times: then the cut is there, and the sound around is not taken along."""


class Otherwise(Struct, frozen=True, kw_only=True):
    """A place where something else was said than stands in the script."""

    kind: Literal["skipped", "added", "changed"]
    first: int
    """Index of its first word in the sentence; what was added stands before it."""
    stop: int
    """One past its last; ``first`` where nothing of the script is there."""
    heard: str
    """What it sounds like, in lower case; roughly, and empty where nobody understands words."""
    start_s: float
    end_s: float
    confidence: float
    """0.5 as likely as not, 1 certain."""


class Reading(Struct, frozen=True, kw_only=True):
    """One time that a sentence was read."""

    pieces: tuple[Piece, ...]
    """In the order of the sentence; several where a phrase was begun again and its better part is used."""
    words: tuple[Heard | None, ...]
    """One for each word of the sentence, None for one that was not heard."""
    confidence: float
    """0–1: how surely all of it was said as written."""
    complete: bool
    """False for a start that was broken off."""
    otherwise: tuple[Otherwise, ...] = ()
    """Where it differs from the script; looked for in readings that are heard."""

    @property
    def start_s(self) -> float:
        """Where the first of its words is heard."""
        return min(piece.start_s for piece in self.pieces)

    @property
    def end_s(self) -> float:
        """Where the last of its words ends."""
        return max(piece.end_s for piece in self.pieces)


class Choice(Struct, frozen=True, kw_only=True):
    """A sentence with all its readings."""

    sentence: Sentence
    readings: tuple[Reading, ...]
    """In the order of the recording; empty where the sentence was not found."""
    used: int
    """Which of them is heard; −1 for none."""
    listed: bool = False
    """Whether a person's list decided."""
    stand_in: bool = False
    """Whether that wants a synthetic voice to say it; then no reading is heard."""

    @property
    def reading(self) -> Reading | None:
        """The reading that is heard."""
        return self.readings[self.used] if self.used >= 0 else None


class Aside(Struct, frozen=True, kw_only=True):
    """What was said that stands in no script."""

    start_s: float
    end_s: float
    text: str
    """As understood; empty where nobody understands words."""


class Edit(Struct, frozen=True, kw_only=True):
    """What becomes of one recording."""

    choices: tuple[Choice, ...]
    """One for each sentence of the role, in the order of the script."""
    seconds: float
    """Length of the recording."""
    found: float
    """Share of the script's words that were found in it, 0–1."""
    manner: str
    """``pocketsphinx`` or ``voice``: what the recording was held against."""
    heard: tuple[tuple[float, float], ...] = ()
    """Every word that was heard, used or not: start and end."""
    asides: tuple[Aside, ...] = ()


class Part(Struct, frozen=True, kw_only=True):
    """One file of a recording: files of one role are held against the script one after the other."""

    name: str
    """The file's name."""
    fingerprint: str
    """SHA-256 of the file."""
    start_s: float
    """Where it begins, the files laid end to end."""
    seconds: float


class Differs(Struct, frozen=True, kw_only=True):
    """A place where something else was said, as people are told of it."""

    kind: Literal["skipped", "added", "changed"]
    script: str
    """What stands in the script; of what was added the words before and after."""
    heard: str
    """What it sounds like, roughly; may be empty."""
    place: str
    confidence: float
    """0.5 as likely as not, 1 certain."""


class Seen(Struct, frozen=True, kw_only=True):
    """A sentence as ``segment take check`` tells of it."""

    text: str
    """As the script writes it."""
    line: str
    """The id of its line."""
    place: str
    """Where the reading that is heard stands, such as ``0:41.2–0:44``; empty where it was not found."""
    confidence: float
    """0–1; 0 where it was not found."""
    complete: bool
    others: tuple[str, ...]
    """Where its other readings stand."""
    unheard: tuple[str, ...]
    """Its words that were not heard in the reading that is used."""
    listed: bool = False
    """Whether an edited list decided."""
    otherwise: tuple[Differs, ...] = ()
    """Where something else was said."""


class Cleaned(Struct, frozen=True, kw_only=True):
    """A file that is not used as it was recorded."""

    file: str
    steps: tuple[str, ...]
    """What is done to it, in words, in its order."""
    plan: CleanUp
    """The same in figures; the noise's own spectrum left out."""


class Saving(Struct, frozen=True, kw_only=True):
    """A sentence that could be left out."""

    text: str
    seconds: float
    """What that would save."""
    leaves_s: float
    """What the whole would run then."""


class Checked(Struct, frozen=True, kw_only=True):
    """What was found of a script in the recordings of one role."""

    role: str
    files: tuple[str, ...]
    seconds: float
    """Of all of them."""
    found: float
    """Share of the role's words that were found, 0–1."""
    by: str
    """``pocketsphinx`` or ``voice``: who listened."""
    sentences: tuple[Seen, ...]
    runs_s: float = 0.0
    """What the script runs with these recordings, about: the lines of others are reckoned."""
    asked_s: float | None = None
    """The most that it may run; None where it asks for no length."""
    cuts: tuple[Saving, ...] = ()
    """Sentences that could be left out where it runs longer, the safest and longest first."""
    cleaned: tuple[Cleaned, ...] = ()
    """What each file needed; one that needed nothing is not among them."""
