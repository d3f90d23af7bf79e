"""Writes the house music: ``python -m segment.library.compose [FOLDER]``, by default over ``library/beds``."""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path

import numpy as np

from segment.library.compose.pieces import intro, outro, sting
from segment.library.compose.render import render
from segment.library.compose.signal import RATE
from segment.library.places import built_in
from segment.media import files
from segment.media.sound import write_flac
from segment.model.sound import Sound


def write(folder: Path) -> None:
    """``intro.flac``, ``outro.flac`` and ``sting.flac`` in ``folder``."""
    for piece in (intro(), outro(), sting()):
        pcm = render(piece)
        sound = Sound(
            samples=pcm.astype(np.float32) / np.float32(32768), rate=RATE, fingerprint=sha256(pcm.tobytes()).hexdigest()
        )
        with files.replace(folder / f"{piece.name}.flac") as path:
            write_flac(path, sound, 16)


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else built_in("beds"))
