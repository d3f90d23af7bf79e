"""Text files of ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from segment.errors import MediaError
from segment.media import text

LINES = "CRITIC: Amélie “says”\n東京\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_encodings_an_editor_marks_are_read(tmp_path: Path, encoding: str) -> None:
    """UTF-8 with and without its mark, and marked UTF-16, give the same text."""
    (tmp_path / "a.txt").write_bytes(LINES.encode(encoding))
    assert text.read(tmp_path / "a.txt", 1000) == LINES


@pytest.mark.parametrize("data", ["Amélie".encode("cp1252"), b"\xff\xfea"])
def test_another_encoding_is_told_with_what_to_do(tmp_path: Path, data: bytes) -> None:
    """Text that cannot be read for certain is refused with its line, never guessed."""
    (tmp_path / "a.txt").write_bytes(b"one\n" + data if data[0] != 0xFF else data)
    with pytest.raises(MediaError, match="not UTF-8") as caught:
        text.read(tmp_path / "a.txt", 1000)
    assert "UTF-8" in caught.value.hint
