"""Programs of others, run once for each question: the one place where they are started.

No shell ever stands between: a program gets its words as they are. It gets a time limit, a limit to what it may write, and a
process group of its own, so that it ends with all the processes that it started, also when we are killed. What it does wrong
becomes a MediaError.
"""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO

from segment.errors import Cause, MediaError
from segment.media.minder import Minder
from segment.media.processes import OWN_GROUP, end_all
from segment.wording import one_line, sentence

_LOOK_S = 0.05
"""How often a running program is looked at, beside its output, which is heard at once."""
_GRACE_S = 1.0
"""How long what a program left running may still hold its output open."""
_ERROR_BYTES = 1 << 14
"""Kept of what it says on standard error."""

_FIRST_LINE_BYTES = 256
"""Of a script that are looked at for what it is written for."""


class Programs:
    """Runs programs, one at a time. Another thread may ``close`` it, which ends the one that runs."""

    def __init__(self) -> None:
        self._closed = False
        self._starting = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._minder = Minder()

    def run(
        self,
        command: Sequence[str],
        *,
        name: str,
        timeout_s: float,
        most_bytes: int,
        stdin: bytes = b"",
        folder: str = "",
        writes: Path | None = None,
    ) -> bytes:
        """Runs ``command`` in ``folder`` (where we stand, without one) to its end and returns its standard output.

        Neither that nor the file it ``writes`` may be longer than ``most_bytes``. Raises MediaError, a sentence about ``name``:
        MISSING when the program is not there, else MATERIAL when it fails, takes too long or writes too much.
        """
        process = self._start(command, name, folder)
        said, told = _Heard(most_bytes), _Heard(_ERROR_BYTES, keep_end=True)
        reading = _thread(said.listen, process.stdout)
        telling = _thread(told.listen, process.stderr)
        _thread(_feed, process.stdin, stdin)
        try:
            trouble = _waited(process, reading, said, timeout_s, writes, most_bytes)
        finally:
            _end(process)
            self._minder.ended(process.pid)
            self._process = None
        for thread in (reading, telling):
            thread.join(_GRACE_S)
        if self._closed:
            raise MediaError(f"{name} was ended.")
        if trouble:
            raise MediaError(f"{name} {trouble}.")
        if process.returncode:
            lines = [line for line in map(one_line, told.data.decode(errors="replace").splitlines()) if line]
            why = f": {lines[-1]}" if lines else ""
            raise MediaError(sentence(f"{name} failed ({how_it_ended(process.returncode)}){why}"))
        return bytes(said.data)

    def _start(self, command: Sequence[str], name: str, folder: str) -> subprocess.Popen[bytes]:
        pipe = subprocess.PIPE
        with self._starting:
            if self._closed:
                raise MediaError(f"{name} has been ended.")
            self._minder.begin()
            try:
                process = subprocess.Popen(list(command), stdin=pipe, stdout=pipe, stderr=pipe, cwd=folder or None, **OWN_GROUP)
            except (OSError, ValueError) as error:
                raise _unstartable(command[0], name, folder, error) from error
            self._minder.started(process.pid)
            self._process = process
            return process

    def close(self) -> None:
        """Ends what runs, and lets nothing start any more. May be called twice."""
        with self._starting:
            self._closed = True
            process = self._process
        if process is not None:
            end_all(process.pid)


def _unstartable(program: str, name: str, folder: str, error: OSError | ValueError) -> MediaError:
    """Why a program could not be started, as the system says it, and better than that where it says too little."""
    if isinstance(error, FileNotFoundError):
        if folder and not Path(folder).is_dir():
            lost = "its folder"
        else:
            # The system says the same of a script that is there when what should run it is not.
            lost = _interpreter(program) if Path(program).is_file() else one_line(Path(program).name)
        return MediaError(f"{name} cannot be started: {lost} is not there.", cause=Cause.MISSING)
    why = getattr(error, "strerror", "") or str(error)
    hint = ""
    if getattr(error, "errno", None) == errno.ENOEXEC:
        why, hint = "it is no program for this system", "A script says in its first line what runs it, such as #!/bin/sh."
    return MediaError(f"{name} cannot be started: {one_line(why)}.", hint=hint, cause=Cause.MACHINE)


def _interpreter(script: str) -> str:
    """What runs a script, as its first line says; a compiled program is run by the system's loader."""
    try:
        with Path(script).open("rb") as file:
            mark, _, first = file.read(_FIRST_LINE_BYTES).partition(b"#!")
    except OSError:
        mark, first = b"?", b""
    if mark or not first.strip():
        return "what this system would load it with"
    line = first.split(b"\n")[0]
    asked = line.strip(b" \t").split(b" ")[0].split(b"\t")[0].decode(errors="replace")
    ended = ", ended as on Windows by a carriage return," if asked.endswith("\r") else ""
    return f"{one_line(asked)}, which its first line says should run it{ended or ','}"


def how_it_ended(code: int) -> str:
    """An exit code in words; a signal by its name."""
    if code >= 0:
        return f"exit code {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"


class _Heard:
    """What comes through a pipe, up to a limit: then it is too much, or only the end of it is kept."""

    def __init__(self, limit: int, *, keep_end: bool = False) -> None:
        self.data = bytearray()
        self.too_much = False
        self._limit = limit
        self._keep_end = keep_end

    def listen(self, stream: IO[bytes]) -> None:
        with stream:
            while block := os.read(stream.fileno(), 1 << 16):
                self.data += block
                if len(self.data) <= self._limit:
                    continue
                if not self._keep_end:
                    self.too_much = True
                    return
                del self.data[: -self._limit]


def _feed(stream: IO[bytes], data: bytes) -> None:
    # A program that does not want all of its input is within its rights.
    with contextlib.suppress(OSError), stream:
        stream.write(data)


def _thread(work: Callable[..., None], stream: IO[bytes] | None, *rest: bytes) -> threading.Thread:
    thread = threading.Thread(target=work, args=(stream, *rest), daemon=True)
    thread.start()
    return thread


def _waited(
    process: subprocess.Popen[bytes],
    reading: threading.Thread,
    said: _Heard,
    timeout_s: float,
    writes: Path | None,
    most_bytes: int,
) -> str:
    """Waits for the end of the process and of its output; else says what went wrong, as the end of a sentence."""
    deadline = time.monotonic() + timeout_s
    ended = 0.0
    while True:
        if reading.is_alive():
            reading.join(_LOOK_S)
        else:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_LOOK_S)
        now = time.monotonic()
        if said.too_much or (writes is not None and _size(writes) > most_bytes):
            return f"wrote more than {most_bytes / 1e6:.0f} MB and was ended"
        if process.poll() is not None:
            ended = ended or now
            # What it left running holds the pipe; all that the program itself had to say is there.
            if not reading.is_alive() or now - ended > _GRACE_S:
                return ""
        elif now > deadline:
            return f"did not finish within {timeout_s:g} s and was ended"


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the process and everything it started, and forgets it."""
    end_all(process.pid)
    process.wait()
