"""The laws on real speech and real music, where samples are there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from msgspec.structs import replace

from segment.dsp.power import k_power
from segment.mix.render import render
from segment.model.script import Music
from segment.model.sound import Sound, Spoken

RATE = 44_100


def read(path: Path) -> Sound:
    """A sound file."""
    samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    return Sound(samples=samples, rate=rate, fingerprint=path.name)


@pytest.mark.parametrize("timed", [True, False])
def test_real_speech_stays_above_real_music(samples: Path, written: Any, cue: Callable[[str, str], Music], timed: bool) -> None:
    """A reader over a guitar is 20 dB above it from first to last word, measured on what is rendered, and is dry in between."""
    lines = [read(path) for path in sorted((samples / "speech/ljspeech").glob("*.wav"))[:6]]
    beds = {"intro": read(samples / "music/guitar_cc0.wav"), "outro": read(samples / "music/synth_cc0.wav")}
    order = written().add("INTRO", cue("intro", "establish 3s, under"), ("host", lines[0]), ("host", lines[1]))
    order.add("PIECE", cue("intro", "sneak out"), ("critic", lines[2]), ("critic", lines[3]))
    order.add("PIECE", ("critic", lines[4]), cue("outro", "sneak in, under, up full, out cold"), ("critic", lines[5]))
    if not timed:
        order.spoken = {key: replace(line, words=()) for key, line in order.spoken.items()}
    timeline = order.arranged(beds, rate=RATE).timeline
    parts = replace(timeline, played=()), replace(timeline, voiced=())
    voice, bed = (power(part, order.spoken, beds) for part in parts)
    dry = 0
    for line, level in zip(timeline.voiced, timeline.levels, strict=True):
        hops = slice(line.words[0].start * 100 // RATE, line.words[-1].end * 100 // RATE)
        if level.speech_over_bed_db is None:
            dry += 1
            assert bed[hops].mean() < 1e-7
        else:
            assert 10 * np.log10(voice[hops].mean() / bed[hops].mean()) >= 19.8
    assert dry >= 2


def power(timeline: Any, spoken: dict[str, Spoken], beds: dict[str, Sound]) -> Any:
    """K-weighted power of a rendered timeline, every 10 ms."""
    made = np.concatenate([np.broadcast_to(b, (len(b), 2)) for b in render(timeline, spoken, beds)])
    return k_power(np.ascontiguousarray(made), RATE)
