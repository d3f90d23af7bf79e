"""The Python API, typed as a user would write it: mypy --strict reads the user's program and has nothing to say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
from pathlib import Path

import segment


def friday(page: Path) -> float:
    review: segment.Review = segment.read_review(page)
    names: list[str] = [credit.name for credit in review.credits]
    script: str = segment.write_script(review, slot_s=180.0).text
    try:
        made: segment.Made = segment.make(page, voices={"host": "host"}, takes={"critic": page.with_suffix(".wav")}, out="friday")
    except segment.SegmentError as error:
        print(error.message, error.hint, error.exit_code)
        raise
    again = segment.mix_script("friday/x.script.txt", out=Path("friday"))
    paths: list[str] = [artifact.path for artifact in made.artifacts + again.artifacts]
    print(names, script, paths, [check.ok for check in segment.doctor()], segment.init("show"))
    return made.loudness.integrated_lufs
"""

WRONG = """
import segment

made = segment.make("page.txt", out=3)
length: str = made.duration_s
segment.read_review("x").reviewers
"""


def judged(tmp_path: Path, program: str) -> str:
    """What mypy says of a program."""
    path = tmp_path / "user.py"
    path.write_text(program, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", str(path)]
    return subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False).stdout


@pytest.mark.slow
def test_a_users_program_type_checks(tmp_path: Path) -> None:
    """A program that uses every verb passes mypy --strict without an ignore."""
    assert "Success" in judged(tmp_path, PROGRAM)


@pytest.mark.slow
def test_a_users_mistakes_are_found(tmp_path: Path) -> None:
    """Wrong argument types, wrong result types and unknown fields are errors: the types are real."""
    said = judged(tmp_path, WRONG)
    assert all(code in said for code in ("[arg-type]", "[assignment]", "[attr-defined]")), said
