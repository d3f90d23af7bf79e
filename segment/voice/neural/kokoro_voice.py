"""Kokoro's voices: which a file holds, and which language a voice speaks."""

from __future__ import annotations

import zipfile
from pathlib import Path

from segment.errors import VoiceError
from segment.media import refusal

LANGUAGES = {"a": "en-US", "b": "en-GB", "e": "es", "f": "fr", "h": "hi", "i": "it", "p": "pt-BR"}
"""By the first letter of a voice's name, as in ``af_heart`` (American, female); Japanese and Chinese voices learnt from readings
that espeak-ng does not give."""
_UNREAD = {"j": "Japanese", "z": "Chinese"}


def names(voices: Path) -> tuple[str, ...]:
    """The voices in a file. Raises VoiceError when it cannot be read or is none of Kokoro's."""
    try:
        with zipfile.ZipFile(voices) as archive:
            found = tuple(sorted(name.removesuffix(".npy") for name in archive.namelist() if name.endswith(".npy")))
    except zipfile.BadZipFile:
        found = ()
    except OSError as error:
        refused = refusal.reading(voices, error)
        raise VoiceError(refused.message, cause=refused.cause) from error
    if not found:
        raise VoiceError(f"{voices} does not hold Kokoro voices.")
    return found


def language(voice: str) -> str:
    """The language of a voice by Kokoro's way of naming, empty for a name of another kind."""
    return LANGUAGES.get(voice[0], "") if voice[2:3] == "_" and voice[1:2] in {"f", "m"} else ""


def unread(voice: str) -> str:
    """The language of a voice that we cannot read for, empty for all others."""
    return _UNREAD.get(voice[0], "") if voice[2:3] == "_" and voice[1:2] in {"f", "m"} else ""
