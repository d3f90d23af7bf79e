"""Words to say, and for each voice engine a profile with which it can speak here: a fixture called ``<engine>_profile``."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from typing import Any

import pytest

from segment.model.utterance import SayWord
from segment.model.voice import VoiceProfile


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
