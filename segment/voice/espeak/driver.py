"""A pyttsx3 driver over the embedded espeak-ng library.

pyttsx3's own Linux driver returns before the sound exists, keeps one file of fifty and gives its word events no time; it also
wants a system library. This one is synchronous: when ``runAndWait`` returns, everything queued has been spoken. What was spoken
arrives through notifications and not in a file: word times in ``started-word`` (``sample``), the sound in ``finished-utterance``
(``samples``, and ``clean``: whether this process may speak again).

pyttsx3 asks for the names used here (``buildDriver``, ``startLoop`` …).
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

from segment.voice.espeak.library import Library
from segment.voice.espeak.quick_voice import QuickVoices

NAME = "segment_espeak"

_VOLUME = 0.4
"""At full volume several variants clip on stressed vowels; the mix levels every line anyway."""


def register(library_path: str) -> None:
    """Makes ``pyttsx3.init(NAME)`` find this driver."""
    module = ModuleType(f"pyttsx3.drivers.{NAME}")
    module.buildDriver = lambda proxy: Driver(proxy, library_path)  # type: ignore[attr-defined]  # a module made by hand
    sys.modules[module.__name__] = module


class Driver:
    """What pyttsx3's proxy calls."""

    def __init__(self, proxy: Any, library_path: str) -> None:
        self._proxy = proxy
        self._path = library_path
        self._quick = QuickVoices()
        self._properties: dict[str, Any] = {"voice": "en-us", "rate": 175, "pitch": 50, "volume": _VOLUME}

    def setProperty(self, name: str, value: Any) -> None:
        """``voice``, ``rate``, ``pitch`` (0–100) or ``volume`` (0–1)."""
        self._properties[name] = value

    def getProperty(self, name: str) -> Any:
        """The current value."""
        return self._properties[name]

    def say(self, text: str) -> None:
        """Speaks in a freshly loaded library."""
        self._proxy.notify("started-utterance")
        library = Library(self._path)
        try:
            voice = self._properties["voice"]
            library.set_voice(voice, self._quick.path(voice))
            library.set_parameter("rate", int(self._properties["rate"]))
            library.set_parameter("pitch", int(self._properties["pitch"]))
            library.set_parameter("volume", round(100 * self._properties["volume"]))
            samples, marks = library.speak(text)
        finally:
            clean = library.close()
        for offset, length, sample in marks:
            self._proxy.notify("started-word", location=offset, length=length, sample=sample)
        self._proxy.notify("finished-utterance", completed=True, samples=samples, clean=clean)

    def startLoop(self) -> None:
        """Lets the proxy work off its queue; speaking is synchronous, so there is nothing to wait for."""
        self._proxy.setBusy(False)

    def endLoop(self) -> None:
        """Nothing runs on."""

    def stop(self) -> None:
        """Nothing runs on."""
