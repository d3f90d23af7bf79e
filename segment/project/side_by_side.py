"""Both deliverables rendered, mastered, encoded and proven: as far as they can be, at the same time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

from segment.media.spool import Spool
from segment.model.sound import Spoken
from segment.project.deliverable import Deliverable
from segment.project.finish import Encoder, Finished, encode, mastered, proven
from segment.steps import Report, Step


def side_by_side(
    podcast: tuple[Deliverable, Mapping[str, Spoken], Encoder],
    air: tuple[Deliverable, Mapping[str, Spoken], Encoder],
    folder: Path,
    rest: Callable[[], None],
    report: Report,
) -> tuple[Finished, Finished]:
    """The podcast comes first; the air file is made while its MP3 is encoded, which needs Python only now and then."""
    stop = Event()

    def make_air(spool: Spool) -> Finished:
        programme = mastered(*air, spool, stop, rest)
        encode(programme, air[0], air[2])
        return proven(programme, air[0], air[2], stop)

    with Spool(folder) as podcast_spool, Spool(folder) as air_spool, ThreadPoolExecutor(max_workers=1) as pool:
        try:
            report(Step(stage="master", message="mixing and measuring", done=0.4))
            programme = mastered(*podcast, podcast_spool, stop, rest)
            beside = pool.submit(make_air, air_spool)
            report(Step(stage="master", message="encoding", done=0.5))
            encode(programme, podcast[0], podcast[2])
            report(Step(stage="master", message="proving", done=0.8))
            return proven(programme, podcast[0], podcast[2], stop), beside.result()
        finally:
            # Where one failed, or Ctrl-C came, the other need not go on.
            stop.set()
