"""Completion as the shells themselves do it, with the script that ``segment completion`` prints."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Segment
from tests.conftest import Run

_ZSH = r"""
zmodload zsh/zpty
zpty -b shell 'PS1="> " zsh -f -i'
zpty -w shell "autoload -U compinit; compinit -u -D; source $1; echo rea''dy"
zpty -r -m shell seen '*ready*'
zpty -w -n shell $'segment make --sl\t'
zpty -r -m shell seen '*--slot*' && print completed
zpty -d shell
"""


@pytest.fixture(autouse=True)
def on_the_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The command by its name, and a home of the test's own."""
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("HOME", str(tmp_path))


@pytest.mark.tools
def test_fish_completes_commands_and_options(tool: Run, segment: Segment, tmp_path: Path) -> None:
    """fish offers what begins as typed, with its help."""
    script = tmp_path / "segment.fish"
    script.write_text(segment("completion", "fish", cwd=tmp_path).stdout, encoding="utf-8")
    offered = tool("fish", "--no-config", "-c", f'source "{script}"; complete -C "segment ma"').stdout.splitlines()
    assert [line.partition("\t")[0] for line in offered] == ["make", "man"]
    assert "Turn a review page" in offered[0]
    offered = tool("fish", "--no-config", "-c", f'source "{script}"; complete -C "segment make --sl"').stdout.splitlines()
    assert [line.partition("\t")[0] for line in offered] == ["--slot"]


@pytest.mark.tools
def test_zsh_completes_an_option(tool: Run, segment: Segment, tmp_path: Path) -> None:
    """In an interactive zsh the tabulator makes ``--slot`` of ``--sl``."""
    script = tmp_path / "segment.zsh"
    script.write_text(segment("completion", "zsh", cwd=tmp_path).stdout, encoding="utf-8")
    driver = tmp_path / "driver.zsh"
    driver.write_text(_ZSH)
    assert "completed" in tool("zsh", "-f", driver, script).stdout
