"""Words to say, and for each voice engine a profile with which it can speak here: a fixture called ``<engine>_profile``.

What cannot be here (another system's programs) has a fixture ``<engine>_stand_in`` as well, which puts something in its place.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from segment.model.utterance import SayWord
from segment.model.voice import VoiceProfile
from tests.voice.stand_ins import systems, tones
from tests.voice.stand_ins.speech_server import serving


@pytest.fixture(scope="session")
def words() -> Callable[..., tuple[SayWord, ...]]:
    """Makes words of plain text."""

    def made(text: str, **marks: Any) -> tuple[SayWord, ...]:
        return tuple(SayWord(display=word, say=word, **marks) for word in text.split())

    return made


@pytest.fixture(scope="session")
def pyttsx3_profile() -> VoiceProfile:
    """The embedded voice as it comes."""
    return VoiceProfile()


@pytest.fixture(scope="session")
def piper_profile(tmp_path_factory: pytest.TempPathFactory) -> VoiceProfile:
    """A Piper voice that the tests make."""
    _needs("onnx")
    from tests.voice.tiny_models import write_piper

    folder = tmp_path_factory.mktemp("piper")
    write_piper(folder)
    return VoiceProfile(engine="piper", folder=str(folder), voice="tiny.onnx")


@pytest.fixture(scope="session")
def kokoro_profile(tmp_path_factory: pytest.TempPathFactory) -> VoiceProfile:
    """A Kokoro model and voices that the tests make."""
    _needs("onnx")
    from tests.voice.tiny_models import kokoro_model, kokoro_vocabulary, kokoro_voices

    folder = tmp_path_factory.mktemp("kokoro")
    (folder / "tiny.onnx").write_bytes(kokoro_model(kokoro_vocabulary()))
    (folder / "voices.bin").write_bytes(kokoro_voices(af_one=1.0, bm_two=0.5))
    return VoiceProfile(
        engine="kokoro", folder=str(folder), voice="af_one", options={"model": "tiny.onnx", "voices": "voices.bin"}
    )


def _needs(package: str) -> None:
    if importlib.util.find_spec(package) is None:
        pytest.skip(f"{package} is not installed: pip install 'radio-segment[test]'")


@pytest.fixture(scope="session")
def command_profile() -> VoiceProfile:
    """A program of ours that speaks by tones, text on its standard input and WAV on its output."""
    program = (sys.executable, str(Path(tones.__file__)), "--rate", "{rate}", "--pitch", "{pitch}")
    return VoiceProfile(engine="command", voice="tones", options={"program": program})


@pytest.fixture(scope="session")
def http_profile() -> Iterator[VoiceProfile]:
    """A speech server that runs for these tests."""
    with serving() as server:
        yield VoiceProfile(engine="http", voice="alloy", options={"url": server.url})


@pytest.fixture(scope="session")
def festival_profile() -> VoiceProfile:
    """The voice that Debian recommends with festival."""
    return VoiceProfile(engine="festival", voice="kal_diphone")


@pytest.fixture
def say_stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that behaves as macOS's does."""
    systems.mac_with_say(tmp_path, monkeypatch)


@pytest.fixture(scope="session")
def say_profile() -> VoiceProfile:
    """A voice of the stand-in."""
    return VoiceProfile(engine="say", voice="Alex")


@pytest.fixture
def system_stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """macOS's modules, under pyttsx3's own driver."""
    systems.mac(monkeypatch)


@pytest.fixture(scope="session")
def system_profile() -> VoiceProfile:
    """A voice of the stand-in."""
    return VoiceProfile(engine="system", voice="Alex")
