"""Readers whose true word times are known: sentences spoken by voices that say when each word begins."""

from __future__ import annotations

import shutil
from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from segment.dsp.resample import resample
from segment.model.utterance import Phrase, SayWord, Utterance
from segment.model.voice import VoiceProfile
from segment.voice import speak

F32 = NDArray[np.float32]

RATE = 22050
EMBEDDED = VoiceProfile(voice="en-us+Andy", rate=165.0)
OTHER_EMBEDDED = VoiceProfile(voice="en-gb-x-rp+f3", rate=155.0, pitch=55.0)


def festival(voice: str = "kal_diphone") -> VoiceProfile:
    """One of festival's voices."""
    return VoiceProfile(engine="festival", voice=voice, rate=170.0)


def there_is_festival() -> bool:
    """Whether the program is installed."""
    return shutil.which("festival") is not None


class Spoke(Struct, frozen=True, kw_only=True, eq=False):
    """A sentence as it was read."""

    samples: F32
    """Mono at RATE."""
    words: tuple[tuple[float, float], ...]
    """(start, end) of each word in seconds."""


def phrase(text: str) -> tuple[SayWord, ...]:
    """A sentence of plain words."""
    return tuple(SayWord(display=word, say=word.strip('.,!?;:—"“”') or "") for word in text.split())


def lines(sentences: Sequence[str], *, role: str = "critic", together: int = 3) -> tuple[Utterance, ...]:
    """A role's lines, a few sentences in each."""
    return tuple(
        Utterance(id=f"{role}-{nth + 1}", role=role, pieces=tuple(Phrase(words=phrase(s)) for s in sentences[at : at + together]))
        for nth, at in enumerate(range(0, len(sentences), together))
    )


def read(texts: Sequence[str], profile: VoiceProfile) -> list[Spoke]:
    """Each text as one breath of a voice, at RATE."""
    alone = [Utterance(id=f"x-{n}", role="x", pieces=(Phrase(words=phrase(text)),)) for n, text in enumerate(texts)]
    out = []
    for spoken in speak(alone, {"x": profile}):
        sound = spoken.sound
        samples = resample(sound.samples, sound.rate, RATE)[:, 0]
        out.append(Spoke(samples=samples, words=tuple((w.start / sound.rate, w.end / sound.rate) for w in spoken.words)))
    return out
