"""Stage 3, SPEAK: utterances and voice profiles in, spoken lines with word times out; recordings in the place of lines.

``load_profile(text, name=, file=)`` reads a ``voices/NAME.toml``; ``speak(utterances, casting)`` speaks; ``Speaker(casting)``
holds the engines ready for that; ``Shelf(folder, limit)`` keeps what they said. A person's recordings in the place of a role's
lines: :mod:`segment.voice.take`. Engines are listed in :mod:`segment.voice.engines`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from segment.voice.profiles import load_cleaning, load_profile
    from segment.voice.shelf.shelf import Shelf
    from segment.voice.speaking import Speaker, Speaking, speak

__all__ = ["Shelf", "Speaker", "Speaking", "load_cleaning", "load_profile", "speak"]

_HOMES = {
    "Shelf": "segment.voice.shelf.shelf",
    "Speaker": "segment.voice.speaking",
    "Speaking": "segment.voice.speaking",
    "load_cleaning": "segment.voice.profiles",
    "load_profile": "segment.voice.profiles",
    "speak": "segment.voice.speaking",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
