"""What every engine in the list must do."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable

import numpy as np
import pytest
from msgspec.structs import replace

from segment.errors import VoiceError
from segment.model.utterance import SayWord
from segment.model.voice import VoiceProfile
from segment.voice.engines import ENGINES

Words = Callable[..., tuple[SayWord, ...]]


@pytest.fixture(params=ENGINES)
def name(request: pytest.FixtureRequest) -> str:
    """Each engine that can work here."""
    if missing := ENGINES[request.param].missing():
        pytest.skip(missing)
    return str(request.param)


def test_it_speaks_each_word_after_the_one_before(name: str, words: Words) -> None:
    """It returns finite mono samples at a real rate, and marks that ascend inside them where it has any."""
    worker = ENGINES[name].start()
    try:
        said = worker.say(words("The camera stays low, and it stays patient."), VoiceProfile(engine=name))
    finally:
        worker.close()
    assert said.samples.dtype == np.float32
    assert said.samples.ndim == 1
    assert np.isfinite(said.samples).all()
    assert 8000 <= said.rate <= 48000
    assert (said.marks is not None) == ENGINES[name].caps.word_marks
    marks = said.marks or ()
    assert list(marks) == sorted(set(marks))
    assert all(0 <= index < 8 and 0 <= frame < said.samples.size for index, frame in marks)


def test_it_repeats_itself_when_it_says_so(name: str, words: Words) -> None:
    """A deterministic engine gives the same samples whatever it said before."""
    if not ENGINES[name].caps.deterministic:
        pytest.skip("not deterministic")
    first, second = ENGINES[name].start(), ENGINES[name].start()
    try:
        second.say(words("Something else, for a while."), VoiceProfile(engine=name))
        text, profile = words("The last shot is worth the ticket."), VoiceProfile(engine=name)
        assert np.array_equal(first.say(text, profile).samples, second.say(text, profile).samples)
    finally:
        first.close()
        second.close()


def test_it_obeys_what_it_says_it_can(name: str, words: Words) -> None:
    """Each pronunciation it claims to understand changes the sound."""
    caps, profile = ENGINES[name].caps, VoiceProfile(engine=name)
    marks = {"respelling": "koh-tee-YAR", "ipa": "kɔtijaʁ", "lang": "fr", "stress": 1}
    worker = ENGINES[name].start()
    try:
        plain = worker.say(words("Cotillard acts."), profile).samples
        for key, value in marks.items():
            if getattr(caps, key):
                marked = replace(words("Cotillard")[0], **{key: value})
                assert not np.array_equal(worker.say((marked, *words("acts.")), profile).samples, plain), key
    finally:
        worker.close()


def test_it_refuses_a_voice_it_does_not_have(name: str) -> None:
    """An unknown voice is a mistake with the key, and closing twice is allowed."""
    assert [m.key for m in ENGINES[name].mistakes(VoiceProfile(engine=name, voice="no-such-voice"))] == ["voice"]
    worker = ENGINES[name].start()
    worker.close()
    worker.close()


def test_after_closing_it_does_not_speak(name: str, words: Words) -> None:
    """A closed worker answers with a VoiceError and starts nothing."""
    worker = ENGINES[name].start()
    worker.close()
    with pytest.raises(VoiceError):
        worker.say(words("Hello."), VoiceProfile(engine=name))


def test_what_is_missing_is_said_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its packages the default engine says which, and how to install them, in one sentence."""
    monkeypatch.setattr("segment.voice.engines.pyttsx3.find_spec", lambda name: None)
    missing = ENGINES["pyttsx3"].missing()
    assert missing == ("the default voice lacks pyttsx3==2.99 and espeakng-loader: pip install pyttsx3==2.99 espeakng-loader")
    assert importlib.util.find_spec("pyttsx3") is not None
