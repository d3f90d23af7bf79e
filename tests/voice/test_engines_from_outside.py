"""Engines that other packages bring."""

from __future__ import annotations

import pytest

from segment.errors import Cause, VoiceError
from segment.voice import load_profile
from segment.voice.engines import engine, names
from tests.voice.conftest import HumEngine


@pytest.fixture
def _brought(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that offers the engine ``hum``."""
    monkeypatch.setattr("segment.voice.engines.plugins", lambda group: {"hum": HumEngine()} if group == "segment.engines" else {})


@pytest.mark.usefixtures("_brought")
def test_a_packages_engine_is_one_like_ours() -> None:
    """A profile can name it, it is listed behind ours, and its mistakes are its own to judge."""
    assert load_profile('engine = "hum"\nvoice = "low"\n', name="low", file="low.toml").engine == "hum"
    assert engine("hum").identity(load_profile('engine = "hum"', name="low", file="low.toml")) == "hum"
    assert names()[-1] == "hum"


@pytest.mark.usefixtures("_brought")
def test_an_unknown_engine_is_answered_with_the_nearest() -> None:
    """A name nobody has is a sentence with all there are, a package's among them, and the nearest first."""
    with pytest.raises(VoiceError, match="Did you mean hum") as caught:
        engine("humm")
    assert caught.value.cause is Cause.MISSING
    assert "hum" in caught.value.message
