"""Pictures in an M4A that change with its chapters."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from segment.errors import MediaError
from segment.library.places import built_in
from segment.media import coded, libav, tagging
from segment.media.mp4_pictures import Still, add, stills
from segment.media.picture import square_jpeg

RATE = 44_100
FRAMES = 3 * RATE


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """Three seconds of sound with two chapters."""
    sound = (0.1 * np.random.default_rng(1).standard_normal((FRAMES, 1))).astype(np.float32)
    chapters = [coded.ChapterAt(title="One", start=0, end=RATE), coded.ChapterAt(title="Two", start=RATE, end=FRAMES)]
    path = tmp_path / "a.m4a"

    def read(start: int, stop: int) -> np.ndarray:
        return sound[start:stop].copy()

    coded.write(path, read, FRAMES, RATE, codec=coded.AAC, kbps=64, channels=1, chapters=chapters, language="eng")
    return path


def test_pictures_are_found_where_the_table_says_and_the_sound_is_untouched(made: Path) -> None:
    """PNG and JPEG come back byte for byte at their frames, also behind a tag; not a sample of the sound changes."""
    before = np.concatenate([*libav.blocks(made)])
    png = (built_in("art") / "cover.png").read_bytes()
    jpeg = square_jpeg(png, "cover", 300)
    shown = [Still(frames=RATE, media_type="image/png", data=png), Still(frames=2 * RATE, media_type="image/jpeg", data=jpeg)]
    add(made, shown, RATE)
    tagging.tag_mp4(made, [("\xa9nam", "x" * 5000)], png, "image/png")
    assert stills(made) == ((0, png), (RATE, jpeg))
    assert np.array_equal(np.concatenate([*libav.blocks(made)]), before)
    language, chapters = coded.found(made)
    assert language == "eng"
    assert [(one.title, one.start) for one in chapters] == [("One", 0), ("Two", 1000)]


def test_a_file_without_such_a_track_has_none(made: Path) -> None:
    """Nothing is made up."""
    assert stills(made) == ()


@pytest.mark.parametrize("data", [b"", b"no file of this kind", b"\0\0\0\x10mdat" + bytes(8)])
def test_what_is_no_such_file_is_told(data: bytes, tmp_path: Path) -> None:
    """A file whose table does not stand before its sound is refused, and left as it is."""
    path = tmp_path / "a.m4a"
    path.write_bytes(data)
    with pytest.raises(MediaError, match="no table"):
        add(path, [Still(frames=1, media_type="image/png", data=b"")], RATE)
    assert path.read_bytes() == data
