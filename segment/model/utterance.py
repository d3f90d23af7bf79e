"""What a voice is asked to say: one utterance for each spoken line of the script, no markup left in it."""

from __future__ import annotations

from msgspec import Struct


class SayWord(Struct, frozen=True, kw_only=True):
    """One written word (with the punctuation that clings to it) and how to say it."""

    display: str
    """As written, for captions and transcripts."""
    say: str
    """As spoken, numbers and symbols in words; may be several words, or empty for what is not said.

    Letters, spaces, hyphens and ``'``, and at most one of ``, . ? !`` behind a word as a mark for the melody; nothing else.
    """
    respelling: str = ""
    """A pronouncer that overrides how ``say`` sounds, such as ``koh-tee-YAR``."""
    ipa: str = ""
    """IPA that overrides how ``say`` sounds."""
    lang: str = ""
    """BCP 47 tag where the word is in another language."""
    stress: int = 0
    """0, 1 or 2."""


class Phrase(Struct, frozen=True, kw_only=True, tag="phrase"):
    """Words said in one breath: a sentence, or the part of one between two breaks."""

    words: tuple[SayWord, ...]


class Silence(Struct, frozen=True, kw_only=True, tag="silence"):
    """A pause the script asks for."""

    seconds: float


class Utterance(Struct, frozen=True, kw_only=True):
    """One spoken line."""

    id: str
    """Role and ordinal, such as ``critic-3``; unique in the script."""
    role: str
    pieces: tuple[Phrase | Silence, ...]

    @property
    def display(self) -> str:
        """The line as written, without marks."""
        return " ".join(w.display for p in self.pieces if isinstance(p, Phrase) for w in p.words)
