"""From a timeline to a finished, proven file: render, master, encode, decode, measure, correct."""

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
from segment.media.spool import Spool
from segment.mix.render import render
from segment.model.master import Mastering, Proof
from segment.model.sound import Spoken
from segment.project.deliverable import Deliverable

if TYPE_CHECKING:
    from segment.media.pcm import ReadPCM
    from segment.model.sound import Samples

_MOST_PASSES = 4


class Encoder(Protocol):
    """One file format. ``encode`` makes the file's audio, ``decode`` opens what was made with an independent reader."""

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


def _stoppable(blocks: Iterator[Samples], stop: Event) -> Iterator[Samples]:
    for block in blocks:
        if stop.is_set():
            raise KeyboardInterrupt
        yield block


def finish(
    made: Deliverable,
    spoken: Mapping[str, Spoken],
    *,
    encoder: Encoder,
    folder: Path,
    stop: Event,
    report: Callable[[str, float], None],
) -> Finished:
    """Make the file and prove it.

    Raises MasterError when the decoded file does not reach its target after a few corrections.
    """
    timeline, target = made.timeline, made.target
    with Spool(folder) as spool:
        blocks = _stoppable(render(timeline, spoken, made.sounds), stop)
        mastered: Mastered = master(
            blocks, timeline.rate, target, spool, encoder_loss_db=encoder.loss_db, headroom_db=encoder.headroom_db
        )
        report("encoding", 0.4)
        for passes in range(1, _MOST_PASSES + 1):
            encoder.encode(mastered.read, mastered.frames, timeline.rate)
            report("proving", 0.8)
            proof = prove(_stoppable(encoder.decode(), stop), timeline.rate)
            fix = correction(proof, target)
            if fix is None and proof.frames == timeline.frames:
                return Finished(mastering=replace(mastered.mastering, passes=passes), proof=proof)
            if fix is None:
                break
            mastered = mastered.adjusted(fix)
    raise MasterError(
        f"the {timeline.deliverable} file measures {proof.loudness.integrated_lufs:.2f} LUFS and "
        f"{proof.loudness.true_peak_dbtp:.2f} dBTP over {proof.frames} frames, not {target.integrated_lufs:.1f} LUFS, at most "
        f"{target.true_peak_dbtp:.1f} dBTP over {timeline.frames} frames"
    )
