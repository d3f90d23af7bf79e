"""An MP3 back to sound."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from segment.errors import MediaError
from segment.media import libav, mp3
from tests.media.conftest import made_up, reader


def test_it_comes_in_blocks_of_four_seconds_at_most() -> None:
    """Decoding streams: float32 in stereo, no block longer than four seconds, none empty."""
    pcm = made_up(8 * 44100 + 17)
    blocks = list(mp3.decode(mp3.encode(reader(pcm), len(pcm), 44100, 128)))
    assert [block.shape for block in blocks] == [(4 * 44100, 2)] * 2 + [(17, 2)]
    assert {block.dtype for block in blocks} == {np.dtype(np.float32)}


def test_it_may_be_left_half_way() -> None:
    """A caller that has heard enough leaves without trouble."""
    pcm = made_up(5 * 44100)
    blocks = mp3.decode(mp3.encode(reader(pcm), len(pcm), 44100, 128))
    assert len(next(blocks)) == 4 * 44100
    blocks.close()


@pytest.mark.parametrize("data", [b"", b"no sound at all", bytes(5000)])
def test_what_is_no_mp3_is_a_sentence(data: bytes) -> None:
    """Anything else is refused with a reason."""
    with pytest.raises(MediaError, match=r"^The MP3 cannot be read back: "):
        list(mp3.decode(data))


def test_another_decoder_hears_the_same(tmp_path: Path) -> None:
    """libav and libsndfile decode the file to the same sound within rounding."""
    pcm = made_up(2 * 44100)
    data = mp3.encode(reader(pcm), len(pcm), 44100, 128)
    path = tmp_path / "a.mp3"
    path.write_bytes(data)
    other, _ = libav.read(path)
    ours = np.concatenate(list(mp3.decode(data)))
    assert ours.shape == other.shape
    assert np.abs(ours - other).max() < 1e-5
    assert soundfile.info(path).frames == len(pcm)
