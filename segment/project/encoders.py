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
    """A constant bit rate MP3, kept in memory until its tag is known: half a megabyte a minute at 128 kbit/s."""

    def __init__(self, kbps: int) -> None:
        self._kbps = kbps
        self.loss_db = mp3.loss_db(kbps)
        self.headroom_db: float | None = mp3_headroom(kbps)
        self.data = b""

    def encode(self, read: ReadPCM, frames: int, rate: int) -> None:
        """Encode the programme."""
        self.data = mp3.encode(read, frames, rate, self._kbps)

    def decode(self) -> Iterator[Samples]:
        """Blocks of the decoded MP3."""
        return mp3.decode(self.data)


class Wav:
    """A 16-bit stereo WAV, streamed to ``path``."""

    loss_db = 0.0
    headroom_db: float | None = None

    def __init__(self, path: Path) -> None:
        self._path = path

    def encode(self, read: ReadPCM, frames: int, rate: int) -> None:
        """Write the programme."""
        wav.write(self._path, read, frames, rate)

    def decode(self) -> Iterator[Samples]:
        """Blocks of the file, read back by libsndfile."""
        return blocks(self._path, str(self._path))
