"""Ways in: the ending on request, and scripts from standard input."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import SHORT, Segment

ENDS = """---
title: The Long Way
reviewer: Ann Example
kind: film
---

## The premise

A woman keeps a lighthouse, and nobody has called it for years. One night in winter somebody does, and she answers.

In the end, it turns out that the voice on the radio was her brother all along.

## The skinny

It is a small film with a big sea in it. I would see it again for the light alone.
"""


def test_the_ending_is_told_on_request_only(segment: Segment, tmp_path: Path) -> None:
    """The option that the note on a kept ending names is there, and does it."""
    (tmp_path / "page.md").write_text(ENDS, encoding="utf-8")
    kept = segment("script", "page.md", cwd=tmp_path)
    told = segment("script", "page.md", "--spoilers", cwd=tmp_path)
    assert kept.returncode == told.returncode == 0
    assert "--spoilers" in kept.stderr
    assert "her brother" not in kept.stdout
    assert "her brother" in told.stdout


def test_a_script_from_standard_input(segment: Segment, tmp_path: Path) -> None:
    """A script is mixed as it comes out of a pipe, and kept beside the finished files."""
    done = segment("mix", "-", "-o", "out", cwd=tmp_path, text_in=SHORT)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "short-one.script.txt").read_text(encoding="utf-8") == SHORT
