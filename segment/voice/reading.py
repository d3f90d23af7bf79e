"""Words in IPA, as the embedded voice of a language reads them."""

from __future__ import annotations

from collections.abc import Sequence

from segment.errors import Cause, VoiceError
from segment.model.utterance import SayWord
from segment.voice.espeak.catalogue import installed
from segment.voice.espeak.ipa import mnemonics as ipa_mnemonics
from segment.voice.espeak.phonetic import Phoneticist
from segment.voice.espeak.respelling import mnemonics as to_mnemonics


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


def syllables(respelling: str) -> str:
    """Why a respelling cannot be read, in a few words; empty where it can."""
    try:
        return "" if to_mnemonics(respelling).strip() else "there is no sound in it"
    except ValueError:
        return "it is no syllables joined by hyphens"


def sounds(ipa: str, language: str = "") -> str:
    """Why IPA cannot be read, in a few words; empty where it can."""
    try:
        ipa_mnemonics(ipa, language)
    except ValueError as error:
        return str(error)
    return ""
