"""Words to say, and for each voice engine a profile with which it can speak here: a fixture called ``<engine>_profile``."""

from __future__ import annotations

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
