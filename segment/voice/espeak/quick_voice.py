"""A voice's language file under a name that espeak-ng finds at once.

Asked for ``gmw/en-US`` the library looks for ``gmw/en-us``, does not find it where names keep their capitals, and reads the files
of all its voices to learn which one is meant: half as long again as speaking a sentence, each time it is loaded. A file given by
path is taken as it is, but the path is put in lower case too and cut at 60 characters. So the language file is held in memory
under a short path of that kind, where the system has such a thing (Linux); elsewhere the voice is asked for by name.
"""

from __future__ import annotations

import os

LANGUAGES = "espeak-ng-data/lang/"
"""Relative to where the speaking process stands."""


class QuickVoices:
    """The language files asked for so far, held until the process ends."""

    def __init__(self) -> None:
        self._paths: dict[str, str] = {}

    def path(self, voice: str) -> str:
        """The path to give for ``base+variant``, or empty where it must be asked for by name."""
        base, plus, variant = voice.partition("+")
        if base not in self._paths:
            self._paths[base] = _in_memory(LANGUAGES + base)
        found = self._paths[base]
        return f"{found}{plus}{variant}" if found else ""


def _in_memory(file: str) -> str:
    if not hasattr(os, "memfd_create"):
        return ""
    try:
        with open(file, "rb") as source:  # noqa: PTH123  # pathlib would be a good part of this process's start
            contents = source.read()
        held = os.memfd_create("voice")
        os.write(held, contents)
    except OSError:
        return ""
    return f"/proc/self/fd/{held}"
