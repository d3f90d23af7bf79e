"""Words in IPA, as the embedded voice of a language reads them."""

from __future__ import annotations

from collections.abc import Sequence

from segment.errors import Cause, VoiceError
from segment.model.utterance import SayWord
from segment.voice.espeak.catalogue import installed
from segment.voice.espeak.phonetic import Phoneticist


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
