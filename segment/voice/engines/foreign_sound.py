"""The sound of another program or server, looked at before it is believed: one channel at 8 to 48 kHz."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from segment.dsp.resample import resample
from segment.errors import Cause, MediaError, VoiceError
from segment.media import private, sound, streamed
from segment.voice.listening import one_channel
from segment.wording import sentence

MOST_BYTES = 64_000_000
"""Of what an engine may answer: ten minutes of CD sound, for a sentence."""
_LONGEST_S = 600.0
_SLOWEST_HZ, _FASTEST_HZ = 8000, 48000


class Heard(Struct, frozen=True, kw_only=True, eq=False):
    """A sound as an engine hands it on."""

    samples: NDArray[np.float32]
    """Mono, shape (frames,)."""
    rate: int
    """Hz, 8000 to 48000."""


def hear(path: Path, whose: str) -> Heard:
    """The sound in a file that ``whose`` made. Raises VoiceError with a sentence about ``whose`` when it is none, or odd."""
    if not path.is_file() or not path.stat().st_size:
        raise VoiceError(f"{whose} sent no sound.")
    try:
        streamed.mend(path)
        heard = sound.read(path, longest_s=_LONGEST_S)
    except MediaError as error:
        if error.cause is Cause.MACHINE:
            raise VoiceError(error.message, hint=error.hint, cause=error.cause) from error
        # The file's name is ours and tells nobody anything.
        why = error.message.partition(" cannot be read as sound: ")[2] or error.message
        raise VoiceError(sentence(f"{whose} sent no sound that can be read: {why}")) from error
    if heard.rate < _SLOWEST_HZ:
        raise VoiceError(f"{whose} sent sound at {heard.rate} Hz; speech needs at least {_SLOWEST_HZ} Hz.")
    samples, _ = one_channel(heard.samples)
    if heard.rate > _FASTEST_HZ:
        samples = resample(samples.reshape(-1, 1), heard.rate, _FASTEST_HZ)[:, 0]
    return Heard(samples=np.ascontiguousarray(samples), rate=min(heard.rate, _FASTEST_HZ))


def hear_bytes(data: bytes, whose: str, folder: Path) -> Heard:
    """As :func:`hear`, of a file's content; it goes through a file in ``folder``."""
    path = folder / "answer"
    private.fill(path, data)
    return hear(path, whose)
