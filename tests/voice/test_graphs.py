"""Looking into the files of voices."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.voice.neural.graphs import draws, with_durations

pytest.importorskip("onnx", reason="onnx is not installed: pip install 'radio-segment[test]'")

import onnx

from tests.voice.tiny_models import constant_model, kokoro_model, piper_model


def test_it_adds_what_pipers_own_tool_adds(tmp_path: Path) -> None:
    """The added output is the one that piper-tts marks with the onnx package, and nothing else changes."""
    pytest.importorskip("piper", reason="piper-tts is not installed: pip install 'radio-segment[piper]'")
    model = tmp_path / "voice.onnx"
    model.write_bytes(piper_model())
    tool = [sys.executable, "-m", "piper.patch_voice_with_alignment", str(model)]
    subprocess.run(tool, check=True, capture_output=True)
    theirs, ours = onnx.load(str(model)), onnx.load_from_string(with_durations(piper_model()))
    assert ours == theirs
    assert [output.name for output in ours.graph.output] == ["output", "lengths"]
    assert with_durations(model.read_bytes()) == model.read_bytes()


def test_a_model_without_lengths_stays_as_it_is() -> None:
    """Where nothing is rounded up, or more than one thing, nothing is added."""
    for model in (constant_model(0.1, 5), piper_model(times=False)):
        assert with_durations(model) == model


def test_chance_is_seen() -> None:
    """A model that draws random numbers is told from one that does not."""
    assert draws(piper_model())
    assert draws(kokoro_model({}, noise=True))
    assert not draws(kokoro_model({}))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300) | st.integers(0, 3000).map(lambda size: piper_model()[:size]))
def test_rubbish_is_refused_or_left_alone(data: bytes) -> None:
    """Bytes that are no model are a ValueError or come back; nothing hangs."""
    told = ""
    try:
        made = with_durations(data)
    except ValueError as error:
        made, told = data, str(error)
    assert made[: len(data)] == data
    assert told in {"", "cut off", "not a protocol buffer"}
