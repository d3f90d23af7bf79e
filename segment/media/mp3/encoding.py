"""A programme to an MP3 file of exactly its length."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Lock

from segment.errors import MediaError
from segment.media.mp3 import lame, plan
from segment.media.mp3.info import info_frame
from segment.media.mp3.join import PRE_ROLL, Apart, join
from segment.media.mp3.stretch import Piece, Stretch
from segment.media.pcm import ReadPCM

_THREADS = 2
_STEP = 152  # frames encoded at a time, about four seconds: threads seldom wait for one another, and Ctrl-C not for long


def encode(read: ReadPCM, frames: int, rate: int, kbps: int, *, channels: int = 2, vbr: int | None = None) -> bytes:
    """Encodes ``frames`` sample frames at ``rate`` Hz as an MP3 with a LAME tag.

    The bit rate is constant, ``kbps``, or LAME's variable one of quality ``vbr`` (0 best, 9 smallest). Of what ``read`` gives,
    the first ``channels`` channels are encoded. Every decoder that honours the tag gives back exactly ``frames`` frames, and the
    same samples as after an encode in one go. The bytes depend on the programme alone. Raises MediaError: USAGE for a rate, bit
    rate or quality MP3 does not have, MATERIAL for a programme of no length.
    """
    form = lame.Form(rate=rate, kbps=kbps, channels=channels, vbr=vbr)
    lame.check(form)
    if frames < 1:
        raise MediaError("There is nothing to encode: the programme is empty.")
    # A variable bit rate has no padding by which two streams could fall into step: it is made in one go.
    starts = plan.starts(frames) if vbr is None else (0,)
    try:
        pieces = _pieces([Stretch(read, start, frames, form) for start in starts])
    except Apart:
        pieces = _pieces([Stretch(read, 0, frames, form)])
    return b"".join((info_frame(pieces, programme=frames, form=form), *(piece.stream for piece in pieces)))


def _pieces(stretches: list[Stretch]) -> tuple[Piece, ...]:
    """Encodes the stretches and says what to use of each. Raises Apart."""
    work = _Work(stretches)
    with ThreadPoolExecutor(_THREADS, "mp3") as pool:
        futures = [pool.submit(work.encode, index) for index in range(len(stretches))]
        try:
            for future in futures:
                future.result()
        except BaseException:  # Ctrl-C included: what has not begun shall not begin
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return work.pieces()


class _Work:
    """Stretches of one programme on their way to one stream. Each is encoded by one thread, and each join made by one."""

    def __init__(self, stretches: list[Stretch]) -> None:
        self._stretches = stretches
        self._lock = Lock()
        self._encoded: set[int] = set()
        self._taken_over = [0] * len(stretches)
        """For each stretch, the frame of the programme from which on it is used."""

    def encode(self, index: int) -> None:
        """Encodes a stretch as far as its own part goes, then makes the joins whose two sides are there by now."""
        stretch = self._stretches[index]
        own = self._stretches[index + 1].start if index + 1 < len(self._stretches) else None
        while not stretch.ended if own is None else stretch.fed < own + PRE_ROLL:
            stretch.grow(_STEP)
        with self._lock:  # whoever comes second to a join finds both sides there, and nobody else does
            self._encoded.add(index)
            joins = [later for later in (index, index + 1) if {later - 1, later} <= self._encoded]
        for later in joins:
            self._taken_over[later] = join(self._stretches[later - 1], self._stretches[later])
            self._stretches[later - 1].rest()

    def pieces(self) -> tuple[Piece, ...]:
        """What to use of each stretch, in order."""
        ends = (*self._taken_over[1:], None)
        return tuple(s.cut(first, last) for s, first, last in zip(self._stretches, self._taken_over, ends, strict=True))
