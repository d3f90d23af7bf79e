"""Sound to and from pydub, for scripts people already have. 16-bit material survives the round trip exactly."""

from __future__ import annotations

import hashlib
import warnings
from importlib import import_module
from typing import TYPE_CHECKING

import numpy as np

from segment.errors import Cause, MediaError
from segment.media.pcm import quantise
from segment.model.sound import Sound

if TYPE_CHECKING:
    from types import ModuleType

    from pydub import AudioSegment


def to_audiosegment(sound: Sound) -> AudioSegment:
    """A pydub AudioSegment of 16 bits with the sound's rate and channels; samples are rounded and clipped.

    Raises MediaError (MISSING) where pydub is not installed.
    """
    return _pydub().AudioSegment(
        data=quantise(sound.samples, 16).astype("<i2").tobytes(),
        sample_width=2,
        frame_rate=sound.rate,
        channels=sound.samples.shape[1],
    )


def from_audiosegment(segment: AudioSegment) -> Sound:
    """The samples of a pydub AudioSegment of 8, 16, 24 or 32 bits, float32 (frames, channels), full scale 1.0."""
    integers = np.asarray(segment.get_array_of_samples())
    full_scale = float(1 << (8 * segment.sample_width - 1))
    samples = (integers.reshape(-1, segment.channels) / full_scale).astype(np.float32)
    samples.setflags(write=False)
    fingerprint = hashlib.sha256(samples.tobytes()).hexdigest()
    return Sound(samples=samples, rate=segment.frame_rate, fingerprint=fingerprint)


def _pydub() -> ModuleType:
    # Importing it warns of a missing ffmpeg, of audioop going away and of its own escapes: nothing to an exchange in memory.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return import_module("pydub")
        except ImportError as error:
            raise MediaError(
                "Pydub is not installed.",
                hint="Install it with: pip install pydub \"audioop-lts; python_version >= '3.13'\"",
                cause=Cause.MISSING,
            ) from error
