"""The script in the mouth of the embedded voice: what a recording is held against where no acoustic model is there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from segment.errors import Cause, VoiceError
from segment.model.sound import Spoken
from segment.model.take import Sentence
from segment.model.utterance import Phrase, Utterance
from segment.model.voice import VoiceProfile
from segment.voice.answer import allowed
from segment.voice.espeak.catalogue import installed
from segment.voice.speaking import Speaker

RATE_WPM: Final = 165.0
_ROLE: Final = "reference"


def reference(sentences: Sequence[Sentence], language: str) -> tuple[Spoken, ...]:
    """Each sentence as one line with the times of its words. Raises VoiceError (MISSING) for a language nobody here reads."""
    base = installed().language(language)
    if base is None:
        raise VoiceError(
            f"A recording in {language!r} cannot be held against its script: the embedded voice does not read that language.",
            cause=Cause.MISSING,
        )
    profile = VoiceProfile(voice=base.id, language=language, rate=RATE_WPM)
    alone = [Utterance(id=f"{_ROLE}-{n}", role=_ROLE, pieces=(Phrase(words=s.words),)) for n, s in enumerate(sentences)]
    with Speaker({_ROLE: profile}, judge=allowed) as speaker:
        return tuple(speaker.speak(alone))
