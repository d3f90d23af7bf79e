"""Plays a sound file with a player that is on the machine."""

from __future__ import annotations

import shutil
from pathlib import Path

from segment.errors import Cause, MediaError
from segment.media.programs import Programs
from segment.wording import one_of

_PLAYERS = {
    "afplay": ("afplay", "{}"),
    "paplay": ("paplay", "{}"),
    "pw-play": ("pw-play", "{}"),
    "aplay": ("aplay", "-q", "{}"),
    "ffplay": ("ffplay", "-nodisp", "-autoexit", "-loglevel", "error", "{}"),
    "play": ("play", "-q", "{}"),
    "powershell": ("powershell", "-NoProfile", "-Command", "(New-Object Media.SoundPlayer $args[0]).PlaySync()", "{}"),
}
"""Each as it is called; the first that is there plays."""
_LONGEST_S = 3600.0
_MOST_BYTES = 1_000_000


def play(path: Path) -> None:
    """Plays ``path`` to its end.

    Raises MediaError: MISSING where there is no player, MATERIAL where the player fails.
    """
    found = next((name for name in _PLAYERS if shutil.which(name)), "")
    if not found:
        raise MediaError(
            "There is no program here that plays sound.",
            hint=f"{path} can be opened with any player; --play knows {one_of(_PLAYERS)}.",
            cause=Cause.MISSING,
        )
    command = [str(path.absolute()) if word == "{}" else word for word in _PLAYERS[found]]
    Programs().run(command, name=found, timeout_s=_LONGEST_S, most_bytes=_MOST_BYTES)
