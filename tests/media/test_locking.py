"""One at a time, also when the one before was killed."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from segment.media.locking import alone

HOLD = """
import sys
from pathlib import Path
from segment.media.locking import alone
with alone(Path(sys.argv[1]), lambda: None):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_the_second_waits_and_a_killed_first_leaves_nothing(tmp_path: Path) -> None:
    """While a process holds the place the next waits and can give up; after kill -9 the place is free at once."""
    lock = tmp_path / "lock"
    first = subprocess.Popen([sys.executable, "-c", HOLD, str(lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert first.stdout is not None
    assert first.stdin is not None
    assert first.stdout.readline() == "held\n"
    waited = []

    def give_up() -> None:
        waited.append(1)
        if len(waited) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), alone(lock, give_up):
        pytest.fail("two held it at once")
    first.send_signal(signal.SIGKILL)
    first.wait()
    first.stdin.close()
    first.stdout.close()
    with alone(lock, lambda: pytest.fail("waited for a dead process")):
        pass


def test_where_no_lock_can_be_the_work_goes_on(tmp_path: Path) -> None:
    """A place that cannot be written, such as read-only media, does not stop the work."""
    with alone(tmp_path / "not there" / "lock", lambda: None):
        pass
