"""The one door to pocketsphinx (the extra ``align``): what is said in a stretch of sound, and when each of given words is said.

Its wheel holds an English model and the CMU dictionary; nothing is fetched. Offline, in this process, about 40 MB.
"""

from __future__ import annotations

import math
import tempfile
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from segment.voice.take.pronouncing import Pronunciations

F32 = NDArray[np.float32]

RATE: Final = 16000
"""What it hears at, Hz."""
_FRAMES_PER_S: Final = 100
_WHISPER: Final = 2e-4
"""−74 dBFS."""
_NO_WORDS: Final = ("<", "[")
_LOWEST: Final = 1e-300
"""A density below is told as 0."""


class Caught(Struct, frozen=True, kw_only=True):
    """A word as it was understood."""

    text: str
    start_s: float
    end_s: float
    confidence: float
    """0–1."""


def missing() -> str:
    """Empty where pocketsphinx is there, else how to get it."""
    if find_spec("pocketsphinx") is None:
        return "The alignment by an acoustic model lacks pocketsphinx: pip install 'radio-segment[align]'"
    return ""


class Ear:
    """Not for two threads at once."""

    def __init__(self, words: Pronunciations, model: str) -> None:
        """``words`` it knows, and the ARPA ``model`` of how they follow each other."""
        from pocketsphinx import Config, Decoder, get_model_path

        self._known = frozenset(words)
        acoustic = str(Path(get_model_path()) / "en-us" / "en-us")
        with tempfile.TemporaryDirectory(prefix="segment-") as folder:
            dictionary, text = Path(folder) / "words.dict", Path(folder) / "script.arpa"
            dictionary.write_text("".join(_entries(words)), encoding="utf-8")
            text.write_text(model, encoding="utf-8")
            settings = Config(hmm=acoustic, dict=str(dictionary), lm=str(text), samprate=float(RATE), loglevel="FATAL")
            self._decoder: Any = Decoder(settings)
        self._by_model: str = self._decoder.current_search()

    def hear(self, samples: F32) -> tuple[Caught, ...]:
        """The words of mono ``samples`` (frames,) at RATE, in order; coughs and breaths left out."""
        self._decoder.activate_search(self._by_model)
        return tuple(
            Caught(text=_bare(s.word), start_s=start, end_s=end, confidence=min(s.prob, 1.0))
            for s, start, end in self._through(samples)
        )

    def align(self, samples: F32, words: Sequence[str]) -> tuple[Caught, ...] | None:
        """The ``words`` in mono ``samples`` (frames,) at RATE, all of them and in this order; None where they do not fit.

        The confidence of each is its acoustic score a frame, a natural logarithm: higher is better.
        """
        if not words or not self._known.issuperset(words):
            return None
        try:
            self._decoder.set_align_text(" ".join(words))
            found = tuple(
                Caught(
                    text=_bare(s.word),
                    start_s=a,
                    end_s=b,
                    confidence=_a_frame(s.ascore, b - a),
                )
                for s, a, b in self._through(samples)
            )
        except RuntimeError:
            return None
        return found if [w.text for w in found] == list(words) else None

    def _through(self, samples: F32) -> list[tuple[Any, float, float]]:
        return _through(self._decoder, samples)


class OpenEar:
    """It knows no script: what it hears is English. Not for two threads at once."""

    def __init__(self) -> None:
        from pocketsphinx import Config, Decoder, get_model_path

        folder = Path(get_model_path()) / "en-us"
        # Bounds that make it five times as fast; it need not be right, only near what was said.
        quick = {"fwdflat": False, "maxhmmpf": 1500, "maxwpf": 5, "topn": 2, "pl_window": 5}
        paths = {"hmm": str(folder / "en-us"), "dict": str(folder / "cmudict-en-us.dict"), "lm": str(folder / "en-us.lm.bin")}
        self._decoder: Any = Decoder(Config(**paths, samprate=float(RATE), loglevel="FATAL", **quick))

    def hear(self, samples: F32) -> tuple[Caught, ...]:
        """The words of mono ``samples`` (frames,) at RATE; the confidence of each is its acoustic score a frame."""
        return tuple(
            Caught(text=_bare(s.word), start_s=a, end_s=b, confidence=_a_frame(s.ascore, b - a))
            for s, a, b in _through(self._decoder, samples)
        )


def _through(decoder: Any, samples: F32) -> list[tuple[Any, float, float]]:
    # Digital silence is nothing its model has heard, and spoils the mean it takes off: a whisper of noise goes over all.
    noise = np.random.default_rng(0).standard_normal(samples.size, dtype=np.float32)
    samples = samples + np.float32(_WHISPER) * noise
    pcm = np.clip(np.rint(samples * 32768.0), -32768, 32767).astype("<i2").tobytes()
    decoder.start_utt()
    decoder.process_raw(pcm, no_search=False, full_utt=True)
    decoder.end_utt()
    return [
        (s, s.start_frame / _FRAMES_PER_S, (s.end_frame + 1) / _FRAMES_PER_S)
        for s in decoder.seg() or ()
        if not s.word.startswith(_NO_WORDS)
    ]


def _a_frame(density: float, seconds: float) -> float:
    """An acoustic score a frame of 10 ms, as a natural logarithm: higher is better."""
    return math.log(max(density, _LOWEST)) / max(seconds * _FRAMES_PER_S, 1)


def _entries(words: Pronunciations) -> list[str]:
    return [
        f"{text}{f'({nth})' if nth > 1 else ''} {phones}\n"
        for text, ways in sorted(words.items())
        for nth, phones in enumerate(ways, start=1)
    ]


def _bare(word: str) -> str:
    return word.partition("(")[0]


@cache
def dictionary() -> dict[str, tuple[str, ...]]:
    """The CMU dictionary as pocketsphinx ships it."""
    from pocketsphinx import get_model_path

    found: dict[str, tuple[str, ...]] = {}
    text = (Path(get_model_path()) / "en-us" / "cmudict-en-us.dict").read_text(encoding="utf-8")
    for line in text.splitlines():
        word, _, phones = line.partition(" ")
        word = _bare(word)
        found[word] = (*found.get(word, ()), phones.strip())
    return found
