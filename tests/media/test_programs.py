"""Programs of others, which may do anything."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from segment.errors import Cause, MediaError
from segment.media.programs import Programs

MOST = 1_000_000


def ran(code: str, *, timeout_s: float = 20.0, stdin: bytes = b"", writes: Path | None = None, folder: str = "") -> bytes:
    """Runs a program of Python."""
    return Programs().run(
        [sys.executable, "-c", code],
        name="The program",
        timeout_s=timeout_s,
        most_bytes=MOST,
        stdin=stdin,
        writes=writes,
        folder=folder,
    )


def alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and that nobody has asked for yet does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_what_goes_in_comes_out(tmp_path: Path) -> None:
    """Input and output cross whole, also when both are larger than a pipe, and the program stands in the folder it is given."""
    data = os.urandom(400_000)
    assert ran("import sys; sys.stdout.buffer.write(sys.stdin.buffer.read())", stdin=data) == data
    assert ran("import os; print(os.getcwd())", folder=str(tmp_path)).decode().strip() == str(tmp_path.resolve())


def test_no_shell_is_involved(tmp_path: Path) -> None:
    """Words with a shell's characters arrive as they are."""
    words = ["$(touch x)", "`touch x`", "; touch x", "a b", "*", '"']
    echo = "import sys; print('\\n'.join(sys.argv[1:]))"
    command = [sys.executable, "-c", echo, *words]
    output = Programs().run(command, name="The program", timeout_s=20, most_bytes=MOST, folder=str(tmp_path))
    assert output.decode().splitlines() == words
    assert not list(tmp_path.iterdir())


def test_a_program_may_leave_its_input_unread() -> None:
    """A program that ends without reading all that it is given has not failed."""
    assert ran("print('done')", stdin=bytes(1_000_000)).strip() == b"done"


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("import sys; sys.exit(3)", r"The program failed \(exit code 3\)\."),
        ("import sys; sys.exit('no voice')", r"The program failed \(exit code 1\): no voice\."),
        ("import sys; sys.stderr.write('a\\n\\x1b[31mb\\x07ad\\x1b[0m\\n\\n'); sys.exit(1)", r"\(exit code 1\): b ad\."),
        ("import sys; sys.stderr.write('x' * 9000); sys.exit(1)", r": x{199}…$"),
        ("import os; os.abort()", r"The program failed \(SIGABRT\)"),
        ("import sys\nwhile True: sys.stdout.write('x' * 9999)", r"The program wrote more than 1 MB and was ended\."),
    ],
)
def test_a_failure_is_a_sentence(code: str, message: str) -> None:
    """A bad end is a MediaError with the last line of what the program said, without what steers a terminal."""
    with pytest.raises(MediaError, match=message) as caught:
        ran(code)
    assert caught.value.message.isprintable()


def test_much_noise_on_standard_error_does_no_harm() -> None:
    """A program that talks much beside its work is heard all the same."""
    assert ran("import sys; sys.stderr.write('noise\\n' * 500_000); print('sound')").strip() == b"sound"


def test_a_file_that_grows_too_large_ends_its_program(tmp_path: Path) -> None:
    """The file a program writes is as bounded as its output."""
    code = "import time\nwith open('big', 'wb', 0) as f:\n    while True: f.write(bytes(100_000)); time.sleep(0.001)"
    with pytest.raises(MediaError, match="wrote more than 1 MB and was ended"):
        ran(code, writes=tmp_path / "big", folder=str(tmp_path))
    assert (tmp_path / "big").stat().st_size < 300 * MOST


def test_a_program_that_hangs_is_ended_with_its_children(tmp_path: Path) -> None:
    """After the time limit the program and what it started are gone."""
    code = (
        "import subprocess, sys, time, pathlib\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "pathlib.Path('pid').write_text(str(child.pid)); time.sleep(60)"
    )
    began = time.monotonic()
    with pytest.raises(MediaError, match=r"The program did not finish within 1 s and was ended\."):
        ran(code, timeout_s=1.0, folder=str(tmp_path))
    assert time.monotonic() - began < 8
    assert not _still(int((tmp_path / "pid").read_text()))


def test_what_a_program_leaves_running_does_not_hold_us_up(tmp_path: Path) -> None:
    """A child left behind with the output open neither delays the answer for long nor lives on."""
    code = (
        "import subprocess, sys, pathlib\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "pathlib.Path('pid').write_text(str(child.pid)); print('sound', flush=True)"
    )
    began = time.monotonic()
    assert ran(code, folder=str(tmp_path)).strip() == b"sound"
    assert time.monotonic() - began < 8
    assert not _still(int((tmp_path / "pid").read_text()))


