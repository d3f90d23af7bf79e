"""Pictures of chapters: found beside the script, once each."""

from __future__ import annotations

from pathlib import Path

import pytest

from segment.errors import Cause, SegmentError
from segment.project.chapter_pictures import pictures
from segment.script import parse

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"


def test_each_picture_is_found_once(tmp_path: Path) -> None:
    """Two chapters may show one picture; the bytes say its ending, not its name; one for air alone is not looked for."""
    (tmp_path / "a.jpg").write_bytes(PNG)
    (tmp_path / "b.png").write_bytes(JPEG)
    script = parse(
        "CHAPTER: One, image a.jpg\nCHAPTER: Two, image b.png\nCHAPTER: Three, image a.jpg\nCHAPTER [air]: Four, image c.png\n"
    ).script
    found = pictures(script, tmp_path)
    assert [(one.name, one.ending, one.data) for one in found] == [
        ("a.jpg", ".chapter-1.png", PNG),
        ("b.png", ".chapter-2.jpg", JPEG),
    ]


@pytest.mark.parametrize(
    ("data", "said", "cause"),
    [
        (None, "no picture “a.png”", Cause.MISSING),
        (b"GIF89a", "neither a JPEG nor a PNG", Cause.MATERIAL),
        (PNG + bytes(2_000_000), "larger than 2.0 MB", Cause.MATERIAL),
    ],
)
def test_what_is_no_picture_is_told(data: bytes | None, said: str, cause: Cause, tmp_path: Path) -> None:
    """One that is missing, of another kind or too large stops the build before anything is spoken."""
    if data is not None:
        (tmp_path / "a.png").write_bytes(data)
    with pytest.raises(SegmentError, match=said) as caught:
        pictures(parse("CHAPTER: One, image a.png\n").script, tmp_path)
    assert caught.value.cause is cause
