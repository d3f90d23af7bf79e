"""The program of a child that speaks with Kokoro voices.

Request: ``{"name", "model": stamp, "voices": stamp, "voice", "speed", "tokens": [IPA with its punctuation, …]}``. Answer as of
:mod:`segment.voice.neural.piper_child`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from segment.media import frames
from segment.media.serving import serve
from segment.voice.neural.graphs import draws
from segment.voice.neural.sessions import Shelf, UnusableError, answering, reason, session


def main() -> None:
    """Serves until the input ends; what takes long to import is there before the first question."""
    import kokoro_onnx  # noqa: F401

    serve(answering(Speaker().speak))


class Speaker:
    """The models in use."""

    def __init__(self) -> None:
        self._models = Shelf(_load)

    def speak(self, request: frames.Header) -> tuple[frames.Header, bytes]:
        """One sentence."""
        import numpy as np

        kokoro, random = self._models.get(request["model"], request["voices"])
        if random:
            # Its random numbers go on from run to run; only a new session starts them from the seed again.
            kokoro.sess = session(request["model"][0])
        tokens: list[str] = request["tokens"]
        # Pauses are ours, and silence at both ends is taken off elsewhere.
        samples, rate, timings = kokoro.create_timed(
            " ".join(tokens),
            request["voice"],
            request["speed"],
            is_phonemes=True,
            trim=False,
            sentence_pause=0.0,
            clause_pause=0.0,
        )
        known = kokoro.tokenizer.vocab
        answer = {
            "rate": rate,
            "starts": _starts(tokens, known, timings, rate),
            "unknown": sorted({symbol for token in tokens for symbol in token if symbol not in known}),
        }
        return answer, np.asarray(samples, dtype="<f4").tobytes()


def _load(model: Path, voices: Path) -> tuple[Any, bool]:
    from kokoro_onnx import Kokoro

    try:
        random = draws(model.read_bytes())
        loaded = session(str(model))
    except Exception as error:
        raise UnusableError(f"{model.name} is damaged, or no Kokoro model: {reason(error)}") from error
    try:
        return Kokoro.from_session(loaded, str(voices)), random
    except Exception as error:
        raise UnusableError(f"{voices.name} does not hold Kokoro voices: {reason(error)}") from error


def _starts(tokens: list[str], known: Any, timings: Any, rate: int) -> list[int] | None:
    """The frame each token starts at, where the model times every sound."""
    sounds = [timing for timing in timings if timing.phoneme != " "]
    sizes = [sum(symbol in known for symbol in token) for token in tokens]
    if not sounds or sum(sizes) != len(sounds):
        return None
    ends = [round(timing.start * rate) for timing in sounds] + [round(sounds[-1].end * rate)]
    return [ends[sum(sizes[:nth])] for nth in range(len(sizes))]
