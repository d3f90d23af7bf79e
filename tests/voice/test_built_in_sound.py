"""How the built-in voices sound once their processing has been done, held against people."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from segment.mix.chain import processed
from segment.model.processing import ALLOWED
from segment.model.sound import Sound, Spoken
from segment.model.utterance import SayWord
from segment.model.voice import VoiceProfile
from segment.voice.espeak.worker import EspeakWorker

VOICES = Path(__file__).parents[2] / "voices"
TABLES = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in VOICES.glob("*.toml")}
BUILT_IN = sorted(name for name, table in TABLES.items() if "voice" in table)

BANDS = np.array([250, 315, 400, 500, 630, 800, 1000, 1250, 1600, 2000, 2500, 3150, 4000, 5000, 6300, 8000])
PEOPLE_DB = np.array([60.3, 59.0, 62.1, 62.1, 60.5, 56.8, 53.7, 53.0, 52.0, 48.7, 48.1, 46.8, 45.6, 44.5, 44.3, 43.7])
"""Speech in twelve languages, third octaves (Byrne et al., *An international comparison of long-term average speech spectra*,
JASA 96, 1994, table II, men and women together)."""
FRENCH = (
    "Bonsoir. Notre critique a passé la nuit dans un phare, et il en est revenu avec du sable dans les chaussures.",
    "Le film s'ouvre sur une tempête, et pendant dix minutes personne ne dit un mot.",
    "Tout ne marche pas, mais le dernier plan, que je ne raconterai pas, vaut bien le prix du billet.",
    "Si vous ne voyez qu'une histoire de marins cette année, choisissez celle-ci.",
)


def third_octaves(samples: NDArray[np.float32], rate: int) -> NDArray[np.float64]:
    """Power in each of the bands over all of (frames, 1), in dB about their mean."""
    power = np.abs(np.fft.rfft(samples[:, 0])) ** 2
    hz = np.fft.rfftfreq(len(samples), 1 / rate)
    edges = np.searchsorted(hz, [BANDS * 2 ** (-1 / 6), BANDS * 2 ** (1 / 6)])
    decibels = np.array([10 * np.log10(power[a:b].sum()) for a, b in edges.T])
    return decibels - decibels.mean()


@pytest.mark.parametrize("name", BUILT_IN)
def test_processing_brings_each_built_in_voice_nearer_to_people(
    name: str,
    profile: Callable[[str], VoiceProfile],
    worker: EspeakWorker,
    words: Callable[[str], tuple[SayWord, ...]],
    copy: list[str],
) -> None:
    """The long-term spectrum of each built-in voice, 250 Hz to 8 kHz, is nearer to that of real speech with its processing."""
    voice = profile(name)
    lines = FRENCH if voice.language.startswith("fr") else copy[:8]
    said = [worker.say(words(line), voice) for line in lines]
    raw = Sound(samples=np.concatenate([s.samples for s in said])[:, None], rate=said[0].rate, fingerprint=name)
    line = Spoken(id="a", role="a", voice=name, sound=raw, words=())
    people = PEOPLE_DB - PEOPLE_DB.mean()
    before, after = (
        np.sqrt(np.mean((third_octaves(sound.samples, sound.rate) - people) ** 2))
        for sound in (raw, processed(line, voice.processing).sound)
    )
    assert after < before
    assert after < 4


@pytest.mark.parametrize("name", BUILT_IN)
def test_built_in_settings_are_within_their_ranges(name: str) -> None:
    """Each number of a built-in profile's processing is one that a user's profile may have, and each profile has some."""
    table = TABLES[name]["processing"]
    numbers = [("high_pass_hz", table["high_pass_hz"])]
    for part in ("de_esser", "compressor"):
        numbers += [(f"{part}.{key}", value) for key, value in table[part].items()]
    for band in table["eq"]:
        numbers += [(f"eq.{key}", value) for key, value in band.items() if key != "kind"]
    allowed = {row.key: row for row in ALLOWED}
    for key, value in numbers:
        assert allowed[key].lowest <= value <= allowed[key].highest, key
