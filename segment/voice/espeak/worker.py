"""The parent's side of one speaking child: words to parts, one answer per sentence, a new child when one is lost or spent."""

from __future__ import annotations

import numpy as np

from segment.errors import MediaError, VoiceError
from segment.media.children import Child, python
from segment.media.frames import Header
from segment.model.utterance import SayWord
from segment.model.voice import VoiceProfile
from segment.voice.engines.recipe import Said
from segment.voice.espeak.catalogue import data_folder, installed
from segment.voice.espeak.library import RATE_HZ
from segment.voice.espeak.pace import espeak_rate
from segment.voice.espeak.parts import parts
from segment.wording import sentence

_TIMEOUT_S = 20.0
"""For one sentence: a hundred times what the longest takes."""


class EspeakWorker:
    """See :class:`segment.voice.engines.recipe.Worker`."""

    def __init__(self) -> None:
        self._greeted = False
        self._closed = False
        self._child: Child | None = self._launch()

    def _launch(self) -> Child:
        if self._closed:
            raise VoiceError("The speaking process has been ended.")
        self._greeted = False
        try:
            return Child(python("segment.voice.espeak.child"), name="The speaking process")
        except MediaError as error:
            raise VoiceError(error.message, hint=error.hint, cause=error.cause) from error

    def say(self, words: tuple[SayWord, ...], profile: VoiceProfile) -> Said:
        """Speaks one sentence."""
        base, variant = installed().split(profile.voice)
        if base is None or variant is None:
            raise VoiceError(f"There is no voice {profile.voice!r} in espeak-ng.")
        made, notes = parts(words, base, installed())
        request = {
            "voice": base.id + (f"+{variant}" if variant else ""),
            "table": base.table,
            "rate": espeak_rate(profile, base),
            "pitch": round(profile.pitch),
            "parts": made,
        }
        header, body = self._ask(request)
        if "error" in header:
            raise VoiceError(sentence(header["error"]))
        samples = np.frombuffer(body, dtype="<i2").astype(np.float32) / np.float32(32768)
        marks = tuple((index, frame) for index, frame in header["marks"])
        return Said(samples=samples, rate=RATE_HZ, marks=marks, notes=notes, sent=header["text"])

    def _ask(self, request: Header) -> tuple[Header, bytes]:
        if self._child is None:
            self._child = self._launch()
        child = self._child
        try:
            if not self._greeted:
                import espeakng_loader

                home = {"library": espeakng_loader.get_library_path(), "data": str(data_folder().parent)}
                child.ask(home, timeout_s=_TIMEOUT_S)
                self._greeted = True
            header, body = child.ask(request, timeout_s=_TIMEOUT_S)
        except MediaError as error:
            self._drop()
            raise VoiceError(error.message) from error
        if not header["again"]:
            self._drop()
        return header, body

    def _drop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.close()

    def close(self) -> None:
        """Ends the child, also while it speaks."""
        self._closed = True
        self._drop()
