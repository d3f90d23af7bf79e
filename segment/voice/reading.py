"""Words as the embedded voice of a language reads them: in IPA, and as respellings; and whether it can read what is given."""

from __future__ import annotations

from collections.abc import Sequence

from segment.errors import Cause, VoiceError
from segment.model.utterance import SayWord
from segment.voice.espeak.catalogue import installed
from segment.voice.espeak.ipa import mnemonics as ipa_mnemonics
from segment.voice.espeak.phonetic import Phoneticist
from segment.voice.espeak.respelling import mnemonics as to_mnemonics
from segment.voice.espeak.wire import respelling


def ipa(words: Sequence[SayWord], language: str) -> str:
    """The words in IPA, pronouncers, languages and all. Raises VoiceError (MISSING) for a language nobody here reads."""
    base = installed().language(language)
    if base is None:
        raise VoiceError(f"The embedded voice does not read {language!r}.", cause=Cause.MISSING)
    phoneticist = Phoneticist()
    try:
        return " ".join(phoneticist.write(words, base).tokens)
    finally:
        phoneticist.close()


_READ_AS = {"ja": "it", "el": "es", "zh": ""}
"""Languages whose voice reads no Latin letters: the one whose reading of their names comes nearest."""


def candidates(words: Sequence[tuple[str, str]], home: str) -> tuple[tuple[str, ...], ...]:
    """For each (word, language) respellings to choose from: as that language reads it, and as the ``home`` language does.

    A language that nobody here reads adds nothing.
    """
    phoneticist = Phoneticist()
    try:
        return tuple(
            tuple(dict.fromkeys(said for tag in (_READ_AS.get(tag, tag), home) if (said := _respelled(phoneticist, word, tag))))
            for word, tag in words
        )
    finally:
        phoneticist.close()


def _respelled(phoneticist: Phoneticist, word: str, language: str) -> str:
    base = installed().language(language) if language else None
    if base is None:
        return ""
    return respelling("".join(phoneticist.write([SayWord(display=word, say=word)], base).tokens))


def syllables(spelled: str) -> str:
    """Why a respelling cannot be read, in a few words; empty where it can."""
    try:
        return "" if to_mnemonics(spelled).strip() else "there is no sound in it"
    except ValueError:
        return "it is no syllables joined by hyphens"


def sounds(ipa: str, language: str = "") -> str:
    """Why IPA cannot be read, in a few words; empty where it can."""
    try:
        ipa_mnemonics(ipa, language)
    except ValueError as error:
        return str(error)
    return ""
