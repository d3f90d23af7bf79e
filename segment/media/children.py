"""A child process that answers questions, one at a time, within a time limit.

A child speaks :mod:`segment.media.frames` on its standard input and output. It ends when its input ends, so none outlives its
parent, whichever way the parent goes. What crashes, hangs or talks rubbish in a child reaches the parent as a MediaError.
"""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
import weakref
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, cast

from segment.errors import Cause, MediaError
from segment.media import frames
from segment.media.watch import Watch

# Isolated and without site: quicker, and nothing in the folder where the user stands can shadow a module. The parent's own
# search path is handed over instead.
_BOOT = "import sys;sys.path[:0]=sys.argv.pop().split('\\n');from {module} import main;main()"

_PIPE_BYTES = 1 << 20
"""What a user may have of a pipe without asking; 12 s of a voice are half of it."""


def python(module: str) -> list[str]:
    """The command that runs ``main()`` of a module of ours in a fresh interpreter."""
    path = "\n".join(p for p in sys.path if p and Path(p).is_absolute())
    return [sys.executable, "-I", "-S", "-c", _BOOT.format(module=module), path]


class Child:
    """One running child. Not for two threads at once."""

    def __init__(self, command: Sequence[str], *, name: str) -> None:
        """Starts the child and returns at once. Raises MediaError (cause MISSING or MACHINE) when it cannot be started."""
        self.name = name
        try:
            self._process = subprocess.Popen(
                list(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        except FileNotFoundError as error:
            raise MediaError(f"{name} cannot be started: {command[0]} is not there.", cause=Cause.MISSING) from error
        except OSError as error:
            raise MediaError(f"{name} cannot be started: {error.strerror}.", cause=Cause.MACHINE) from error
        self._stdin = cast(BinaryIO, self._process.stdin)
        self._stdout = cast(BinaryIO, self._process.stdout)
        _widened(self._stdout)
        self._watch = Watch(self._process.kill)
        self._close = weakref.finalize(self, _end, self._process, self._watch)

    @property
    def pid(self) -> int:
        """The process's id."""
        return self._process.pid

    def ask(self, header: frames.Header, body: bytes = b"", *, timeout_s: float) -> tuple[frames.Header, bytes]:
        """Sends one frame and waits for the answer.

        Raises MediaError when the child crashes, answers with anything but a frame, or takes longer than ``timeout_s``. The
        child is gone then.
        """
        self._watch.begin(timeout_s)
        try:
            frames.write(self._stdin, header, body)
            answer = frames.read(self._stdout)
        except (OSError, ValueError, frames.FrameError) as error:
            reason = str(error) if isinstance(error, frames.FrameError) else ""
            raise self._failed(timeout_s, reason) from error
        finally:
            self._watch.over()
        if answer is None:
            raise self._failed(timeout_s, "")
        return answer

    def _failed(self, timeout_s: float, reason: str) -> MediaError:
        if reason:
            self._process.kill()
        self._stdin_closed()
        code = self._process.wait()
        self.close()
        if self._watch.too_late:
            return MediaError(f"{self.name} did not answer within {timeout_s:g} s.")
        if reason:
            return MediaError(f"{self.name} sent an answer that cannot be read: {reason}.")
        return MediaError(f"{self.name} crashed ({_how(code)}).")

    def _stdin_closed(self) -> None:
        try:
            self._stdin.close()
        except OSError:
            return

    def close(self) -> None:
        """Ends the child: first politely, by the end of its input, then for good. May be called twice."""
        self._close()


def _how(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"


def _widened(pipe: BinaryIO) -> None:
    """Lets a pipe hold an answer whole where the system can: else both sides wake for every 64 kB of it."""
    if sys.platform == "linux":
        import fcntl

        with contextlib.suppress(OSError):
            fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, _PIPE_BYTES)


def _end(process: subprocess.Popen[bytes], watch: Watch) -> None:
    watch.end()
    if process.stdin is not None:
        try:
            process.stdin.close()
        except OSError:
            process.kill()
    try:
        process.wait(timeout=0.5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout is not None:
        process.stdout.close()
