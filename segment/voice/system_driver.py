"""The program a child runs for the system's own voices: one job through pyttsx3's driver, then it ends.

The job comes as JSON on standard input: ``{"driver"}`` alone lists the voices on standard output, as ``[[id, name], …]``; with
``{"voice", "rate", "text", "file"}`` it speaks into the file. A second utterance in one process hangs on macOS and says nothing
on Windows (pyttsx3 issues 126 and 402), therefore one job for each process. What goes wrong is the last line on standard error.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any, NoReturn

NOT_THERE = "the system has no voice"


def main() -> None:
    """Does the job, and leaves without the interpreter's tidying up, which a driver may hang in."""
    # The drivers print; what they print must not get among the answer.
    answer = os.dup(1)
    os.dup2(2, 1)
    try:
        said = _done(json.loads(sys.stdin.buffer.read()))
    except Exception as error:
        _fail(error)
    os.write(answer, said.encode())
    os._exit(0)


def _fail(error: Exception) -> NoReturn:
    os.write(2, f"\n{type(error).__name__}: {error}\n".encode(errors="replace"))
    os._exit(1)


def _done(job: dict[str, Any]) -> str:
    import pyttsx3

    engine = pyttsx3.init(job["driver"])
    voices = [(str(voice.id), str(voice.name)) for voice in engine.getProperty("voices")]
    if "text" not in job:
        return json.dumps(voices)
    # At once: after an error the driver for macOS waits for an end that never comes.
    engine.connect("error", lambda name, exception: _fail(exception))
    engine.setProperty("voice", named(job["voice"], voices))
    engine.setProperty("rate", job["rate"])
    engine.save_to_file(job["text"], job["file"])
    engine.runAndWait()
    return ""


def named(asked: str, voices: list[tuple[str, str]]) -> str:
    """The id of a voice asked for by its id or its name, also by the name up to `` - ``. Raises LookupError."""
    wanted = asked.casefold()
    for voice_id, name in voices:
        if wanted in {voice_id.casefold(), name.casefold(), name.partition(" - ")[0].casefold()}:
            return voice_id
    raise LookupError(f"{NOT_THERE} {asked!r}")
