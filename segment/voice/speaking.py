"""Speaks a script's lines with their voices: phrase by phrase in child processes, every phrase checked, lines in order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from types import TracebackType

from segment.errors import Cause, VoiceError
from segment.model.finding import Finding
from segment.model.sound import Spoken
from segment.model.utterance import Silence, Utterance
from segment.model.voice import VoiceProfile
from segment.steps import Report, Step, silent
from segment.voice.attempt import Answer, attempt, certain
from segment.voice.chunks import Chunk, chunks
from segment.voice.embedded import Embedded
from segment.voice.engines import engine
from segment.voice.engines.recipe import Worker
from segment.voice.line import JOINED_S, Stretch, line

AHEAD = 12
"""Lines spoken before they are asked for."""
BITS = 16


class Speaker:
    """Engines at work. Starting one early hides the time their processes need; a context manager that ends them."""

    def __init__(self, casting: Mapping[str, VoiceProfile], *, workers: int | None = None) -> None:
        """Starts the engines of the roles' profiles, by default one worker for each core up to two.

        Raises VoiceError (cause MISSING) for an engine that is unknown or lacks something.
        """
        self.casting: dict[str, VoiceProfile] = {}
        self._count = workers or min(os.cpu_count() or 1, 2)
        self._pool = ThreadPoolExecutor(self._count, thread_name_prefix="speak")
        self._idle: dict[str, SimpleQueue[Worker]] = {}
        self._workers: list[Worker] = []
        try:
            self.include(casting)
        except BaseException:
            self.close()
            raise

    def include(self, casting: Mapping[str, VoiceProfile]) -> None:
        """Casts further roles, or others in their place; starts only engines that do not run yet. Raises as the constructor."""
        self.casting.update(casting)
        for name in sorted({profile.engine for profile in casting.values()} - set(self._idle)):
            found = engine(name)
            self._idle[name] = SimpleQueue()
            for _ in range(self._count):
                worker = found.start()
                self._workers.append(worker)
                self._idle[name].put(worker)

    def __enter__(self) -> Speaker:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Ends the workers at once; lines not yet spoken are dropped."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.close()
        self._pool.shutdown(wait=True)

    def speak(self, utterances: Sequence[Utterance], *, report: Report = silent) -> Speaking:
        """Begins to speak at once; see :class:`Speaking`."""
        return Speaking(self, utterances, report, owned=False)

    def begin(self, utterance: Utterance) -> list[Future[Answer] | float]:
        """Queues a line's phrases. The list holds answers to come and, in seconds, the silences between them."""
        profile = self.casting.get(utterance.role)
        if profile is None:
            raise VoiceError(f"{utterance.id}: no voice is cast for {utterance.role.upper()}.", cause=Cause.MISSING)
        out: list[Future[Answer] | float] = []
        after_phrase = False
        for piece in utterance.pieces:
            if isinstance(piece, Silence):
                out.append(piece.seconds)
                after_phrase = False
                continue
            for chunk in chunks(piece.words):
                if after_phrase:
                    out.append(JOINED_S if chunk.joined else profile.pauses.sentence)
                out.append(self._pool.submit(self._say, chunk, profile, utterance.id))
                after_phrase = bool(chunk.text)
        return out

    def _say(self, chunk: Chunk, profile: VoiceProfile, line_id: str) -> Answer:
        idle = self._idle[profile.engine]
        worker = idle.get()
        try:
            with Embedded(profile) as reference:
                return certain(attempt(worker, chunk, profile, line_id, reference))
        finally:
            idle.put(worker)


class Speaking:
    """Lines being spoken: iterate once for :class:`Spoken` values in order; ``findings`` is complete after the last."""

    def __init__(self, speaker: Speaker, utterances: Sequence[Utterance], report: Report, *, owned: bool) -> None:
        self._speaker = speaker
        self._owned = owned
        self._report = report
        self._total = len(utterances)
        self._rest = deque(utterances)
        self._begun: deque[tuple[Utterance, list[Future[Answer] | float]]] = deque()
        self._findings: list[Finding] = []
        self._lines = self._run()
        self._fill()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Notes on the lines handed out so far."""
        return tuple(self._findings)

    def __iter__(self) -> Iterator[Spoken]:
        return self._lines

    def _fill(self) -> None:
        while self._rest and len(self._begun) < AHEAD:
            utterance = self._rest.popleft()
            self._begun.append((utterance, self._speaker.begin(utterance)))

    def _run(self) -> Iterator[Spoken]:
        try:
            done = 0
            while self._begun:
                utterance, pending = self._begun.popleft()
                self._fill()
                spoken = self._finished(utterance, pending)
                done += 1
                self._report(Step(stage="speak", message=utterance.id, done=done / self._total))
                yield spoken
        finally:
            if self._owned:
                self._speaker.close()

    def _finished(self, utterance: Utterance, pending: list[Future[Answer] | float]) -> Spoken:
        pieces: list[Stretch | float] = []
        for item in pending:
            if isinstance(item, float | int):
                pieces.append(float(item))
                continue
            answer = item.result()
            for note in answer.notes:
                if note not in self._findings:
                    self._findings.append(note)
            for index, piece in enumerate(answer.stretches):
                if index:
                    pieces.append(JOINED_S)
                pieces.append(piece)
        profile = self._speaker.casting[utterance.role]
        return line(utterance, profile.name or profile.voice, pieces, BITS)


def speak(utterances: Sequence[Utterance], casting: Mapping[str, VoiceProfile], *, report: Report = silent) -> Speaking:
    """Speaks the utterances with the voices of their roles.

    Returns an iterable of lines in order (mono, 22050 Hz, 16 bit, word times in frames), and notes through its ``findings``.
    Only roles that speak start an engine. Raises VoiceError: cause MISSING for a voice or engine that is not there, GATE for a
    line that failed its check twice.
    """
    speaking_roles = {utterance.role for utterance in utterances}
    speaker = Speaker({role: profile for role, profile in casting.items() if role in speaking_roles})
    try:
        return Speaking(speaker, utterances, report, owned=True)
    except BaseException:
        speaker.close()
        raise
