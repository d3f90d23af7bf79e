"""The voice that others are held against: the embedded espeak-ng, which has most languages and knows when each word starts."""

from __future__ import annotations

from threading import Lock

from segment.errors import Cause, VoiceError
from segment.model.utterance import SayWord
from segment.model.voice import VoiceProfile
from segment.voice.engines.recipe import Said
from segment.voice.espeak.catalogue import installed
from segment.voice.espeak.pace import FASTEST, SLOWEST
from segment.voice.espeak.worker import EspeakWorker


class Embedded:
    """Says words in a profile's language and at its rate; a :data:`segment.voice.gate.Reference` for one profile.

    Its process starts with the first words asked for: most scripts never need it. May be asked from several threads.
    """

    def __init__(self, profile: VoiceProfile) -> None:
        """``profile``: of the voice that is to be judged, of any engine."""
        self._profile = profile
        self._lock = Lock()
        self._worker: EspeakWorker | None = None

    def __call__(self, words: tuple[SayWord, ...]) -> Said:
        """The words with their marks. Raises VoiceError where espeak-ng does not speak the language, or fails."""
        base = installed().language(self._profile.language)
        if base is None:
            raise VoiceError(f"The embedded voice does not speak {self._profile.language!r}.", cause=Cause.MISSING)
        rate = min(max(self._profile.rate, SLOWEST), FASTEST)
        plain = VoiceProfile(voice=base.id, language=self._profile.language, rate=rate, pauses=self._profile.pauses)
        with self._lock:
            if self._worker is None:
                self._worker = EspeakWorker()
            return self._worker.say(words, plain)

    def close(self) -> None:
        """Ends the process where there is one. May be called twice."""
        with self._lock:
            worker, self._worker = self._worker, None
        if worker is not None:
            worker.close()

    def __enter__(self) -> Embedded:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()
