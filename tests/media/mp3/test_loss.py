"""The level LAME takes away."""

from __future__ import annotations

import numpy as np
import pytest

from segment.media import mp3
from segment.media.mp3.frames import BIT_RATES
from tests.media.conftest import reader


@pytest.mark.parametrize("kbps", BIT_RATES)
def test_the_loss_is_what_the_library_does(kbps: int) -> None:
    """A tone comes out of every bit rate lower by the stated loss, within 0.01 dB."""
    tone = 0.25 * np.sin(2 * np.pi * 997 / 44100 * np.arange(3 * 44100))
    pcm = np.rint(np.stack([tone, tone], axis=1) * 32768).astype(np.int16)
    decoded = np.concatenate(list(mp3.decode(mp3.encode(reader(pcm), len(pcm), 44100, kbps))))[22050:-22050]
    lost = -10 * np.log10(np.mean(np.square(decoded)) / np.mean(np.square(pcm[22050:-22050] / 32768)))
    assert mp3.loss_db(kbps) == pytest.approx(lost, abs=0.01)
