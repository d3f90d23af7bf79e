"""What every engine in the list must do."""

from __future__ import annotations

import importlib.util
import os
import re
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from msgspec.structs import replace

from segment.errors import VoiceError
from segment.model.utterance import SayWord
from segment.model.voice import VoiceProfile
from segment.voice.engines import ENGINES
from segment.voice.engines.recipe import Engine, Worker

Words = Callable[..., tuple[SayWord, ...]]

STAND_INS = ("say", "system")
"""Engines of other systems."""
DEBIAN = ("festival",)
"""Engines that are Debian packages: they belong to the acceptance tests."""


@pytest.fixture(params=[pytest.param(name, marks=pytest.mark.tools if name in DEBIAN else ()) for name in ENGINES])
def profile(request: pytest.FixtureRequest) -> VoiceProfile:
    """A profile for each engine that can work here, or for which something can stand in."""
    if request.param in STAND_INS:
        request.getfixturevalue(f"{request.param}_stand_in")
    if missing := ENGINES[request.param].missing():
        if request.param in DEBIAN and os.environ.get("SEGMENT_REQUIRE_TOOLS") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    profile: VoiceProfile = request.getfixturevalue(f"{request.param}_profile")
    assert profile.engine == request.param
    return profile


@pytest.fixture
def engine(profile: VoiceProfile) -> Engine:
    """The engine of the profile."""
    return ENGINES[profile.engine]


@pytest.fixture
def worker(engine: Engine) -> Iterator[Worker]:
    """The engine at work."""
    worker = engine.start()
    yield worker
    worker.close()


def test_a_profile_that_works_has_no_mistakes(engine: Engine, profile: VoiceProfile) -> None:
    """It finds nothing wrong with a profile that it can speak with."""
    assert engine.mistakes(profile) == ()


def test_it_speaks_each_word_after_the_one_before(engine: Engine, worker: Worker, profile: VoiceProfile, words: Words) -> None:
    """It returns finite mono samples at a real rate, and marks that ascend inside them where it has any."""
    said = worker.say(words("The camera stays low, and it stays patient."), profile)
    assert said.samples.dtype == np.float32
    assert said.samples.ndim == 1
    assert np.isfinite(said.samples).all()
    assert said.samples.size > said.rate // 4
    assert 8000 <= said.rate <= 48000
    assert (said.marks is not None) == engine.caps.word_marks
    marks = said.marks or ()
    assert list(marks) == sorted(set(marks))
    assert all(0 <= index < 8 and 0 <= frame < said.samples.size for index, frame in marks)


def test_it_repeats_itself_when_it_says_so(engine: Engine, profile: VoiceProfile, words: Words) -> None:
    """A deterministic engine gives the same samples whatever it said before."""
    if not engine.caps.deterministic:
        pytest.skip("not deterministic")
    first, second = engine.start(), engine.start()
    try:
        second.say(words("Something else, for a while."), profile)
        text = words("The last shot is worth the ticket.")
        assert np.array_equal(first.say(text, profile).samples, second.say(text, profile).samples)
    finally:
        first.close()
        second.close()


@pytest.mark.parametrize(
    ("cap", "value"), {"respelling": "koh-tee-YAR", "ipa": "kɔtijaʁ", "lang": "fr", "stress": 1}.items(), ids=str
)
def test_it_obeys_what_it_says_it_can(
    engine: Engine, worker: Worker, profile: VoiceProfile, words: Words, cap: str, value: str | int
) -> None:
    """Each pronunciation it claims to understand changes the sound; one that it does not is told in a note."""
    plain = worker.say(words("Cotillard acts."), profile)
    marked = worker.say((replace(words("Cotillard")[0], **{cap: value}), *words("acts.")), profile)
    if getattr(engine.caps, cap):
        assert not np.array_equal(marked.samples, plain.samples)
    else:
        assert len(marked.notes) > len(plain.notes)


def test_a_respelling_is_heard(worker: Worker, profile: VoiceProfile, words: Words) -> None:
    """A name with a respelling sounds different from the name without it, in the form the engine takes."""
    plain = worker.say(words("Cotillard"), profile)
    respelt = worker.say(words("Cotillard", respelling="koh-tee-YAR"), profile)
    assert plain.samples.shape != respelt.samples.shape or not np.array_equal(plain.samples, respelt.samples)
    assert plain.sent != respelt.sent


@pytest.mark.parametrize(
    "text", ["<break time='9999s'/> stop", "[[noise]] stop", "\x01250S stop", "{rate} $(date) `date` stop", "%s \\ stop"]
)
def test_text_is_never_a_command(worker: Worker, profile: VoiceProfile, words: Words, text: str) -> None:
    """Markup, an engine's own commands and a shell's are words or nothing: a few seconds at the most come out."""
    said = worker.say(words(text), profile)
    assert said.samples.size < 15 * said.rate


def test_an_identity_is_stable_and_says_nothing_of_the_machine(engine: Engine, profile: VoiceProfile) -> None:
    """The identity is the same each time, and holds no path."""
    assert engine.identity(profile) == engine.identity(profile) != ""
    assert not re.search(r"/[a-z]+/|[A-Z]:\\", engine.identity(profile))


@pytest.mark.parametrize(
    "change", [{"rate": 172.0}, {"name": "mine", "sounds": "Nice.", "trim_db": 2.0}], ids=["heard", "not heard"]
)
def test_an_identity_changes_with_what_is_heard(engine: Engine, profile: VoiceProfile, change: dict[str, object]) -> None:
    """Another rate is another identity; a name, a description and a trim in the mix are not."""
    other = replace(profile, **change)
    assert (engine.identity(other) != engine.identity(profile)) == ("rate" in change)


def test_it_refuses_a_voice_it_does_not_have(engine: Engine, worker: Worker, profile: VoiceProfile) -> None:
    """An unknown voice is a mistake with the key where the engine can know, and closing twice is allowed."""
    found = [mistake.key for mistake in engine.mistakes(replace(profile, voice="no-such-voice"))]
    assert found in (["voice"], [])
    if engine.caps.offline and profile.engine != "command":
        assert found == ["voice"]
    worker.close()
    worker.close()


def test_after_closing_it_does_not_speak(worker: Worker, profile: VoiceProfile, words: Words) -> None:
    """A closed worker answers with a VoiceError and starts nothing."""
    worker.close()
    with pytest.raises(VoiceError):
        worker.say(words("Hello."), profile)


def test_what_is_missing_is_said_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its packages the default engine says which, and how to install them, in one sentence."""
    monkeypatch.setattr("segment.voice.engines.pyttsx3.find_spec", lambda name: None)
    missing = ENGINES["pyttsx3"].missing()
    assert missing == ("the default voice lacks pyttsx3==2.99 and espeakng-loader: pip install pyttsx3==2.99 espeakng-loader")
    assert importlib.util.find_spec("pyttsx3") is not None
