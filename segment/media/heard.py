"""Any sound file, streamed: the whole is never in memory."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import soundfile
from msgspec import Struct

from segment.errors import MediaError
from segment.media import refusal, sound
from segment.media.blocks import blocks

if TYPE_CHECKING:
    from segment.model.sound import Samples

_ENDINGS = frozenset(
    (
        ".wav .wave .bwf .rf64 .w64 .aif .aiff .aifc .caf .au .flac .mp3 .m4a .mp4 .mov .aac .ac3 .opus .ogg .oga .wma .mka .webm"
    ).split()
)
_BEGINNINGS = (b"RIFF", b"RF64", b"FORM", b"fLaC", b"OggS", b"caff", b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf1")


class Heard(Struct, frozen=True, kw_only=True):
    """A file that can be listened to from its start, once."""

    rate: int
    """Hz."""
    channels: int
    blocks: Iterator[Samples]
    """float32 (n, channels), full scale 1.0. Raise MediaError where the file is damaged or breaks off."""


def is_sound(path: Path) -> bool:
    """Whether a file is one of sound, by its name or its first bytes; raises nothing."""
    if path.suffix.lower() in _ENDINGS:
        return True
    try:
        with path.open("rb") as file:
            start = file.read(12)
    except OSError:
        return False
    return start.startswith(_BEGINNINGS) or start[4:8] == b"ftyp"


def listen(path: Path) -> Heard:
    """Opens a WAV, RF64, FLAC, MP3, M4A, Opus or any other file, with as many channels as it has.

    Raises MediaError as :func:`segment.media.sound.read` does.
    """
    try:
        status = path.stat()
    except OSError as error:
        raise refusal.reading(path, error) from error
    if stat.S_ISREG(status.st_mode) and status.st_size == 0:
        raise MediaError(f"{path} cannot be read as sound: the file is empty.")
    try:
        if sound.is_for_soundfile(path):
            info = soundfile.info(path)
            return Heard(rate=int(info.samplerate), channels=int(info.channels), blocks=blocks(path, str(path)))
    except (soundfile.LibsndfileError, TypeError):
        pass  # libav knows more, or at least why not
    except OSError as error:
        raise refusal.reading(path, error) from error
    from segment.media import libav

    try:
        known = libav.known(path)
        return Heard(rate=known.rate, channels=known.channels, blocks=libav.blocks(path))
    except OSError as error:
        raise refusal.reading(path, error) from error
