"""Readers whose true word times are known: sentences spoken by voices that say when each word begins."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from segment.dsp.resample import resample
from segment.media import sound as sound_files
from segment.model.utterance import Phrase, SayWord, Utterance
from segment.model.voice import VoiceProfile
from segment.voice import speak
from segment.voice.listening import listen

F32 = NDArray[np.float32]

RATE = 22050
EMBEDDED = VoiceProfile(voice="en-us+Andy", rate=165.0)
OTHER_EMBEDDED = VoiceProfile(voice="en-gb-x-rp+f3", rate=155.0, pitch=55.0)


def festival(voice: str = "kal_diphone") -> VoiceProfile:
    """One of festival's voices."""
    return VoiceProfile(engine="festival", voice=voice, rate=170.0)


VOICES = {
    "festival": festival(),
    "festival-slt": festival("cmu_us_slt_arctic_hts"),
    "embedded": EMBEDDED,
    "embedded-rp": OTHER_EMBEDDED,
    "embedded-scots": VoiceProfile(voice="en-gb-scotland+m3", rate=150.0),
    "embedded-slow": VoiceProfile(voice="en-us+f2", rate=130.0, pitch=60.0),
}
"""Readers by name."""


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


def real(folder: Path) -> tuple[list[str], list[Spoke]]:
    """A person's sentences, from ``folder``/ljspeech: WAV files and their transcripts.

    Nobody knows when each of her words begins; here they lie in the sentence by their letters.
    """
    texts: list[str] = []
    spoken: list[Spoke] = []
    for row in (folder / "ljspeech" / "transcripts.tsv").read_text(encoding="utf-8").splitlines():
        name, _, text = row.partition("\t")
        found = sound_files.read(folder / "ljspeech" / f"{name.removesuffix('.wav')}.wav")
        samples = resample(found.samples[:, :1], found.rate, RATE)[:, 0]
        heard = listen(samples, RATE)
        if heard is None:
            continue
        text = text.rpartition("\t")[2]
        letters = np.cumsum([0, *(len(word) + 1 for word in text.split())])
        at = (heard.start + (heard.end - heard.start) * letters / letters[-1]) / RATE
        texts.append(text)
        spoken.append(Spoke(samples=samples, words=tuple(zip(at[:-1].tolist(), at[1:].tolist(), strict=True))))
    return texts, spoken


def read(texts: Sequence[str], profile: VoiceProfile) -> list[Spoke]:
    """Each text as one breath of a voice, at RATE."""
    alone = [Utterance(id=f"x-{n}", role="x", pieces=(Phrase(words=phrase(text)),)) for n, text in enumerate(texts)]
    out = []
    for spoken in speak(alone, {"x": profile}):
        sound = spoken.sound
        samples = resample(sound.samples, sound.rate, RATE)[:, 0]
        out.append(Spoke(samples=samples, words=tuple((w.start / sound.rate, w.end / sound.rate) for w in spoken.words)))
    return out
