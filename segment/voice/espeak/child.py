"""The program a speaking child runs: frames in, sentences spoken through pyttsx3, frames out.

First frame: ``{"library": path, "data": path of the folder that holds espeak-ng-data}``. Then, for each sentence,
``{"voice", "table", "rate", "pitch", "parts"}``; the answer is ``{"marks": [[part, sample], …], "text", "again"}`` with the
samples as body, or ``{"error": sentence, "again"}``. ``again`` false says that this process must not speak any more.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import Any

from segment.media import frames
from segment.media.serving import private_stdout
from segment.voice.espeak import driver
from segment.voice.espeak.compose import compose, part_marks
from segment.voice.espeak.library import EspeakError, Library


def main() -> None:
    """Serves until the input ends, then leaves without the interpreter's tidying up, which nothing here needs."""
    _serve()
    os._exit(0)


def _serve() -> None:
    # Ctrl-C is the parent's to handle: it ends this process by closing the input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    source, sink = sys.stdin.buffer, private_stdout()
    greeting = frames.read(source)
    if greeting is None:
        return
    header, _ = greeting
    speaker = Speaker(header["library"])
    os.chdir(header["data"])
    frames.write(sink, {"ready": True})
    while (request := frames.read(source)) is not None:
        answer, body = speaker.answer(request[0])
        frames.write(sink, answer, body)
        if not answer["again"]:
            return


class Speaker:
    """One pyttsx3 engine with our driver."""

    def __init__(self, library_path: str) -> None:
        # Here and not above: the child's tests of composing and framing need no engine.
        import pyttsx3

        driver.register(library_path)
        self._path = library_path
        self._engine = pyttsx3.init(driver.NAME)
        self._engine.connect("started-word", self._word)
        self._engine.connect("finished-utterance", self._finished)
        self._engine.connect("error", self._failed)
        self._marks: list[tuple[int, int, int]] = []
        self._samples = b""
        self._clean = True
        self._error = ""

    def answer(self, request: frames.Header) -> tuple[frames.Header, bytes]:
        """Speaks one sentence."""
        self._marks, self._samples, self._error = [], b"", ""
        try:
            text, starts = compose(request["parts"], request["table"], self._foreign)
        except EspeakError as error:
            return {"error": str(error), "again": False}, b""
        for name in ("voice", "rate", "pitch"):
            self._engine.setProperty(name, request[name])
        self._engine.say(text)
        self._engine.runAndWait()
        if self._error:
            return {"error": self._error, "again": False}, b""
        return {"marks": part_marks(starts, self._marks), "text": text, "again": self._clean}, self._samples

    def _foreign(self, voice: str, text: str) -> str:
        library = Library(self._path)
        try:
            library.set_voice(voice)
            return library.phonemes(text)
        finally:
            self._clean = library.close() and self._clean

    def _word(self, name: str, location: int, length: int, sample: int) -> None:
        self._marks.append((location, length, sample))

    def _finished(self, name: str, completed: bool, samples: bytes, clean: bool) -> None:
        self._samples = samples
        self._clean = clean and self._clean

    def _failed(self, name: str, exception: Any) -> None:
        self._error = str(exception)
