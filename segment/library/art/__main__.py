"""Writes the default cover: ``python -m segment.library.art [FOLDER]``, by default over ``library/art/cover.png``."""

from __future__ import annotations

import sys
from pathlib import Path

from segment.library.art.cover import picture
from segment.library.art.png import png
from segment.library.places import built_in
from segment.media import files

TEXTS = {"Title": "Radio waves and a tuning scale", "Author": "radio-segment", "Copyright": "CC0-1.0, no rights reserved"}


def write(folder: Path) -> None:
    """``cover.png`` in ``folder``."""
    pixels, palette = picture()
    with files.replace(folder / "cover.png") as path:
        path.write_bytes(png(pixels, palette, TEXTS))


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else built_in("art"))
