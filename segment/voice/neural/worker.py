"""The parent's side of a neural voice: the sentence in IPA from one child, its sound from another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from segment.errors import VoiceError
from segment.media.frames import Header
from segment.model.utterance import SayWord
from segment.model.voice import VoiceProfile
from segment.voice.engines.recipe import Said
from segment.voice.espeak.catalogue import Base
from segment.voice.espeak.phonetic import Phonetic, Phoneticist
from segment.voice.kept_child import KeptChild

TIMEOUT_S = 180.0
"""For one sentence, the loading of the model included: ten times what the longest takes on a slow machine."""

LOWEST_HZ, HIGHEST_HZ = 8000, 48000
NOTHING_HZ = 22050
"""Rate of a sentence without a sound."""


class Order(Struct, frozen=True, kw_only=True):
    """What a profile asks of a child."""

    reader: Base
    """The espeak-ng voice whose readings the neural voice learnt from."""
    request: dict[str, Any]
    """For the child; the sentence is added to it."""


class NeuralWorker:
    """See :class:`segment.voice.engines.recipe.Worker`."""

    def __init__(self, program: str, *, name: str, order: Callable[[VoiceProfile], Order]) -> None:
        """``program`` is the child's module, ``name`` the engine's for people, ``order`` turns a profile into what is asked."""
        self._name = name
        self._order = order
        self._phoneticist = Phoneticist()
        try:
            self._child = KeptChild(program, name=f"The speaking process of {name}", timeout_s=TIMEOUT_S)
        except VoiceError:
            self._phoneticist.close()
            raise

    def say(self, words: tuple[SayWord, ...], profile: VoiceProfile) -> Said:
        """Speaks one sentence."""
        order = self._order(profile)
        written = self._phoneticist.write(words, order.reader)
        notes = [*written.notes, *(_unstressed(word, self._name) for word in words if word.stress and word.say)]
        sent = " ".join(written.tokens)
        if not written.tokens:
            return Said(samples=np.zeros(0, np.float32), rate=NOTHING_HZ, marks=(), notes=tuple(notes))
        header, body = self._child.ask({**order.request, "tokens": written.tokens})
        if header.get("unknown"):
            notes.append(f"this voice has no sound for {' '.join(header['unknown'])}, which it leaves out")
        samples = _sound(body, header, self._name)
        return Said(
            samples=samples, rate=header["rate"], marks=_marks(written, header, samples.size), notes=tuple(notes), sent=sent
        )

    def close(self) -> None:
        """Ends both children, also while they work."""
        self._phoneticist.close()
        self._child.close()


def _unstressed(word: SayWord, name: str) -> str:
    return f"{word.display!r} is not stressed: {name} voices take no stress from outside"


def _sound(body: bytes, header: Header, name: str) -> NDArray[np.float32]:
    rate = header["rate"]
    if not isinstance(rate, int) or not LOWEST_HZ <= rate <= HIGHEST_HZ:
        raise VoiceError(f"The {name} voice says it speaks at {rate} Hz, which cannot be.")
    samples = np.frombuffer(body, dtype="<f4").astype(np.float32)
    if not samples.size:
        raise VoiceError(f"The {name} voice sent no sound.")
    if not np.isfinite(samples).all():
        raise VoiceError(f"The {name} voice sent samples that are not numbers.")
    return np.clip(samples, -1.0, 1.0)


def _marks(written: Phonetic, header: Header, size: int) -> tuple[tuple[int, int], ...] | None:
    """When each word starts, where the voice times its sounds."""
    starts = header["starts"]
    if starts is None:
        return None
    return tuple((word, min(starts[token], size - 1)) for word, token in written.starts)
