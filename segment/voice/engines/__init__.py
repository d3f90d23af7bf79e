"""Voice engines by name. A new one is a file here with a class that follows the recipe in :mod:`.recipe`, and a line below."""

from __future__ import annotations

from segment.errors import Cause, VoiceError
from segment.library.plugins import plugins
from segment.voice.engines.command import Command
from segment.voice.engines.festival import Festival
from segment.voice.engines.http import Http
from segment.voice.engines.kokoro import Kokoro
from segment.voice.engines.piper import Piper
from segment.voice.engines.pyttsx3 import Pyttsx3
from segment.voice.engines.recipe import Engine
from segment.voice.engines.say import Say
from segment.voice.engines.system import System
from segment.wording import did_you_mean

GROUP = "segment.engines"
"""The entry points of engines in other packages."""

ENGINES: dict[str, Engine] = {
    "pyttsx3": Pyttsx3(),
    "piper": Piper(),
    "kokoro": Kokoro(),
    "system": System(),
    "say": Say(),
    "festival": Festival(),
    "command": Command(),
    "http": Http(),
}


def known(name: str) -> Engine | None:
    """The engine of that name, ours or another package's, whether it can work or not."""
    return ENGINES.get(name) or plugins(GROUP).get(name)


def names() -> tuple[str, ...]:
    """Every engine that can be named, ours first."""
    return tuple(dict.fromkeys([*ENGINES, *plugins(GROUP)]))


def engine(name: str) -> Engine:
    """The engine of that name, ready to work. Raises VoiceError (cause MISSING) when it is unknown or lacks something."""
    found = known(name)
    if found is None:
        raise VoiceError(
            f"There is no voice engine {name!r}; there is {', '.join(names())}.",
            hint=did_you_mean(name, names()),
            cause=Cause.MISSING,
        )
    if missing := found.missing():
        raise VoiceError(missing, cause=Cause.MISSING)
    return found
