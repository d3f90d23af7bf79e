"""The desk: what one build keeps at hand."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from segment.media.aside import Aside
from segment.mix.chain import processed
from segment.mix.energy import Energies, Energy
from segment.model.processing import Compressor, Processing
from segment.model.sound import Sound, Spoken
from segment.project.desk import Desk
from segment.voice import Speaker

RATE = 22050


def line(name: str, seed: int) -> Spoken:
    """A second of noise, as a line."""
    samples = np.random.default_rng(seed).standard_normal((RATE, 1)).astype(np.float32) * np.float32(0.1)
    sound = Sound(samples=samples, rate=RATE, fingerprint=f"noise {seed}")
    return Spoken(id=name, role="host", voice="host", sound=sound, words=())


def test_a_line_passes_its_voice_chain_once(tmp_path: Path) -> None:
    """The same sound with the same chain is the same object the second time, also under another line's name."""
    desk = Desk(Speaker({}), Aside(tmp_path))
    chain = Processing(high_pass_hz=90, compressor=Compressor())
    with desk:
        first, again = desk.shaped(line("host-1", 1), chain), desk.shaped(line("host-2", 1), chain)
    assert again.sound is first.sound
    assert (first.id, again.id) == ("host-1", "host-2")
    assert first.sound == processed(line("host-1", 1), chain).sound


def test_another_chain_or_another_sound_is_shaped_for_itself(tmp_path: Path) -> None:
    """What one line became is never handed out for another, nor for another chain."""
    low, high = Processing(high_pass_hz=60), Processing(high_pass_hz=120)
    with Desk(Speaker({}), Aside(tmp_path)) as desk:
        sounds = {desk.shaped(line("host-1", seed), chain).sound.fingerprint for seed in (1, 2) for chain in (low, high)}
    assert len(sounds) == 4


def test_a_sound_is_measured_once() -> None:
    """The whole of a sound and each part of it have one measurement, which is that of its samples."""
    energies, sound = Energies(), line("host-1", 1).sound
    part = energies.of(sound, 100, 10_000)
    assert energies.of(sound) is energies.of(sound, 0, sound.frames)
    assert energies.of(sound, 100, 10_000) is part
    assert np.array_equal(part.powers, Energy(sound.samples[100:10_000], RATE).powers)
