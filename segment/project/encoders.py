"""The file formats of the two deliverables, each able to read back what it wrote."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from segment.master.headroom import mp3_headroom
from segment.media import mp3, wav
from segment.media.blocks import blocks

if TYPE_CHECKING:
    from segment.media.pcm import ReadPCM
    from segment.model.sound import Samples


class Mp3:
    """A constant bit rate MP3 with its tag before it, written to ``path``."""

    def __init__(self, path: Path, tag: bytes, kbps: int) -> None:
        self.path, self._tag, self._kbps = path, tag, kbps
        self.loss_db = mp3.loss_db(kbps)
        self.headroom_db: float | None = mp3_headroom(kbps)

    def encode(self, read: ReadPCM, frames: int, rate: int) -> None:
        """Encode the programme and write the file."""
        data = mp3.encode(read, frames, rate, self._kbps)
        with self.path.open("wb") as file:
            file.write(self._tag)
            file.write(data)

    def decode(self) -> Iterator[Samples]:
        """Blocks of the file, decoded by libsndfile."""
        return mp3.decode(self.path)


class Wav:
    """A 16-bit stereo WAV, streamed to ``path``."""

    loss_db = 0.0
    headroom_db: float | None = None

    def __init__(self, path: Path) -> None:
        self.path = path

    def encode(self, read: ReadPCM, frames: int, rate: int) -> None:
        """Write the programme."""
        wav.write(self.path, read, frames, rate)

    def decode(self) -> Iterator[Samples]:
        """Blocks of the file, read back by libsndfile."""
        return blocks(self.path, str(self.path))
