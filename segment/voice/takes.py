"""A person's recording, looked through before it is used: freed of rumble, never stretched, never levelled.

Where each of its words falls is found in :mod:`segment.voice.take`; where nothing can find it, one recording stands in the place
of all lines of its role.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from segment import units
from segment.dsp.biquad import high_pass
from segment.dsp.cascade import filtered
from segment.errors import Cause, VoiceError, Where
from segment.model.finding import Finding
from segment.model.sound import Sound, Spoken
from segment.model.utterance import Phrase, Silence, Utterance
from segment.model.voice import WORDS_PER_MINUTE
from segment.voice.line import quantised
from segment.voice.listening import Heard, clipped_samples, listen, one_channel

ROOM_S = 0.15
"""Kept of the room before the first sound and after the last."""
FADE_S = 0.01
HIGH_PASS_HZ = 70.0
SHORTEST_S = 0.5
BITS = 24

LOW_DBFS = -36.0
"""A voice recorded as it should be has its loud syllables around −20."""
NOISY_DB = 20.0
"""Speech over room noise."""
STEADY_DB = 3.0
"""Loud moments this little over the quiet ones are hiss or hum alone, as from a microphone that is switched off."""
TELEPHONE_HZ = 16000
SHORTER, LONGER = 0.6, 1.6
"""Against the script at the house's rate of reading."""


class Prepared(Struct, frozen=True, kw_only=True, eq=False):
    """A recording that can be used: one channel, freed of rumble, as it was heard."""

    name: str
    """Its file's, for messages."""
    samples: NDArray[np.float32]
    """(frames,), as long as the recording."""
    rate: int
    fingerprint: str
    """Of the file."""
    heard: Heard
    notes: tuple[Finding, ...]


def prepared(sound: Sound, name: str) -> Prepared:
    """Looks through the recording ``name``. Raises VoiceError for one that is empty, silent or holds less than half a second of speech."""
    where = Where(file=name)
    if not sound.frames:
        raise VoiceError("This recording holds no sound at all.", where=where)
    if not np.isfinite(sound.samples).all():
        raise VoiceError("This recording is damaged: it holds samples that are not numbers.", where=where)
    mono, channel_note = one_channel(sound.samples)
    clean = _without_rumble(mono, sound.rate)
    heard = listen(clean, sound.rate)
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
    return Prepared(
        name=name,
        samples=clean,
        rate=sound.rate,
        fingerprint=sound.fingerprint,
        heard=heard,
        notes=tuple(_notes(sound, heard, name, channel_note)),
    )


def take(role: str, sound: Sound, name: str, utterances: Sequence[Utterance]) -> tuple[Spoken, tuple[Finding, ...]]:
    """The recording ``name`` as the one spoken line of ``role``, at its own rate, mono, 24 bit, and notes on it.

    ``utterances`` are the lines it replaces, in order. Raises VoiceError as :func:`prepared`, and (cause USAGE) for a role that
    has no lines.
    """
    if not utterances:
        raise without_lines(role, name)
    return whole(role, prepared(sound, name), utterances)


def whole(role: str, recording: Prepared, utterances: Sequence[Utterance]) -> tuple[Spoken, tuple[Finding, ...]]:
    """A recording from its first word to its last as the one spoken line of ``role``, and notes on it."""
    samples = _trimmed(recording.samples, recording.heard, recording.rate)
    spoken = Spoken(
        id=utterances[0].id,
        role=role,
        voice="take",
        sound=quantised(samples.reshape(-1, 1), recording.rate, BITS),
        words=(),
        synthetic=False,
        covers=tuple(utterance.id for utterance in utterances),
    )
    return spoken, (*recording.notes, *_length_note(spoken.sound.seconds, recording.name, utterances))


def without_lines(role: str, name: str) -> VoiceError:
    """For a recording of a role that says nothing in the script."""
    return VoiceError(f"{name} is a recording of {role.upper()}, but the script has no line for that role.", cause=Cause.USAGE)


def _without_rumble(mono: NDArray[np.float32], rate: int) -> NDArray[np.float32]:
    # The offset goes first: a filter that starts from rest would turn it into a thump.
    centred = mono - np.float32(mono.mean(dtype=np.float64))
    return filtered([high_pass(HIGH_PASS_HZ, rate)], centred.reshape(-1, 1))[:, 0]


def _trimmed(samples: NDArray[np.float32], heard: Heard, rate: int) -> NDArray[np.float32]:
    room, fade = units.frames(ROOM_S, rate), units.frames(FADE_S, rate)
    out = samples[max(heard.start - room, 0) : heard.end + room].copy()
    ramp = np.linspace(0.0, 1.0, fade, endpoint=False, dtype=np.float32)
    out[:fade] *= ramp
    out[-fade:] *= ramp[::-1]
    return out


def _notes(
    sound: Sound, heard: Heard, name: str, channel_note: str
) -> Iterator[Finding]:
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


def _length_note(seconds: float, name: str, utterances: Sequence[Utterance]) -> Iterator[Finding]:
    expected = _expected_s(utterances)
    if not SHORTER * expected <= seconds <= LONGER * expected:
        yield Finding(
            code="TK006",
            level="warning",
            message=f"It lasts {units.radio_time(seconds)}; at {WORDS_PER_MINUTE:.0f} words a minute the script's lines "
            f"would last about {units.radio_time(expected)}.",
            hint="Is it the recording of this script?",
            where=Where(file=name),
        )


def _expected_s(utterances: Sequence[Utterance]) -> float:
    pieces = [piece for utterance in utterances for piece in utterance.pieces]
    words = sum(1 for piece in pieces if isinstance(piece, Phrase) for word in piece.words if word.say)
    return words * 60.0 / WORDS_PER_MINUTE + sum(piece.seconds for piece in pieces if isinstance(piece, Silence))
