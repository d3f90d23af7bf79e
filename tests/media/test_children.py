"""Child processes that answer in frames, or do not."""

from __future__ import annotations

import gc
import io
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segment.errors import Cause, MediaError
from segment.media import frames
from segment.media.children import Child, python

ECHO = (
    "from segment.media import frames; import sys\nwhile f := frames.read(sys.stdin.buffer): frames.write(sys.stdout.buffer, *f)"
)


def running(code: str) -> Child:
    """A child that runs code."""
    return Child([sys.executable, "-c", code], name="the helper")


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.text(), st.integers() | st.text()), st.binary(max_size=2000))
def test_a_frame_reads_back(header: dict[str, object], body: bytes) -> None:
    """Any header and body come back as they went, one after the other, then the end."""
    pipe = io.BytesIO()
    frames.write(pipe, header, body)
    frames.write(pipe, {"second": 2})
    pipe.seek(0)
    assert frames.read(pipe) == (header, body)
    assert frames.read(pipe) == ({"second": 2}, b"")
    assert frames.read(pipe) is None


@pytest.mark.parametrize(
    "noise", [b"SEG", b"Audio saved to x.wav\n", b"SEG1\xff\xff\xff\xff\xff\xff\xff\xff", b"SEG1\x04\0\0\0\0\0\0\0null"]
)
def test_rubbish_is_no_frame(noise: bytes) -> None:
    """A frame cut off, other text, absurd lengths and a header that is no object raise FrameError."""
    with pytest.raises(frames.FrameError):
        frames.read(io.BytesIO(noise))


def test_questions_are_answered_in_order() -> None:
    """A child answers one question after the other, large ones too."""
    child = running(ECHO)
    for number in range(3):
        assert child.ask({"n": number}, bytes(300_000), timeout_s=20) == ({"n": number}, bytes(300_000))
    child.close()
    child.close()


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("import os; os._exit(7)", r"the helper crashed \(exit code 7\)"),
        ("import os; os.abort()", r"the helper crashed \(SIGABRT\)"),
        ("print('hello')", "the helper sent an answer that cannot be read: cut off"),
        ("print('Audio saved to x.wav', flush=True); input()", "the helper sent an answer that cannot be read: not a frame"),
    ],
)
def test_crashes_and_rubbish_are_sentences(code: str, message: str) -> None:
    """A child that crashes or prints is a MediaError that names it and says how."""
    child = running(code)
    with pytest.raises(MediaError, match=message):
        child.ask({}, timeout_s=20)


def test_a_child_that_hangs_is_ended() -> None:
    """After the time limit the child is killed and the error says so."""
    child = running("import time; time.sleep(60)")
    began = time.monotonic()
    with pytest.raises(MediaError, match=r"the helper did not answer within 0\.3 s"):
        child.ask({}, timeout_s=0.3)
    assert time.monotonic() - began < 10
    assert not Path(f"/proc/{child.pid}").exists()


def test_a_program_that_is_not_there() -> None:
    """A missing program is a MediaError with the cause MISSING and its name."""
    with pytest.raises(MediaError, match="/nowhere/engine is not there") as caught:
        Child(["/nowhere/engine"], name="the engine")
    assert caught.value.cause is Cause.MISSING


def test_a_forgotten_child_ends() -> None:
    """A child nobody holds any more is ended, without a warning."""
    child = running(ECHO)
    pid = child.pid
    del child
    gc.collect()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_module_of_ours_runs_in_a_fresh_interpreter() -> None:
    """``python(module)`` runs its main with this interpreter and search path, isolated from the environment."""
    command = python("segment.voice.espeak.child")
    assert command[0] == sys.executable
    done = subprocess.run(command, input=b"", capture_output=True, check=True, env={"PYTHONHOME": "/nowhere"})
    assert (done.stdout, done.stderr) == (b"", b"")
