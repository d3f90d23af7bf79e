"""One flubbed recording and its edits, made once for all tests that look at them."""

from __future__ import annotations

import pytest

from segment.model.take import Edit
from segment.model.voice import VoiceProfile
from segment.voice.take.ear import missing
from segment.voice.take.editing import edited
from tests.voice.take import recordings
from tests.voice.take.readers import EMBEDDED, RATE, festival, lines, there_is_festival
from tests.voice.take.recordings import Recording

TEXTS = (
    "The schoolmaster counts the waves as if they owed him money.",
    "Nobody on this island is there to fill a room.",
    "The music is by the wind, mostly.",
    "Two brothers share one umbrella all through the second hour, and it is the funniest thing on the screen.",
    "It looks like a painting that somebody has left out in the rain.",
    "By the last of them you know every string by name.",
)


@pytest.fixture(scope="session")
def flubbed(reader: VoiceProfile) -> Recording:
    """Six sentences, most of them begun twice; chatter and coughs; a quiet room."""
    return recordings.noisy(recordings.flubbed(TEXTS, reader, seed=2, every=1), 45)


@pytest.fixture(scope="session")
def straight(reader: VoiceProfile) -> Recording:
    """The same sentences without a flub."""
    return recordings.noisy(recordings.straight(TEXTS, reader), 45)


@pytest.fixture(scope="session", params=["pocketsphinx", "voice"])
def listener(request: pytest.FixtureRequest) -> str:
    """Each way of listening that is installed: the acoustic model to festival, the embedded voice to itself."""
    if request.param == "pocketsphinx":
        if missing():
            pytest.skip(missing())
        if not there_is_festival():
            pytest.skip("festival is not installed")
    return str(request.param)


@pytest.fixture(scope="session")
def reader(listener: str) -> VoiceProfile:
    """Who reads."""
    return festival() if listener == "pocketsphinx" else EMBEDDED


@pytest.fixture(scope="session")
def edit(flubbed: Recording, listener: str) -> Edit:
    """What was found in the flubbed recording."""
    return edited(lines(TEXTS), flubbed.samples, RATE, by=listener)
