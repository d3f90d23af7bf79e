"""Voice engines by name. A new one is a file here with a class that follows the recipe in :mod:`.recipe`, and a line below."""

from __future__ import annotations

from segment.errors import Cause, VoiceError
from segment.voice.engines.pyttsx3 import Pyttsx3
from segment.voice.engines.recipe import Engine
from segment.wording import did_you_mean

ENGINES: dict[str, Engine] = {
    "pyttsx3": Pyttsx3(),
}


def engine(name: str) -> Engine:
    """The engine of that name, ready to work. Raises VoiceError (cause MISSING) when it is unknown or lacks something."""
    found = ENGINES.get(name)
    if found is None:
        raise VoiceError(
            f"There is no voice engine {name!r}; there is {', '.join(ENGINES)}.",
            hint=did_you_mean(name, ENGINES),
            cause=Cause.MISSING,
        )
    if missing := found.missing():
        raise VoiceError(missing, cause=Cause.MISSING)
    return found
