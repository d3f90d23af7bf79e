"""The default cover."""

from __future__ import annotations

import json
import struct
import zlib

import numpy as np
import pytest

from segment.library.art.__main__ import TEXTS
from segment.library.art.cover import SIZE, picture
from segment.library.art.png import SIGNATURE, png
from segment.library.places import built_in


def chunks(file: bytes) -> dict[bytes, bytes]:
    """The chunks of a PNG file by name (the last of each), checked; the picture inflated, since packers differ."""
    assert file.startswith(SIGNATURE)
    found, at = {}, len(SIGNATURE)
    while at < len(file):
        length, kind = struct.unpack(">I4s", file[at : at + 8])
        data = file[at + 8 : at + 8 + length]
        assert zlib.crc32(kind + data) == struct.unpack(">I", file[at + 8 + length : at + 12 + length])[0]
        found[kind] = zlib.decompress(data) if kind == b"IDAT" else data
        at += 12 + length
    return found


def test_the_program_draws_what_ships():
    """Drawn again, the cover is the shipped file, byte for byte apart from how it is packed."""
    pixels, palette = picture()
    assert chunks(png(pixels, palette, TEXTS)) == chunks((built_in("art") / "cover.png").read_bytes())


def test_it_is_what_directories_take():
    """Square, 1400 pixels, small enough to stand in every file, and it says that it is free."""
    file = (built_in("art") / "cover.png").read_bytes()
    assert struct.unpack(">II", chunks(file)[b"IHDR"][:8]) == (SIZE, SIZE) == (1400, 1400)
    assert len(file) < 60_000
    assert b"CC0-1.0" in chunks(file)[b"tEXt"]
    assert "SPDX-License-Identifier: CC0-1.0" in (built_in("art") / "LICENCE.txt").read_text(encoding="utf-8")


def test_edges_are_smooth_and_colours_flat():
    """Most of the picture is one of the flat colours; every pixel points into the palette."""
    pixels, palette = picture()
    assert pixels.max() < len(palette) <= 256
    counts = np.bincount(pixels.ravel(), minlength=len(palette))
    assert np.sort(counts)[::-1][:6].sum() > 0.97 * pixels.size
    assert np.count_nonzero(counts) > 30


@pytest.mark.tools
def test_others_can_read_it(tool):
    """ffprobe and exiftool read the picture and find nothing wrong."""
    path = built_in("art") / "cover.png"
    (stream,) = json.loads(tool("ffprobe", "-v", "error", "-of", "json", "-show_streams", path).stdout)["streams"]
    assert (stream["codec_name"], stream["width"], stream["height"], stream["pix_fmt"]) == ("png", 1400, 1400, "pal8")
    (read,) = json.loads(tool("exiftool", "-json", "-validate", "-warning", path).stdout)
    assert "Warning" not in read
