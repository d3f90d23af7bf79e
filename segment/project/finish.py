"""From a mixed programme to a finished, proven file: master, encode, then decode, measure and correct."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from segment.errors import MasterError
from segment.master.master import Mastered, Measured, measure
from segment.master.proof import correction, prove
from segment.media import files
from segment.mix.render import render
from segment.model.label import Label
from segment.model.loudness import as_one_channel
from segment.model.master import Mastering, Proof
from segment.model.sound import Spoken
from segment.project.copies import Copy
from segment.project.deliverable import Deliverable
from segment.project.gauge import Followed, Gauge

if TYPE_CHECKING:
    from segment.master.spool import SpoolLike
    from segment.model.sound import Samples

_MOST_PASSES = 4
_BLOCKS_TO_REST = 16


class Finished(Struct, frozen=True, kw_only=True):
    """A proven file."""

    copy: Copy
    mastering: Mastering
    proof: Proof
    sha256: str
    """Of the file, hex."""
    tags: tuple[str, ...] = ()
    """What it says of itself, as it was read back."""


def mixed(
    made: Deliverable,
    spoken: Mapping[str, Spoken],
    channels: int,
    spool: SpoolLike,
    stop: Event,
    rest: Callable[[], None],
    gauge: Gauge,
) -> Measured:
    """The programme, mixed and measured once for all the files that are made of it; it lives as long as the spool.

    ``rest`` is called now and then: what was played by then need not be in memory.
    """
    blocks = render(made.timeline, spoken, made.sounds)
    if channels == 1:
        blocks = (block.mean(axis=1, keepdims=True) for block in blocks)
    return measure(gauge.counted(_resting(_stoppable(blocks, stop), rest)), made.timeline.rate, spool)


def mastered(programme: Measured, copy: Copy) -> Mastered:
    """The programme at a file's target."""
    return programme.mastered(
        copy.target,
        encoder_loss_db=copy.exporter.loss_db(copy.form),
        headroom_db=copy.exporter.headroom_db(copy.form),
    )


def encode(programme: Mastered, copy: Copy, path: Path, label: Label, gauge: Gauge) -> None:
    """The first encode."""
    copy.exporter.encode(path, Followed(programme, gauge), copy.form, label)


def proven(programme: Mastered, copy: Copy, path: Path, label: Label, stop: Event, gauge: Gauge) -> Finished:
    """Hold what was encoded against its target; where it misses, correct and encode again.

    Raises MasterError when the decoded file does not reach its target after a few corrections, PublishError (a bug) where it
    does not say what it was to say.
    """
    target, frames = copy.target, label.timeline.frames
    for passes in range(1, _MOST_PASSES + 1):
        proof = prove(gauge.counted(_stoppable(copy.exporter.decode(path), stop)), label.timeline.rate)
        fix = correction(proof, target)
        if fix is None and proof.frames == frames:
            heard = as_one_channel(proof.loudness) if copy.form.channels == 1 else proof.loudness
            copy.exporter.note(path, heard)
            mastering = replace(programme.mastering, passes=passes)
            tags = copy.exporter.listed(path, label)
            return Finished(copy=copy, mastering=mastering, proof=proof, sha256=files.sha256(path), tags=tags)
        if fix is None or passes == _MOST_PASSES:
            break
        programme = programme.adjusted(fix)
        copy.exporter.encode(path, programme, copy.form, label)
    found, wanted = proof.loudness, target.on_two_channels_lufs
    raise MasterError(
        f"The {copy.name} file measures {found.integrated_lufs:.2f} LUFS and {found.true_peak_dbtp:.2f} dBTP over {proof.frames} "
        f"frames, not {wanted:.1f} LUFS, at most {target.true_peak_dbtp:.1f} dBTP over {frames} frames."
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
