"""The system's own voices: pyttsx3's own drivers, over stand-ins of what macOS and Windows give them."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from segment.errors import VoiceError
from segment.model.utterance import SayWord, Utterance
from segment.model.voice import VoiceProfile
from segment.voice.engines.system import System, voices
from tests.voice.conftest import taken
from tests.voice.stand_ins import systems

Words = Callable[..., tuple[SayWord, ...]]

ALEX = VoiceProfile(engine="system", voice="Alex")
ZIRA = VoiceProfile(engine="system", voice="Microsoft Zira Desktop")


@pytest.fixture
def mac(monkeypatch: pytest.MonkeyPatch) -> None:
    """macOS."""
    systems.mac(monkeypatch)


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows."""
    systems.windows(monkeypatch)


def test_on_linux_it_says_what_to_write(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the embedded voice is the system's, one sentence says so; elsewhere the packages that lack are named."""
    monkeypatch.setattr("segment.voice.engines.system.PLATFORM", "linux")
    assert System().missing() == 'on this system the embedded voice is the system\'s voice: write engine = "pyttsx3"'
    monkeypatch.setattr("segment.voice.engines.system.PLATFORM", "win32")
    assert System().missing() == "the system's voices need comtypes and pywin32: pip install comtypes pywin32"


@pytest.mark.usefixtures("mac")
def test_a_voice_of_macos_is_found_by_name_or_id() -> None:
    """Both name it; an unknown one is a mistake with a suggestion, as are a pitch and a rate it cannot have."""
    assert ("com.apple.voice.alex", "Alex") in voices()
    assert System().missing() == ""
    assert System().mistakes(replace(ALEX, voice="com.apple.voice.alex")) == ()
    (mistake,) = System().mistakes(replace(ALEX, voice="Alec"))
    assert mistake.hint == "Did you mean Alex?"
    assert [m.key for m in System().mistakes(replace(ALEX, pitch=60.0, rate=900.0))] == ["rate", "pitch"]


@pytest.mark.usefixtures("mac")
def test_macos_speaks_one_sentence_after_the_other(utterance: Callable[..., Utterance]) -> None:
    """Its AIFF files are read, a second sentence comes as the first did, and the rate is heard."""
    line = utterance("The camera stays low. | It stays patient, and it waits.")
    slow, fast = (taken([line], {"critic": replace(ALEX, rate=rate)})[0][0] for rate in (130.0, 220.0))
    assert slow.sound.rate == 22050
    assert slow.sound.seconds > 1.4 * fast.sound.seconds


@pytest.mark.usefixtures("mac")
def test_a_driver_that_hangs_or_fails_is_a_sentence(words: Words) -> None:
    """A run loop that never ends is ended, an error in the driver is told, and the next sentence is spoken."""
    worker = System().start()
    began = time.monotonic()
    with pytest.raises(VoiceError, match=r"The system's voice did not finish within 4 s and was ended"):
        worker.say(words("Hello."), replace(ALEX, voice="Hang", options={"timeout_s": 4.0}))
    assert time.monotonic() - began < 15
    with pytest.raises(VoiceError, match=r"failed \(exit code 1\): OSError: the voice is damaged\."):
        worker.say(words("Hello."), replace(ALEX, voice="Crash"))
    with pytest.raises(VoiceError, match="LookupError: the system has no voice 'Nobody'"):
        worker.say(words("Hello."), replace(ALEX, voice="Nobody"))
    assert worker.say(words("Hello."), ALEX).samples.size
    worker.close()


@pytest.mark.usefixtures("windows")
def test_windows_speaks(words: Words) -> None:
    """Its WAV files are read, and a voice is found by its name up to the dash."""
    assert System().mistakes(ZIRA) == ()
    assert System().identity(ZIRA).startswith("sapi5 of ")
    worker = System().start()
    slow, fast = (worker.say(words("Go on, then."), replace(ZIRA, rate=rate)) for rate in (120.0, 220.0))
    assert slow.samples.size > 1.4 * fast.samples.size
    worker.close()


@pytest.mark.usefixtures("windows")
def test_markup_in_a_text_is_words_to_windows(words: Words) -> None:
    """SAPI takes a text that begins with ``<`` for XML; it never gets one."""
    worker = System().start()
    said = worker.say(words('<silence msec="60000"/> stop'), ZIRA)
    assert said.sent == "silence msec 60000 stop"
    assert said.samples.size / said.rate < 5
    worker.close()
