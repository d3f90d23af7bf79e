"""A programme to an MP3 file of exactly its length."""

from __future__ import annotations

from segment.media.mp3 import lame
from segment.media.mp3.frames import parse
from segment.media.mp3.info import info_frame
from segment.media.pcm import ReadPCM


def encode(read: ReadPCM, frames: int, rate: int, kbps: int) -> bytes:
    """Encodes ``frames`` frames at ``rate`` Hz as a constant bit rate joint-stereo MP3 with a LAME tag.

    Every decoder that honours the tag gives back exactly ``frames`` frames. Raises MediaError (USAGE) for a rate or bit
    rate MP3 does not have.
    """
    lame.check(rate, kbps)
    audio = lame.stream(read, 0, frames, rate=rate, kbps=kbps)
    return info_frame(audio, parse(audio), programme=frames, rate=rate, kbps=kbps) + bytes(audio)
