"""The program of a child that writes sentences in IPA: text and phonemes in, no sound.

For each request, ``{"library": path, "data": path of the folder that holds espeak-ng-data, "voice", "table", "clauses": [[part,
…], …]}``, the answer is ``{"clauses": [IPA, …], "again"}``, or ``{"error": sentence, "again": False}``. ``again`` false says that
this process must not be asked any more.
"""

from __future__ import annotations

import os
from collections.abc import Callable

from segment.media import frames
from segment.media.serving import serve
from segment.voice.espeak.compose import Part, compose
from segment.voice.espeak.library import EspeakError, Library


def main() -> None:
    """Serves until the input ends."""
    serve(answer)


def answer(request: frames.Header) -> tuple[frames.Header, bytes]:
    """Writes the clauses of one sentence, each in a freshly loaded library, so that nothing said before can be heard in it."""
    os.chdir(request["data"])
    reader = _Reader(request["library"])
    try:
        read = [reader.clause(parts, request["voice"], request["table"]) for parts in request["clauses"]]
    except EspeakError as error:
        return {"error": str(error), "again": False}, b""
    return {"clauses": read, "again": reader.clean}, b""


class _Reader:
    def __init__(self, path: str) -> None:
        self._path = path
        self.clean = True

    def clause(self, parts: list[Part], voice: str, table: str) -> str:
        # Composing may read words as another language does, in a library of its own: before ours is loaded.
        text, _ = compose(parts, table, self._foreign)
        return self._fresh(voice, text, Library.ipa)

    def _foreign(self, voice: str, text: str) -> str:
        return self._fresh(voice, text, Library.phonemes)

    def _fresh(self, voice: str, text: str, read: Callable[[Library, str], str]) -> str:
        library = Library(self._path)
        try:
            library.set_voice(voice)
            return read(library, text)
        finally:
            self.clean = library.close() and self.clean
