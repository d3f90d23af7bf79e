"""The parent's side of one speaking child: words to parts, one answer per sentence, a new child when one is lost or spent."""

from __future__ import annotations

import numpy as np

from segment.errors import VoiceError
from segment.media.frames import Header
from segment.model.utterance import SayWord
from segment.model.voice import VoiceProfile
from segment.voice.engines.recipe import Said
from segment.voice.espeak.catalogue import data_folder, installed
from segment.voice.espeak.library import RATE_HZ
from segment.voice.espeak.pace import espeak_rate
from segment.voice.espeak.parts import parts
from segment.voice.kept_child import KeptChild

_TIMEOUT_S = 20.0
"""For one sentence: a hundred times what the longest takes."""


class EspeakWorker:
    """See :class:`segment.voice.engines.recipe.Worker`."""

    def __init__(self) -> None:
        self._child = KeptChild("segment.voice.espeak.child", name="The speaking process", timeout_s=_TIMEOUT_S, greeting=_home)

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
        header, body = self._child.ask(request)
        samples = np.frombuffer(body, dtype="<i2").astype(np.float32) / np.float32(32768)
        marks = tuple((index, frame) for index, frame in header["marks"])
        return Said(samples=samples, rate=RATE_HZ, marks=marks, notes=notes, sent=header["text"])

    def close(self) -> None:
        """Ends the child, also while it speaks."""
        self._child.close()


def _home() -> Header:
    """Where the library and its data are."""
    import espeakng_loader

    return {"library": espeakng_loader.get_library_path(), "data": str(data_folder().parent)}
