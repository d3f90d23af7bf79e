"""The program of a child that speaks with Piper voices.

Request: ``{"name", "model": stamp, "config": stamp, "tokens": [IPA with its punctuation, …], "length_scale", "noise",
"speaker": number or None}``, where ``noise`` is a share of what the voice was made with. Answer: ``{"rate", "starts": [frame each
token starts at] or None, "unknown": [symbols the voice has no sound for]}`` with float32 samples, or ``{"error": clause}``.
"""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

from segment.media import frames
from segment.media.serving import serve
from segment.voice.neural.graphs import with_durations
from segment.voice.neural.sessions import Shelf, UnusableError, answering, reason, session


def main() -> None:
    """Serves until the input ends; what takes long to import is there before the first question."""
    import piper  # noqa: F401

    serve(answering(Speaker().speak))


class Speaker:
    """The voices in use."""

    def __init__(self) -> None:
        self._voices = Shelf(_load)

    def speak(self, request: frames.Header) -> tuple[frames.Header, bytes]:
        """One sentence."""
        import numpy as np
        from piper import SynthesisConfig

        voice, model = self._voices.get(request["model"], request["config"])
        if request["noise"]:
            # Its random numbers go on from run to run; only a new session starts them from the seed again.
            voice.session = session(model)
        symbols, begins = spelt(request["tokens"], voice.config.vowel_clusters or ())
        config = SynthesisConfig(
            speaker_id=request["speaker"],
            length_scale=request["length_scale"] * voice.config.length_scale,
            noise_scale=request["noise"] * voice.config.noise_scale,
            noise_w_scale=request["noise"] * voice.config.noise_w_scale,
        )
        audio, lengths = voice.phoneme_ids_to_audio(voice.phonemes_to_ids(symbols), config, include_alignments=True)
        samples = np.atleast_1d(np.asarray(audio, dtype="<f4"))
        if samples.ndim != 1:
            raise UnusableError(f"{request['name']} is no Piper voice: it answers with {samples.ndim} dimensions")
        known = voice.config.phoneme_id_map
        answer = {
            "rate": voice.config.sample_rate,
            "starts": _starts(symbols, begins, known, lengths, samples.size),
            "unknown": sorted({symbol for symbol in symbols if symbol not in known}),
        }
        return answer, samples.tobytes()


def _load(model: Path, config: Path) -> tuple[Any, bytes]:
    from piper import PiperVoice
    from piper.config import PiperConfig

    try:
        settings = PiperConfig.from_dict(json.loads(config.read_text(encoding="utf-8")))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnusableError(f"{config.name} does not hold the settings of a Piper voice: {reason(error)}") from error
    try:
        content = with_durations(model.read_bytes())
        return PiperVoice(session=session(content), config=settings), content
    except Exception as error:
        raise UnusableError(f"{model.name} is damaged, or no Piper voice: {reason(error)}") from error


def spelt(tokens: list[str], clusters: Any) -> tuple[list[str], list[int]]:
    """The tokens as the symbols Piper knows, a space between them, and where each token begins among the symbols.

    Letters and their accents are symbols of their own; only sequences in ``clusters`` stay together.
    """
    together = sorted(("".join(cluster) for cluster in clusters), key=len, reverse=True)
    symbols: list[str] = []
    begins = []
    for token in tokens:
        if symbols:
            symbols.append(" ")
        begins.append(len(symbols))
        text = unicodedata.normalize("NFD", token)
        at = 0
        while at < len(text):
            symbol = next((cluster for cluster in together if text.startswith(cluster, at)), text[at])
            symbols.append(symbol)
            at += len(symbol)
    return symbols, begins


def _starts(symbols: list[str], begins: list[int], known: Any, lengths: Any, size: int) -> list[int] | None:
    """The frame each token starts at, where the lengths of all sounds are known and add up to what was said."""
    if lengths is None or lengths.ndim != 1 or int(lengths.sum()) != size:
        return None
    ends = [0, *lengths.cumsum().tolist()]
    pad = len(known["_"])
    at, starts = len(known["^"]) + pad, []
    for symbol in symbols:
        starts.append(ends[min(at, len(ends) - 1)])
        at += len(known[symbol]) + pad if symbol in known else 0
    return [starts[begin] for begin in begins] if at + len(known["$"]) == len(ends) - 1 else None
