"""Puts stand-ins for macOS and Windows where the engines ``say`` and ``system`` look."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.voice.stand_ins.a_program import a_program

HERE = Path(__file__).parent


def mac_with_say(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program ``say`` on the search path, and a system that has one."""
    a_program(folder / "say", f"import sys\nsys.path.insert(0, {str(HERE)!r})\nfrom mac_say import main\nmain()\n")
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr("segment.voice.engines.say.PLATFORM", "darwin")


def mac(monkeypatch: pytest.MonkeyPatch) -> None:
    """pyobjc's modules, over which pyttsx3's own driver for macOS runs."""
    _put("mac", "darwin", monkeypatch)


def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """comtypes and pythoncom, over which pyttsx3's own driver for Windows runs."""
    _put("windows", "win32", monkeypatch)


def _put(folder: str, platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(HERE)
    monkeypatch.syspath_prepend(HERE / folder)
    monkeypatch.setattr("segment.voice.engines.system.PLATFORM", platform)
