"""Sound files in and FLAC out. soundfile reads what libsndfile knows; PyAV, loaded only then, reads the rest (M4A, Opus, …)."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import numpy as np
import soundfile
from numpy.typing import NDArray

from segment.errors import MediaError
from segment.media import files, refusal
from segment.media.pcm import quantise
from segment.model.sound import Sound

_MOST_CHANNELS = 2


def read(path: Path) -> Sound:
    """The sound in a WAV, FLAC, MP3, OGG, M4A or any other file: float32 (frames, 1 or 2), read-only, full scale 1.0.

    Its fingerprint is the SHA-256 of the file. Raises MediaError: MATERIAL when the file is missing, a folder, empty,
    damaged or no sound, MACHINE when it may not be read.
    """
    fingerprint = files.sha256(path)
    try:
        if path.stat().st_size == 0:
            raise _unreadable(path, "the file is empty")
        samples, rate = _decoded(path)
    except OSError as error:
        raise refusal.reading(path, error) from error
    if not len(samples):
        raise _unreadable(path, "it holds no sound")
    if samples.shape[1] > _MOST_CHANNELS:
        raise _unreadable(path, f"it has {samples.shape[1]} channels", hint="Mix it down to mono or stereo first.")
    if not np.isfinite(samples).all():
        raise _unreadable(path, "some of its samples are not numbers")
    samples.setflags(write=False)
    return Sound(samples=samples, rate=rate, fingerprint=fingerprint)


def write_flac(path: Path, sound: Sound, bits: Literal[16, 24]) -> None:
    """Writes ``sound`` as FLAC to ``path`` itself; put ``files.replace`` round it for all or nothing.

    What was quantised to ``bits`` bits before comes back exactly. Raises MediaError (MACHINE) when the disk refuses.
    """
    samples = quantise(sound.samples, bits) << (32 - bits)
    try:
        with (
            path.open("wb") as file,
            soundfile.SoundFile(file, "w", sound.rate, sound.samples.shape[1], format="FLAC", subtype=f"PCM_{bits}") as flac,
        ):
            flac.write(samples)
    except OSError as error:
        raise refusal.writing(path, error) from error


def _decoded(path: Path) -> tuple[NDArray[np.float32], int]:
    try:
        with path.open("rb") as file, soundfile.SoundFile(file) as sound:
            samples = sound.read(dtype="float32", always_2d=True)
            if len(samples) < sound.frames:
                raise _unreadable(path, f"it breaks off at {len(samples) / sound.samplerate:.1f} s")
            return np.ascontiguousarray(samples), int(sound.samplerate)
    except (soundfile.LibsndfileError, TypeError):  # TypeError: a .raw file, whose format nobody can know
        from segment.media import libav

        return libav.read(path)


def _unreadable(path: Path, why: str, *, hint: str = "") -> MediaError:
    return MediaError(f"{path} cannot be read as sound: {why}.", hint=hint)
