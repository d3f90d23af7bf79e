"""Clean readings in two voices."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec import Struct
from numpy.typing import NDArray

from tests.voice.take import recordings
from tests.voice.take.conftest import TEXTS
from tests.voice.take.readers import EMBEDDED, OTHER_EMBEDDED, RATE


class Reading(Struct, frozen=True, kw_only=True, eq=False):
    """A clean recording, and where nobody speaks in it."""

    samples: NDArray[np.float32]
    """Mono at RATE."""
    pauses: tuple[tuple[int, int], ...]
    """Frames, well inside each pause."""

    def in_pauses(self, samples: NDArray[np.float32]) -> NDArray[np.float32]:
        """What a recording of this reading holds in its pauses."""
        return np.concatenate([samples[a:b] for a, b in self.pauses])


@pytest.fixture(scope="session", params=["a man", "a woman"])
def reading(request: pytest.FixtureRequest) -> Reading:
    """Twelve sentences in a good studio: a room 50 dB under the speech."""
    made = recordings.straight((*TEXTS, *TEXTS), EMBEDDED if request.param == "a man" else OTHER_EMBEDDED)
    clean = recordings.noisy(made, 50)
    edges = [0.0, *(t for mark in made.marks for t in (mark.start_s, mark.end_s)), made.samples.size / RATE]
    spans = [(a + 0.1, b - 0.05) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    pauses = tuple((round(a * RATE), round(b * RATE)) for a, b in spans if b - a > 0.1)
    return Reading(samples=clean.samples - clean.samples.mean(), pauses=pauses)
