"""Voice profiles: the built-in ones, and every mistake of a file at once."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from segment.errors import Cause, VoiceError
from segment.model.voice import VoiceProfile
from segment.voice import load_cleaning, load_profile

Profiles = Callable[[str], VoiceProfile]

VOICES = Path(__file__).parents[2] / "voices"
BUILT_IN = sorted(path.stem for path in VOICES.glob("*.toml") if "voice" in tomllib.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", BUILT_IN)
def test_built_in_profiles_load(name: str, profile: Profiles) -> None:
    """Each built-in profile is right, bears its file's name and says how it sounds."""
    voice = profile(name)
    assert voice.name == name
    assert voice.sounds.endswith(".")


def test_host_and_critic_are_different_voices(profile: Profiles) -> None:
    """American, British, Canadian and French each have a host and a critic, and no two profiles share a voice."""
    wanted = {f"{role}{suffix}" for role in ("host", "critic") for suffix in ("", "-gb", "-ca", "-fr")}
    assert wanted <= set(BUILT_IN)
    assert len({profile(name).voice for name in wanted}) == len(wanted)


def test_only_the_voice_need_be_given() -> None:
    """A file of one line is a profile; a comment, a BOM or Windows line ends do not matter."""
    voice = load_profile('\ufeff# mine\r\nvoice = "en-us+Andy"\r\n', name="mine", file="mine.toml")
    assert (voice.name, voice.voice, voice.engine, voice.rate) == ("mine", "en-us+Andy", "pyttsx3", 160.0)


def test_all_mistakes_are_told_at_once() -> None:
    """Unknown keys, wrong kinds and values out of range stand in one message, each with what is allowed and a suggestion."""
    text = 'voise = "en"\nengine = "pytts3"\nrate = "fast"\n[pauses]\nsentense = 1\nsentence = -1\n'
    with pytest.raises(VoiceError) as caught:
        load_profile(text, name="mine", file="voices/mine.toml")
    told = str(caught.value)
    assert told.startswith("voices/mine.toml: 5 mistakes")
    for expected in (
        "voise: unknown key (allowed: engine, voice,",
        "Did you mean voice?",
        "engine: pytts3 (allowed: pyttsx3, ",
        "Did you mean pyttsx3?",
        "rate: 'fast' (allowed: a number)",
        "Did you mean pauses.sentence?",
        "pauses.sentence: -1 (allowed: 0 to 3 s)",
    ):
        assert expected in told
    assert caught.value.cause is Cause.USAGE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('voice = "en-uss"', "m.toml:1: voice: en-uss .*Did you mean en-us"),
        ('voice = "en-us+klat"', r"m.toml:1: voice: \+klat .*Did you mean klatt"),
        ('voice = "en-us+nosuchvariant"', r"voice: \+nosuchvariant"),
        ('voice = "gmw/fr"', "voice: gmw/fr"),
        ('voice = "en"\nlanguage = "xx"', "m.toml:2: language: xx"),
        ('voice = "en"\nrate = 900', "m.toml:2: rate: 900 .*100 to 300 words a minute"),
        ('voice = "en"\npitch = -1', "m.toml:2: pitch: -1 .*0 to 100"),
        ('voice = "en"\nrate = nan', "m.toml:2: rate: nan .*a number"),
        ("voice = en", "m.toml: This is not TOML"),
        ("pauses = 3", "m.toml:1: pauses: 3 .*a table"),
    ],
)
def test_a_single_mistake_is_told_with_its_line(text: str, expected: str) -> None:
    """File and line, key, what was found, what is allowed, and a suggestion where one is near."""
    with pytest.raises(VoiceError, match=expected):
        load_profile(text, name="m", file="m.toml")


@pytest.mark.parametrize("voice", ["en-us", "en-US", "gmw/en-US", "en-gb", "en-GB", "fr-FR", "en+ANDY", "en-us+mr Serious"])
def test_a_voice_may_be_named_as_people_name_it(voice: str) -> None:
    """Short names, ids and language tags are known in any case, and so are variants."""
    assert load_profile(f'voice = "{voice}"', name="m", file="m.toml").voice == voice


def test_what_may_be_done_to_a_recording_is_read_without_the_engine() -> None:
    """The table [take] needs no engine, only what differs is written, and all its mistakes are told at once."""
    allowed = load_cleaning('engine = "nowhere"\n[take]\nhum = false\nnoise_db = 6\n', file="mine.toml")
    assert (allowed.hum, allowed.noise_db, allowed.clicks, allowed.high_pass_hz) == (False, 6, True, 80)
    with pytest.raises(VoiceError) as caught:
        load_cleaning("[take]\nhum = 50\nnoise_db = 60\nexpandr_db = 3\n", file="mine.toml")
    told = str(caught.value)
    for expected in (
        "take.hum: 50 (allowed: true or false)",
        "take.noise_db: 60 (allowed: 0 to 20 dB)",
        "mean take.expander_db?",
    ):
        assert expected in told
    assert caught.value.cause is Cause.USAGE
    assert load_profile('voice = "en-us"\n[take]\nnoise_db = 6\n', name="mine", file="mine.toml").take.noise_db == 6
