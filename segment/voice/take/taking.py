"""A role's lines from a person's recordings: looked through, held against the script, cut, and told about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from segment.dsp.resample import resample
from segment.errors import VoiceError, Where
from segment.model.cleaning import USUAL, Cleaning, CleanUp
from segment.model.finding import Finding
from segment.model.sound import Sound, Spoken
from segment.model.take import Edit, Part
from segment.model.utterance import Utterance
from segment.voice.take.cutting import Cut, cut
from segment.voice.take.matching import Matched, matched
from segment.voice.take.telling import notes, percent, sureness
from segment.voice.takes import Prepared, prepared, without_lines

F32 = NDArray[np.float32]

TOLD_DB: Final = 1.0
"""What was changed less is not told."""
HARDLY_FOUND, HARDLY_SURE = 0.65, 0.5
"""Less of the script, and that less surely, is what another language sounds like."""
LEAST_FOUND: Final = 0.35
"""A recording in which less of the script was found is that of something else."""


class Recording(Struct, frozen=True, kw_only=True, eq=False):
    """All recordings of a role, one after the other, in one channel."""

    samples: F32
    """Mono (frames,), at the rate of the first file: what is cut."""
    rate: int
    heard: F32
    """Mono (frames,) at :data:`segment.voice.takes.HEARD_HZ`, as it was recorded: what is held against the script."""
    parts: tuple[Part, ...]
    cleaned: tuple[CleanUp, ...]
    """What was done to each file."""
    notes: tuple[Finding, ...]
    first: Prepared
    """The first of them, as it is."""

    @property
    def ends(self) -> tuple[float, ...]:
        """Seconds at which one file ends and the next begins."""
        return tuple(part.start_s for part in self.parts[1:])

    @property
    def name(self) -> str:
        """For messages."""
        return ", ".join(part.name for part in self.parts)


def recording(
    role: str, sounds: Sequence[tuple[str, Sound]], utterances: Sequence[Utterance], allowed: Cleaning = USUAL
) -> Recording:
    """The files (name, sound) of one role laid end to end, each cleaned as ``allowed``.

    Later ones are brought to the level and the tone of the first.

    Raises VoiceError as :func:`segment.voice.takes.prepared`, and (USAGE) for a role without lines.
    """
    if not utterances:
        raise without_lines(role, sounds[0][0])
    ready = [prepared(sound, name, allowed) for name, sound in sounds]
    first, at = ready[0], 0
    blocks: list[F32] = []
    heard: list[F32] = []
    parts: list[Part] = []
    matches: list[Finding] = []
    for one in ready:
        samples = resample(one.samples.reshape(-1, 1), one.rate, first.rate)[:, 0]
        if one is not first:
            alike = matched(samples, first.rate, blocks[0], one.heard.speech_dbfs, first.heard.speech_dbfs)
            samples = alike.samples
            matches += _match_note(alike, one.name, first.name)
        blocks.append(samples)
        heard.append(one.ear)
        start, length = at / first.rate, samples.size / first.rate
        parts.append(Part(name=one.name, fingerprint=one.fingerprint, start_s=start, seconds=length))
        at += samples.size
    return Recording(
        samples=np.concatenate(blocks) if len(blocks) > 1 else blocks[0],
        rate=first.rate,
        heard=np.concatenate(heard) if len(heard) > 1 else heard[0],
        parts=tuple(parts),
        cleaned=tuple(one.cleaned for one in ready),
        notes=(*(note for one in ready for note in one.notes), *matches),
        first=first,
    )


def _match_note(alike: Matched, name: str, first: str) -> Iterator[Finding]:
    done = [f"{alike.level_db:+.1f} dB in level"] if abs(alike.level_db) >= TOLD_DB else []
    done += [f"{alike.tone_db:+.1f} dB at {alike.tone_hz:.0f} Hz in tone"] if abs(alike.tone_db) >= TOLD_DB else []
    if done:
        yield Finding(
            code="TK018", level="info", message=f"It was matched to {first}: {', '.join(done)}.", where=Where(file=name)
        )


def lines(made: Recording, edit: Edit, utterances: Sequence[Utterance]) -> tuple[tuple[Spoken, ...], tuple[Finding, ...]]:
    """The lines that were found, and what is to be told.

    Raises VoiceError where too little of the script was found for the recording to be one of it.
    """
    if edit.found < HARDLY_FOUND and (sure := sureness(edit)) < HARDLY_SURE and edit.found >= LEAST_FOUND:
        raise VoiceError(
            f"Only {percent(edit.found)} of the script was found in this recording, and that with {percent(sure)} confidence.",
            where=Where(file=made.name),
            hint="Is it another language, or another script? segment take check says what was found in it.",
        )
    if edit.found < LEAST_FOUND:
        raise VoiceError(
            f"Only {percent(edit.found)} of the script was found in this recording.",
            where=Where(file=made.name),
            hint="Is it the recording of this script? segment take check says what was found in it.",
        )
    result: Cut = cut(utterances, edit, made.samples, made.rate, edit.heard)
    return result.lines, (*made.notes, *notes(edit, made.parts))
