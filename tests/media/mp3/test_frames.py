"""Frames and their main data."""

from __future__ import annotations

from itertools import pairwise

import pytest

from segment.media.mp3 import frames
from segment.media.mp3.lame import Form
from segment.media.mp3.stretch import Stretch
from tests.media.conftest import made_up, reader


@pytest.mark.parametrize(("rate", "kbps", "size"), [(44100, 128, 417), (48000, 128, 384), (32000, 320, 1440), (44100, 64, 208)])
def test_sizes_are_those_of_the_standard(rate: int, kbps: int, size: int) -> None:
    """A frame of 1152 samples holds 144 000 bits a kbit/s over the sampling rate, in whole bytes."""
    assert frames.size(rate, kbps) == size
    header = frames.header(rate, kbps, 0x64)
    assert frames.size_at(header, 0) == size
    assert frames.size_at(header[:3], 0) == 0


@pytest.mark.parametrize("start", [b"ID3\x03", b"\xff\xfa\x90\x64", b"\xff\xfb\xf0\x64", b"\xff\xfb\x9c\x64"])
def test_what_is_no_frame_of_ours_is_refused(start: bytes) -> None:
    """A tag, a frame with a checksum and a forbidden rate are not taken for frames."""
    with pytest.raises(ValueError, match="at byte 0"):
        frames.size_at(start, 0)


@pytest.mark.parametrize(
    "form", [{"kbps": 64}, {"kbps": 128}, {"kbps": 320}, {"kbps": 64, "channels": 1}, {"kbps": 128, "vbr": 4}], ids=str
)
def test_the_main_data_of_all_frames_lies_end_to_end(form: dict[str, int]) -> None:
    """Every frame's main data is found where the reservoir holds it, and none reaches into the next frame's."""
    pcm = made_up(60 * frames.SAMPLES)
    stretch = Stretch(reader(pcm), 0, len(pcm), Form(rate=44100, **form))
    while not stretch.ended:
        stretch.grow(20)
    main, begins = bytearray(), []
    for offset, end in pairwise((*stretch.offsets, len(stretch.stream))):
        main_data_begin = stretch.stream[offset + 4] * 2 + (stretch.stream[offset + 5] >= 128)
        begins.append(len(main) - main_data_begin)
        main += stretch.stream[offset + 4 + frames.SIDE_BYTES[form.get("channels", 2)] : end]
    for index, (begin, limit) in enumerate(pairwise((*begins, len(main)))):
        data, bits = frames.sound(stretch.stream, stretch.offsets, index)
        assert len(data) == (bits + 7) // 8 <= limit - begin
        assert data[: bits // 8] == main[begin : begin + bits // 8]