def _still(pid: int) -> bool:
    deadline = time.monotonic() + 3
    while alive(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    return alive(pid)


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM], ids=lambda s: s.name)
def test_a_program_ends_with_us_when_we_are_killed(tmp_path: Path, how: signal.Signals) -> None:
    """After kill −9 of the process that started it a program is gone, and what it started; it need not listen for anything."""
    spins = (
        "import os, pathlib, signal, subprocess, sys, time\n"
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "pathlib.Path('part').write_text(f'{os.getpid()} {child.pid}'); time.sleep(0.3); os.rename('part', 'pids')\n"
        "while True: pass"
    )
    runs = (
        "import sys; from segment.media.programs import Programs\n"
        "Programs().run([sys.executable, '-c', sys.argv[1]], name='It', timeout_s=60, most_bytes=9, folder=sys.argv[2])"
    )
    parent = subprocess.Popen([sys.executable, "-c", runs, spins, str(tmp_path)])
    written = tmp_path / "pids"
    deadline = time.monotonic() + 20
    while not written.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    pids = [int(pid) for pid in written.read_text().split()]
    assert all(map(alive, pids))
    parent.send_signal(how)
    parent.wait()
    assert not [pid for pid in pids if _still(pid)]


def test_a_minder_that_was_killed_is_followed_by_another() -> None:
    """Programs run as before when somebody ends the process that minds them, and it is started anew."""
    programs = Programs()

    def minder_of(programs: Programs) -> int:
        programs.run([sys.executable, "-c", "pass"], name="It", timeout_s=20, most_bytes=MOST)
        minder = programs._minder._process
        assert minder is not None
        return minder.pid

    first = minder_of(programs)
    os.kill(first, signal.SIGTERM)
    programs._minder._process.wait()  # type: ignore[union-attr]
    second = minder_of(programs)
    assert first != second
    assert alive(second)
    del programs  # with nobody left who runs programs, there is nothing to mind
    assert not _still(second)


def test_closing_ends_what_runs() -> None:
    """Another thread can end the program, and then nothing starts any more."""
    programs = Programs()
    threading.Timer(0.5, programs.close).start()
    command = [sys.executable, "-c", "import time; time.sleep(60)"]
    with pytest.raises(MediaError, match="was ended"):
        programs.run(command, name="The program", timeout_s=60, most_bytes=MOST)
    with pytest.raises(MediaError, match="has been ended"):
        programs.run(command, name="The program", timeout_s=60, most_bytes=MOST)
    programs.close()


def test_what_cannot_be_started_is_a_sentence(tmp_path: Path) -> None:
    """A program that is not there, may not be run or has nowhere to stand is a MediaError with the fitting cause."""
    (tmp_path / "plain").write_text("x")
    for command, folder, cause in (
        (["no-such-program"], "", Cause.MISSING),
        ([str(tmp_path / "plain")], "", Cause.MACHINE),
        ([sys.executable], str(tmp_path / "gone"), Cause.MISSING),
        (["a\0b"], "", Cause.MACHINE),
    ):
        with pytest.raises(MediaError, match=r"The program cannot be started: .+\.$") as caught:
            Programs().run(command, name="The program", timeout_s=20, most_bytes=MOST, folder=folder)
        assert caught.value.cause is cause


@pytest.mark.skipif(os.name != "posix", reason="first lines of scripts")
@pytest.mark.parametrize(
    ("first_line", "told"),
    [
        (
            "#!/no/such/shell -e",
            "The program cannot be started: /no/such/shell, which its first line says should run it, is not there.",
        ),
        ("#! /bin/sh\r", "/bin/sh, which its first line says should run it, ended as on Windows by a carriage return, is not"),
    ],
)
def test_a_script_whose_interpreter_is_missing(tmp_path: Path, first_line: str, told: str) -> None:
    """What is said to be missing is what should run the script, not the script, which is there."""
    script = tmp_path / "my-voice"
    script.write_text(f"{first_line}\nexit 0\n", newline="")
    script.chmod(0o755)
    with pytest.raises(MediaError) as caught:
        Programs().run([str(script)], name="The program", timeout_s=20, most_bytes=MOST)
    assert told in caught.value.message
    assert caught.value.cause is Cause.MISSING


@pytest.mark.skipif(os.name != "posix", reason="first lines of scripts")
def test_a_script_that_does_not_say_what_runs_it(tmp_path: Path) -> None:
    """Without a first line of that kind the hint says what to write."""
    script = tmp_path / "my-voice"
    script.write_text("exit 0\n")
    script.chmod(0o755)
    with pytest.raises(MediaError, match=r"it is no program for this system") as caught:
        Programs().run([str(script)], name="The program", timeout_s=20, most_bytes=MOST)
    assert "#!/bin/sh" in caught.value.hint
