"""Whole-process figures: wall, processor and memory of commands, run in turn so that a machine's moods hit them alike."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Runs:
    """What was measured of one command."""

    wall: list[float] = field(default_factory=list)
    """Seconds."""
    cpu: list[float] = field(default_factory=list)
    """Seconds of user and system time, children included."""
    rss: list[float] = field(default_factory=list)
    """Megabytes of the largest single process."""

    def row(self) -> tuple[float, float, float]:
        """Medians of wall, processor and memory."""
        return statistics.median(self.wall), statistics.median(self.cpu), statistics.median(self.rss)


def installed() -> dict[str, str]:
    """The environment in which modules are kept compiled, as pip keeps those it installs, whatever the caller's own says."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def once(command: Sequence[str], log: Path) -> tuple[float, float, float]:
    """Run a command; wall and processor seconds, and megabytes. Raises SystemExit with the log when it fails."""
    with log.open("wb") as output:
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, env=installed())
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)} failed:\n{log.read_text(errors='replace')[-2000:]}")
    kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return wall, usage.ru_utime + usage.ru_stime, kilobytes / 1024


def in_turn(commands: Mapping[str, Sequence[str]], rounds: int, log: Path) -> dict[str, Runs]:
    """Every command once a round, after one round that does not count."""
    measured = {name: Runs() for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            wall, cpu, rss = once(command, log)
            if number:
                measured[name].wall.append(wall)
                measured[name].cpu.append(cpu)
                measured[name].rss.append(rss)
            print(f"round {number} of {rounds}  {name}: {wall:.2f} s", file=sys.stderr)
    return measured
