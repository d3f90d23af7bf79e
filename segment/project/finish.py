"""From a timeline to a finished, proven file: render and master, encode, then decode, measure and correct."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct
from msgspec.structs import replace

from segment.errors import MasterError
from segment.master.master import Mastered, master
from segment.master.proof import correction, prove
from segment.media import files
from segment.mix.render import render
from segment.model.master import Mastering, Proof
from segment.model.sound import Spoken
from segment.project.deliverable import Deliverable

if TYPE_CHECKING:
    from segment.master.spool import SpoolLike
    from segment.media.pcm import ReadPCM
    from segment.model.sound import Samples

_MOST_PASSES = 4
_BLOCKS_TO_REST = 16


class Encoder(Protocol):
    """One file format. ``encode`` makes the file's audio, ``decode`` opens what was made with an independent reader."""

    path: Path
    """Of the file."""
    loss_db: float
    """What the encoder takes from the level, in dB."""
    headroom_db: float | None
    """How far it may lift the true peak, in dB; None for what is usual at that loss."""

    def encode(self, read: ReadPCM, frames: int, rate: int) -> None:
        """Encode a programme of ``frames`` at ``rate`` Hz; a later call replaces an earlier one."""

    def decode(self) -> Iterator[Samples]:
        """Blocks of what ``encode`` made."""


class Finished(Struct, frozen=True, kw_only=True):
    """A proven deliverable."""

    mastering: Mastering
    proof: Proof
    sha256: str
    """Of the file, hex."""


def mastered(
    made: Deliverable,
    spoken: Mapping[str, Spoken],
    encoder: Encoder,
    spool: SpoolLike,
    stop: Event,
    rest: Callable[[], None],
) -> Mastered:
    """The programme at its target, ready to be encoded; it lives as long as the spool.

    ``rest`` is called now and then: what was played by then need not be in memory.
    """
    return master(
        _resting(_stoppable(render(made.timeline, spoken, made.sounds), stop), rest),
        made.timeline.rate,
        made.target,
        spool,
        encoder_loss_db=encoder.loss_db,
        headroom_db=encoder.headroom_db,
    )


def encode(programme: Mastered, made: Deliverable, encoder: Encoder) -> None:
    """The first encode."""
    encoder.encode(programme.read, programme.frames, made.timeline.rate)


def proven(programme: Mastered, made: Deliverable, encoder: Encoder, stop: Event) -> Finished:
    """Hold what was encoded against its target; where it misses, correct and encode again.

    Raises MasterError when the decoded file does not reach its target after a few corrections.
    """
    timeline, target = made.timeline, made.target
    for passes in range(1, _MOST_PASSES + 1):
        proof = prove(_stoppable(encoder.decode(), stop), timeline.rate)
        fix = correction(proof, target)
        if fix is None and proof.frames == timeline.frames:
            mastering = replace(programme.mastering, passes=passes)
            return Finished(mastering=mastering, proof=proof, sha256=files.sha256(encoder.path))
        if fix is None or passes == _MOST_PASSES:
            break
        programme = programme.adjusted(fix)
        encode(programme, made, encoder)
    raise MasterError(
        f"The {timeline.deliverable} file measures {proof.loudness.integrated_lufs:.2f} LUFS and "
        f"{proof.loudness.true_peak_dbtp:.2f} dBTP over {proof.frames} frames, not {target.integrated_lufs:.1f} LUFS, at most "
        f"{target.true_peak_dbtp:.1f} dBTP over {timeline.frames} frames."
    )


def _resting(blocks: Iterator[Samples], rest: Callable[[], None]) -> Iterator[Samples]:
    for number, block in enumerate(blocks):
        if number % _BLOCKS_TO_REST == 0:
            rest()
        yield block


def _stoppable(blocks: Iterator[Samples], stop: Event) -> Iterator[Samples]:
    for block in blocks:
        if stop.is_set():
            raise KeyboardInterrupt
        yield block
