"""What every test may ask for: real samples, outside tools, and a clean surrounding."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(autouse=True)
def _own_surroundings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees this user's own templates, voices or shelf."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    for key in list(os.environ):
        if key.startswith("SEGMENT_") and key not in {"SEGMENT_REQUIRE_TOOLS", "SEGMENT_SAMPLES"}:
            monkeypatch.delenv(key)


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of real pages, speech and music, named by SEGMENT_SAMPLES; the test skips without it."""
    folder = os.environ.get("SEGMENT_SAMPLES", "")
    if not folder or not Path(folder).is_dir():
        pytest.skip("SEGMENT_SAMPLES does not name a folder of real samples")
    return Path(folder)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The example, made once by the command for all tests that only look: the folder it stood in, and what ``--json`` printed."""
    folder = tmp_path_factory.mktemp("example")
    page = Path(__file__).resolve().parent.parent / "examples" / "salt-in-the-piano" / "review.page.txt"
    command = [sys.executable, "-m", "segment.cli.main", "make", str(page), "--json"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder, done.stdout


@pytest.fixture
def tool() -> Run:
    """Runs an outside tool and returns what it printed; skips where it is absent, fails under SEGMENT_REQUIRE_TOOLS=1."""

    def run(name: str, *arguments: str | Path, check: bool = True) -> subprocess.CompletedProcess[str]:
        if shutil.which(name) is None:
            if os.environ.get("SEGMENT_REQUIRE_TOOLS") == "1":
                pytest.fail(f"{name} is required and not installed")
            pytest.skip(f"{name} is not installed")
        done = subprocess.run([name, *map(str, arguments)], capture_output=True, text=True, timeout=120, check=False)
        if check:
            assert done.returncode == 0, f"{name} exited {done.returncode}: {done.stderr[-2000:]}"
        return done

    return run
