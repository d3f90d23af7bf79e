"""The voice chain at the head of the mix: what a profile asks to be done to its voice.

It runs here and not where the line is spoken, so that shelved lines stay raw and a change of the equaliser speaks nothing anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

import msgspec

from segment.dsp.biquad import Section, high_pass, high_shelf, low_shelf, peaking
from segment.dsp.cascade import filtered
from segment.dsp.compressor import compressed
from segment.dsp.deesser import deessed
from segment.model.processing import Processing
from segment.model.sound import Sound, Spoken

_NOTHING = Processing()
_DESIGNS = {"bell": peaking, "low_shelf": low_shelf, "high_shelf": high_shelf}
_MADE = "chain 1"
"""Part of a processed line's identity; counts up when the same settings come to sound different."""


def processed(spoken: Spoken, processing: Processing) -> Spoken:
    """The line after its voice chain: as long, its words where they were; the very same where nothing is asked."""
    sound = spoken.sound
    if processing == _NOTHING or not sound.frames:
        return spoken
    samples, rate = sound.samples, sound.rate
    if sections := tuple(_sections(processing, rate)):
        samples = filtered(sections, samples)
    if ess := processing.de_esser:
        samples = deessed(samples, rate, hz=ess.hz, over_db=ess.over_db, deepest_db=ess.deepest_db)
    if press := processing.compressor:
        times = {"attack_s": press.attack_ms / 1000, "release_s": press.release_ms / 1000}
        samples = compressed(samples, rate, over_db=press.over_db, ratio=press.ratio, **times)
    samples.setflags(write=False)
    identity = sha256(f"{_MADE} {sound.fingerprint} ".encode() + msgspec.json.encode(processing)).hexdigest()
    return msgspec.structs.replace(spoken, sound=Sound(samples=samples, rate=rate, fingerprint=identity))


def _sections(processing: Processing, rate: int) -> Iterator[Section]:
    """The linear part. What lies beyond half the sample rate is not there to be shaped."""
    if processing.high_pass_hz is not None:
        yield high_pass(processing.high_pass_hz, rate)
    for band in processing.eq:
        if band.hz < rate / 2:
            yield _DESIGNS[band.kind](band.hz, rate, band.db, band.q)
