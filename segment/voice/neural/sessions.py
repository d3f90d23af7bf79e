"""Models at work in a child: each loaded once, on one thread, and what goes wrong with them in a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, TypeVar

from segment.media import frames

KEPT = 3
"""Models that stay loaded: a host's, a critic's, and one more."""

_SEED = 1

Loaded = TypeVar("Loaded")
Answer = Callable[[frames.Header], tuple[frames.Header, bytes]]


class UnusableError(Exception):
    """A file that is not what it should be; the message is a clause."""


def session(model: str | bytes) -> Any:
    """An onnxruntime session of a model, by path or content.

    One thread, so that sums are added up in the same order on every machine; what is random in it begins from the same seed.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    # Plans of where things lie are kept for every length of sentence, and memory grows with them; speed does not.
    options.enable_mem_pattern = False
    onnxruntime.set_seed(_SEED)
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


class Shelf(Generic[Loaded]):
    """The models used last."""

    def __init__(self, load: Callable[..., Loaded]) -> None:
        self._load = load
        self._kept: dict[str, Loaded] = {}

    def get(self, *stamps: Any) -> Loaded:
        """What the files of these stamps hold (path, size, time of change), loaded when it is asked for first."""
        key = repr(stamps)
        loaded = self._kept.pop(key, None)
        if loaded is None:
            loaded = self._load(*(Path(path) for path, _, _ in stamps))
        self._kept[key] = loaded
        while len(self._kept) > KEPT:
            del self._kept[next(iter(self._kept))]
        return loaded


def answering(speak: Answer) -> Answer:
    """The same, with whatever a library throws at it as ``{"error": clause}``."""

    def answer(request: frames.Header) -> tuple[frames.Header, bytes]:
        try:
            return speak(request)
        except UnusableError as error:
            return {"error": str(error)}, b""
        except Exception as error:
            return {"error": f"{request['name']} cannot speak: {reason(error)}"}, b""

    return answer


def reason(error: Exception) -> str:
    """What a library says, in one line and without its marks and paths."""
    first = next(iter(str(error).strip().splitlines()), "") or type(error).__name__
    first = re.sub(r"^\[ONNXRuntimeError\] : \d+ : \w+ : ", "", first)
    return re.sub(r"Load model from .* failed:", "", first)[:200]
