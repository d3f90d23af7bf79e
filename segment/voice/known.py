"""The embedded voice as the one that is known: what another voice said is held against the same words in its mouth."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from segment.errors import Cause, VoiceError
from segment.model.utterance import SayWord
from segment.model.voice import VoiceProfile
from segment.voice.engines import engine
from segment.voice.engines.recipe import Said, Worker
from segment.voice.espeak.catalogue import installed
from segment.voice.espeak.pace import FASTEST, SLOWEST

if TYPE_CHECKING:
    from segment.voice.gate import Reference


class KnownVoice:
    """Starts when it is first asked; threads take turns."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._worker: Worker | None = None
        self._closed = False

    def __enter__(self) -> KnownVoice:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def like(self, profile: VoiceProfile) -> Reference:
        """For what a profile says: the same voice where it is an embedded one, else one of its language at its pace.

        What is returned raises VoiceError where it cannot speak, as in a language that espeak-ng does not know.
        """
        from segment.voice.gate import KIN, STRANGER, Reference

        if profile.engine == VoiceProfile().engine:
            # It never says the same words in two ways: a process of its own tells what they should sound like.
            return Reference(say=lambda words: self._say(words, profile), limits=KIN)

        def say(words: tuple[SayWord, ...]) -> Said:
            base = installed().language(profile.language)
            if base is None:
                raise VoiceError(f"The embedded voice does not speak {profile.language!r}.", cause=Cause.MISSING)
            rate = min(max(profile.rate, SLOWEST), FASTEST)
            return self._say(words, VoiceProfile(voice=base.id, language=profile.language, rate=rate, pauses=profile.pauses))

        return Reference(say=say, limits=STRANGER)

    def _say(self, words: tuple[SayWord, ...], profile: VoiceProfile) -> Said:
        with self._lock:
            if self._closed:
                raise VoiceError("The voices have been sent home.")
            if self._worker is None:
                self._worker = engine(profile.engine).start()
            return self._worker.say(words, profile)

    def close(self) -> None:
        """Ends it."""
        with self._lock:
            self._closed = True
            if self._worker is not None:
                self._worker.close()
