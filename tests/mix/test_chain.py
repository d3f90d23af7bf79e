"""The voice chain at the head of the mix."""

from __future__ import annotations

import math

import msgspec
import numpy as np
import pytest

from segment.mix.chain import processed
from segment.model.processing import Band, Compressor, DeEsser, Processing
from segment.model.sound import Sound, Spoken, Word

RATE = 22050
FULL = Processing(
    high_pass_hz=90,
    eq=(Band(kind="bell", hz=300, db=-3, q=1), Band(kind="bell", hz=3200, db=-5, q=1.2), Band(kind="high_shelf", hz=6000, db=-4)),
    de_esser=DeEsser(),
    compressor=Compressor(),
)


def line(samples: np.ndarray, rate: int = RATE) -> Spoken:
    """A spoken line of samples (frames,)."""
    sound = Sound(samples=np.ascontiguousarray(samples[:, None], np.float32), rate=rate, fingerprint="f00d")
    words = (Word(text="one", start=0, end=len(samples) // 2), Word(text="two", start=len(samples) // 2, end=len(samples)))
    return Spoken(id="host-1", role="host", voice="host", sound=sound, words=words)


def speech(seconds: float = 3.0) -> np.ndarray:
    """A buzz in syllables with a hiss between them."""
    t = np.arange(round(seconds * RATE)) / RATE
    buzz = sum(np.sin(2 * np.pi * 130 * k * t) / k for k in range(1, 40))
    syllable = np.maximum(np.sin(2 * np.pi * 3 * t), 0)
    noise = np.random.default_rng(3).standard_normal(len(t))
    return 0.1 * syllable * buzz + 0.1 * np.maximum(-np.sin(2 * np.pi * 3 * t), 0) ** 8 * noise


def analogue_db(band: Band, hz: float) -> float:
    """Gain of the analogue filter that the band is made from, at the frequency that becomes ``hz``."""
    s = 1j * math.tan(math.pi * hz / RATE) / math.tan(math.pi * band.hz / RATE)
    a = 10 ** (band.db / 40)
    if band.kind == "bell":
        gain = (s * s + s * a / band.q + 1) / (s * s + s / (a * band.q) + 1)
    else:
        s = 1 / s if band.kind == "low_shelf" else s
        bend = math.sqrt(a) / band.q * s
        gain = a * (a * s * s + bend + 1) / (s * s + bend + a)
    return 20 * math.log10(abs(gain))


@pytest.mark.parametrize("db", [-9.0, 4.0])
@pytest.mark.parametrize(
    ("kind", "hz", "q"), [("bell", 300, 1.4), ("bell", 3500, 0.7), ("low_shelf", 250, 0.7), ("high_shelf", 6000, 0.9)]
)
def test_a_band_shapes_the_spectrum_as_its_formula_says(kind: str, hz: float, q: float, db: float) -> None:
    """What a click becomes has, at every frequency, the gain of the analogue filter within a hundredth of a decibel."""
    band = Band(kind=kind, hz=hz, db=db, q=q)
    click = np.zeros(1 << 14)
    click[0] = 1
    made = processed(line(click), Processing(eq=(band,))).sound.samples[:, 0]
    spectrum = 20 * np.log10(np.abs(np.fft.rfft(made.astype(np.float64))))
    for bin_ in range(30, 8000, 83):
        assert spectrum[bin_] == pytest.approx(analogue_db(band, bin_ * RATE / (1 << 14)), abs=0.01)


def test_the_line_keeps_its_length_its_words_and_its_place() -> None:
    """Length, words and all else stay; the sound is where it was to within a millisecond, and is read-only."""
    before = line(speech())
    after = processed(before, FULL)
    assert after.sound.samples.shape == before.sound.samples.shape
    assert after.sound.samples.dtype == np.float32
    assert not after.sound.samples.flags.writeable
    assert msgspec.structs.replace(after, sound=before.sound) == before
    one, two = (np.abs(x.sound.samples[:, 0]) for x in (before, after))
    spectra = np.fft.rfft(one, 1 << 18), np.fft.rfft(two, 1 << 18)
    lag = int(np.fft.irfft(np.conj(spectra[0]) * spectra[1]).argmax())
    assert min(lag, (1 << 18) - lag) <= RATE // 1000


def test_nothing_sounds_before_its_time() -> None:
    """Before a click there is silence to within 1 ms, and there −60 dB under it: nothing rings ahead."""
    click = np.zeros(RATE)
    click[10000] = 0.5
    made = processed(line(click), FULL).sound.samples[:, 0]
    assert not made[: 10000 - 23].any()
    assert np.abs(made[: 10000 - 5]).max(initial=0) < 0.1 * np.abs(made).max()


def test_the_same_line_comes_back_where_nothing_is_asked() -> None:
    """An empty table returns the very same line; so does a line without a sample."""
    before = line(speech(0.5))
    assert processed(before, Processing()) is before
    empty = line(np.zeros(0))
    assert processed(empty, FULL) is empty


def test_a_processed_line_is_known_by_what_was_said_and_what_was_done() -> None:
    """The fingerprint depends on the line's own and on the settings, and on nothing else; twice the same is the same."""
    before = line(speech())
    once, again = processed(before, FULL), processed(before, FULL)
    assert once.sound.fingerprint == again.sound.fingerprint
    assert once.sound.samples.tobytes() == again.sound.samples.tobytes()
    other = processed(before, msgspec.structs.replace(FULL, high_pass_hz=100))
    elsewhere = msgspec.structs.replace(before, sound=msgspec.structs.replace(before.sound, fingerprint="beef"))
    prints = {before.sound.fingerprint, once.sound.fingerprint, other.sound.fingerprint}
    assert len(prints | {processed(elsewhere, FULL).sound.fingerprint}) == 4


@pytest.mark.parametrize("frames", [1, 2, 63, 64, 65, 1000])
@pytest.mark.parametrize("level", [0.0, 0.3])
def test_the_shortest_lines_pass(frames: int, level: float) -> None:
    """A line of one sample or a few, silent or not, comes out as long and finite, and silence stays silence."""
    made = processed(line(np.full(frames, level)), FULL).sound.samples
    assert made.shape == (frames, 1)
    assert np.isfinite(made).all()
    assert level or not made.any()


def test_a_band_beyond_the_sample_rate_is_left_out() -> None:
    """At 8 kHz a band at 9 kHz changes nothing, and no setting fails."""
    before = line(speech(0.5)[::2], 8000)
    high = Processing(eq=(Band(kind="high_shelf", hz=9000, db=-6),))
    assert (processed(before, high).sound.samples == before.sound.samples).all()
    assert np.isfinite(processed(before, FULL).sound.samples).all()
