"""A line put together from its stretches."""

from __future__ import annotations

import numpy as np

from segment.model.sound import Word
from segment.model.utterance import Utterance
from segment.voice.line import Stretch, line


def tone(hz: float, rate: int, text: str) -> Stretch:
    """A second of a tone that is one word."""
    samples = (0.3 * np.sin(2 * np.pi * hz * np.arange(rate) / rate)).astype(np.float32)
    return Stretch(samples=samples, rate=rate, words=(Word(text=text, start=0, end=rate),))


def test_stretches_at_several_rates_keep_their_pitch_and_their_times() -> None:
    """A second at 24 kHz after one at 16 kHz is a second in the line, at the first one's rate, and sounds as high as before."""
    whole = line(Utterance(id="critic-1", role="critic", pieces=()), "v", [tone(440, 16000, "a"), 0.5, tone(440, 24000, "b")], 16)
    assert whole.sound.rate == 16000
    assert [(w.start, w.end) for w in whole.words] == [(0, 16000), (24000, 40000)]
    for word in whole.words:
        heard = whole.sound.samples[word.start : word.end, 0]
        assert int(np.abs(np.fft.rfft(heard)).argmax()) == 440
