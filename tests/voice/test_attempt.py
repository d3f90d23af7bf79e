"""One retry in another split, then an error that names the line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

from segment.errors import Cause, VoiceError
from segment.model.utterance import Utterance
from segment.model.voice import VoiceProfile
from segment.voice import speak
from segment.voice.engines.recipe import Said

Line = Callable[..., Utterance]

HUM = VoiceProfile(name="hum", engine="hum")


def silenced(said: Said) -> Said:
    """The same length of nothing."""
    return replace(said, samples=np.zeros_like(said.samples))


def test_a_bad_line_is_said_again_in_two_pieces(utterance: Line, hummer: Any) -> None:
    """A fault that goes away costs one retry, split after the comma, and a note with the reason."""
    hummer.spoil = lambda said, call: silenced(said) if call == 1 else said
    speaking = speak([utterance("it sounds alright today, does it not")], {"critic": HUM})
    (line,) = speaking
    assert hummer.calls[1:] == ["it sounds alright today,", "does it not"]
    assert [w.text for w in line.words] == ["it", "sounds", "alright", "today,", "does", "it", "not"]
    (note,) = speaking.findings
    assert (note.code, note.level) == ("VO002", "info")
    assert "it is silent" in note.message


def test_a_line_bad_twice_is_an_error_that_names_it(utterance: Line, hummer: Any) -> None:
    """A fault that stays is a VoiceError, a quality gate, with line, voice, words and reason."""
    hummer.spoil = lambda said, call: silenced(said)
    with pytest.raises(VoiceError, match=r"critic-1: The voice hum could not say “it.*”: it is silent\.\n") as caught:
        list(speak([utterance("it sounds alright")], {"critic": HUM}))
    assert caught.value.cause is Cause.GATE


def test_an_engine_that_fails_once_is_asked_again(utterance: Line, hummer: Any) -> None:
    """An engine's own failure is retried like a bad sound; a second one ends the line with the engine's words."""

    def fail(said: Said, call: int) -> Said:
        raise VoiceError("the hum machine is broken")

    hummer.spoil = lambda said, call: fail(said, call) if call == 1 else said
    assert len(list(speak([utterance("it sounds alright")], {"critic": HUM}))) == 1
    hummer.spoil = fail
    with pytest.raises(VoiceError, match=r"critic-1: .*the hum machine is broken"):
        list(speak([utterance("it sounds alright")], {"critic": HUM}))
