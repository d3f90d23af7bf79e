"""A person's recording, looked through before it is used: cleaned of what it needs, never stretched, never levelled.

Where each of its words falls is found in :mod:`segment.voice.take`.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from segment.dsp.biquad import high_pass
from segment.dsp.cascade import filtered
from segment.dsp.resample import resample
from segment.errors import Cause, VoiceError, Where
from segment.model.cleaning import USUAL, Cleaning, CleanUp
from segment.model.finding import Finding
from segment.model.sound import Sound
from segment.voice.cleaning.applying import cleaned
from segment.voice.cleaning.telling import told_of
from segment.voice.listening import Heard, clipped_samples, listen, one_channel

HEARD_HZ = 16000
"""The rate at which a recording is held against its script."""
HIGH_PASS_HZ = 70.0
"""For those who listen: no word is lower."""
SHORTEST_S = 0.5

LOW_DBFS = -36.0
"""A voice recorded as it should be has its loud syllables around −20."""
NOISY_DB = 20.0
"""Speech over room noise."""
STEADY_DB = 3.0
"""Loud moments this little over the quiet ones are hiss or hum alone, as from a microphone that is switched off."""
TELEPHONE_HZ = 16000


class Prepared(Struct, frozen=True, kw_only=True, eq=False):
    """A recording that can be used: one channel, cleaned, as it was heard."""

    name: str
    """Its file's, for messages."""
    samples: NDArray[np.float32]
    """(frames,), as long as the recording: what is cut."""
    rate: int
    ear: NDArray[np.float32]
    """(frames,) at :data:`HEARD_HZ`, as recorded but for rumble: whatever is cleaned, the words are found where they were."""
    fingerprint: str
    """Of the file."""
    heard: Heard
    """As recorded, in frames at :data:`HEARD_HZ`."""
    cleaned: CleanUp
    notes: tuple[Finding, ...]


def prepared(sound: Sound, name: str, allowed: Cleaning = USUAL) -> Prepared:
    """Looks through the recording ``name``, and takes out what it needs of what is ``allowed``.

    Raises VoiceError for one that is empty, silent or holds less than half a second of speech.
    """
    where = Where(file=name)
    if not sound.frames:
        raise VoiceError("This recording holds no sound at all.", where=where)
    if not np.isfinite(sound.samples).all():
        raise VoiceError("This recording is damaged: it holds samples that are not numbers.", where=where)
    mono, channel_note = one_channel(sound.samples)
    ear = _for_the_ear(mono, sound.rate)
    heard = listen(ear, HEARD_HZ)
    if heard is None:
        raise VoiceError("This recording is silent.", where=where, hint="Was the right track or input recorded?")
    if heard.speech_dbfs - heard.noise_dbfs < STEADY_DB:
        raise VoiceError(
            "This recording holds only a steady noise: no speech stands out of it.",
            where=where,
            hint="Was the right track or input recorded?",
        )
    if heard.speech_s < SHORTEST_S:
        raise VoiceError(f"This recording holds only {heard.speech_s:.1f} s of speech.", where=where)
    samples, plan = cleaned(mono, sound.rate, allowed)
    return Prepared(
        name=name,
        samples=samples,
        rate=sound.rate,
        ear=ear,
        fingerprint=sound.fingerprint,
        heard=heard,
        cleaned=plan,
        notes=(*_notes(sound, heard, name, channel_note), *_done(plan, name)),
    )


def without_lines(role: str, name: str) -> VoiceError:
    """For a recording of a role that says nothing in the script."""
    return VoiceError(f"{name} is a recording of {role.upper()}, but the script has no line for that role.", cause=Cause.USAGE)


def _for_the_ear(mono: NDArray[np.float32], rate: int) -> NDArray[np.float32]:
    # The offset goes first: a filter that starts from rest would turn it into a thump.
    centred = mono - np.float32(mono.mean(dtype=np.float64))
    return filtered([high_pass(HIGH_PASS_HZ, HEARD_HZ)], resample(centred.reshape(-1, 1), rate, HEARD_HZ))[:, 0]


def _done(plan: CleanUp, name: str) -> Iterator[Finding]:
    if told := told_of(plan):
        yield Finding(
            code="TK020",
            level="info",
            message=f"It was cleaned: {'; '.join(told)}.",
            hint="The table [take] of the reader's voice profile says what may be done.",
            where=Where(file=name),
        )


def _notes(sound: Sound, heard: Heard, name: str, channel_note: str) -> Iterator[Finding]:
    def note(code: str, message: str, hint: str = "") -> Finding:
        return Finding(code=code, level="warning", message=message, hint=hint, where=Where(file=name))

    if channel_note:
        yield note("TK001", channel_note)
    if heard.speech_dbfs < LOW_DBFS:
        yield note(
            "TK002",
            f"The speech is very low, {heard.speech_dbfs:.0f} dBFS.",
            "Its noise comes up with it; record nearer or louder.",
        )
    if clipped := clipped_samples(sound.samples):
        yield note("TK003", f"{clipped} samples are clipped.", "Record it again with less gain.")
    if heard.speech_dbfs - heard.noise_dbfs < NOISY_DB:
        yield note("TK004", f"The speech is only {heard.speech_dbfs - heard.noise_dbfs:.0f} dB over the noise.")
    if sound.rate < TELEPHONE_HZ:
        yield note("TK005", f"It was recorded at {sound.rate} Hz, which sounds like a telephone.")
