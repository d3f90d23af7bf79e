"""Sound files in and FLAC out.

soundfile reads what it reads best; PyAV, loaded only then, reads MP3, M4A and the rest. (Of an MP3 without a Xing header
libsndfile guesses the length and stops there: measured, at half of a file of variable bit rate.)
"""

from __future__ import annotations

import io
import math
import stat
from pathlib import Path
from typing import Literal

import numpy as np
import soundfile
from numpy.typing import NDArray

from segment.errors import MediaError
from segment.media import files, refusal
from segment.media.downmix import MOST_CHANNELS, stereo
from segment.media.pcm import quantise
from segment.model.sound import Sound
from segment.units import radio_time

_FOR_SOUNDFILE = {b"RIFF", b"RF64", b"FORM", b"fLaC", b"OggS", b"caff"}
"""First four bytes of WAV, its 64-bit kin, AIFF, FLAC, Ogg and CAF."""

_SLACK_BYTES = 16  # some programs count a padding byte that they do not write
_UNKNOWN_SIZE = 0x7FFF0000  # from here on, what programs put down that write to a pipe


def read(path: Path, *, longest_s: float = math.inf) -> Sound:
    """The sound in a WAV, FLAC, MP3, OGG, M4A or any other file: float32 (frames, 1 or 2), read-only, full scale 1.0.

    Surround sound comes in two channels.

    Its fingerprint is the SHA-256 of the file. Raises MediaError: MATERIAL when the file is missing, a folder, empty,
    damaged, no sound or longer than ``longest_s``, MACHINE when it may not be read.
    """
    try:
        status = path.stat()
    except OSError as error:
        raise refusal.reading(path, error) from error
    if stat.S_ISREG(status.st_mode) and status.st_size == 0:
        raise _unreadable(path, "the file is empty")
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
        raise _unreadable(path, "it is not a regular file")
    fingerprint = files.sha256(path)
    try:
        samples, rate = _decoded(path, longest_s)
    except OSError as error:
        raise refusal.reading(path, error) from error
    if not len(samples):
        raise _unreadable(path, "it holds no sound")
    if samples.shape[1] > MOST_CHANNELS:
        raise _unreadable(path, f"it has {samples.shape[1]} channels", hint="Mix it down to mono or stereo first.")
    samples = stereo(samples)
    if not np.isfinite(samples).all():
        raise _unreadable(path, "some of its samples are not numbers")
    samples.setflags(write=False)
    return Sound(samples=samples, rate=rate, fingerprint=fingerprint)


def write_flac(path: Path, sound: Sound, bits: Literal[16, 24]) -> None:
    """Writes ``sound`` as FLAC to ``path`` itself; put ``files.replace`` round it for all or nothing.

    What was quantised to ``bits`` bits before comes back exactly. Raises MediaError (MACHINE) when the disk refuses.
    """
    samples = quantise(sound.samples, bits) << (32 - bits)
    encoded = io.BytesIO()  # straight to a file, libsndfile would hide why the disk refused
    soundfile.write(encoded, samples, sound.rate, format="FLAC", subtype=f"PCM_{bits}")
    try:
        path.write_bytes(encoded.getvalue())
    except OSError as error:
        raise refusal.writing(path, error, needed=encoded.tell()) from error


def _decoded(path: Path, longest_s: float) -> tuple[NDArray[np.float32], int]:
    with path.open("rb") as file:
        known = file.read(4) in _FOR_SOUNDFILE
        file.seek(0)
        if known:
            _check_whole(path)
            try:
                # By its name: a file of Python would be read through callbacks, in which Ctrl-C gets lost.
                with soundfile.SoundFile(path) as sound:
                    if sound.frames > longest_s * sound.samplerate:
                        raise _unreadable(path, f"it is longer than {radio_time(longest_s)}")
                    samples = sound.read(dtype="float32", always_2d=True)
                    if len(samples) < sound.frames:
                        raise _unreadable(path, f"it breaks off at {radio_time(len(samples) / sound.samplerate)}")
                    return np.ascontiguousarray(samples), int(sound.samplerate)
            except (soundfile.LibsndfileError, TypeError):  # TypeError: for a name in .raw it wants to be told the format
                pass  # libav knows more, or at least why not
    from segment.media import libav

    return libav.read(path, longest_s)


def is_for_soundfile(path: Path) -> bool:
    """Whether libsndfile reads such a file. Raises OSError, and MediaError for one that is shorter than its header says."""
    with path.open("rb") as file:
        known = file.read(4) in _FOR_SOUNDFILE
    if known:
        _check_whole(path)
    return known


def _check_whole(path: Path) -> None:
    """A RIFF file shorter than its header says was cut off; libsndfile would read what there is and say nothing."""
    with path.open("rb") as file:
        head = file.read(8)
    promised = int.from_bytes(head[4:], "little")
    missing = promised + len(head) - path.stat().st_size
    if head[:4] == b"RIFF" and promised < _UNKNOWN_SIZE and missing > _SLACK_BYTES:
        raise _unreadable(path, f"it breaks off, {missing:,} bytes short of what its header promises")


def _unreadable(path: Path, why: str, *, hint: str = "") -> MediaError:
    return MediaError(f"{path} cannot be read as sound: {why}.", hint=hint)
