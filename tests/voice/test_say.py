"""macOS's ``say``, by a program that behaves as its manual tells."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from segment.errors import VoiceError
from segment.model.utterance import SayWord, Utterance
from segment.model.voice import VoiceProfile
from segment.voice import speak
from segment.voice.engines.say import Say, voices
from tests.voice.conftest import taken
from tests.voice.stand_ins import systems

Words = Callable[..., tuple[SayWord, ...]]

ALEX = VoiceProfile(engine="say", voice="Alex")


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program ``say`` on the search path."""
    systems.mac_with_say(tmp_path, monkeypatch)


def test_elsewhere_it_says_what_to_write() -> None:
    """Without macOS one sentence names the engine to use."""
    assert Say().missing().endswith('write engine = "pyttsx3" for the embedded voice')


@pytest.mark.usefixtures("stand_in")
def test_its_voices_are_those_it_lists() -> None:
    """Names with spaces are read from the list, and found in any case; others are mistakes with a suggestion."""
    assert voices() == ("Alex", "Bad News", "Thomas")
    assert Say().mistakes(replace(ALEX, voice="bad news")) == ()
    (mistake,) = Say().mistakes(replace(ALEX, voice="Alec"))
    assert mistake.hint == "Did you mean Alex?"
    assert [m.key for m in Say().mistakes(replace(ALEX, pitch=60.0, rate=900.0))] == ["rate", "pitch"]


@pytest.mark.usefixtures("stand_in")
def test_commands_in_a_text_are_words(words: Words) -> None:
    """What say would obey in a text reaches it without its brackets, and lasts as long as words do."""
    worker = Say().start()
    said = worker.say(words("Stop [[slnc 60000]] there."), ALEX)
    assert said.sent == "Stop slnc 60000 there."
    assert said.samples.size / said.rate < 5
    worker.close()


@pytest.mark.usefixtures("stand_in")
def test_lines_are_spoken_whole(utterance: Callable[..., Utterance]) -> None:
    """At its rate it makes whole lines; a voice that is gone is a sentence with what say said."""
    line = utterance("The camera stays low, and it stays patient.")
    for rate in (130.0, 200.0):
        (spoken,), _ = taken([line], {"critic": replace(ALEX, rate=rate)})
        assert spoken.sound.rate == 22050
    with pytest.raises(VoiceError, match=r"The program say failed \(exit code 1\): Voice `Fred' not found"):
        list(speak([line], {"critic": replace(ALEX, voice="Fred")}))
