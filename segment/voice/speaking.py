"""Speaks a script's lines with their voices: phrase by phrase in child processes, every phrase checked, lines in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType

from msgspec.structs import replace

from segment.errors import Cause, VoiceError
from segment.media.processes import processors
from segment.model.finding import Finding
from segment.model.sound import Spoken
from segment.model.utterance import Silence, Utterance
from segment.model.voice import VoiceProfile
from segment.steps import Report, Step, silent
from segment.voice.answer import Answer, certain
from segment.voice.chunks import Chunk, chunks
from segment.voice.commas import with_pauses
from segment.voice.crew import Crew
from segment.voice.known import KnownVoice
from segment.voice.line import JOINED_S, Stretch, line, settled
from segment.voice.shelf.key import key
from segment.voice.shelf.shelf import Shelf

AHEAD = 12
"""Lines spoken before they are asked for."""
MOST_WORKERS = 2
"""Of an engine, unless more are asked for."""


class Speaker:
    """Voices at work, and the shelf of what they said before; a context manager that ends them.

    An engine starts when the first sentence is asked for that the shelf does not have, or ahead of that by :meth:`warm`.
    """

    def __init__(
        self,
        casting: Mapping[str, VoiceProfile],
        *,
        shelf: Shelf | None = None,
        judge: Callable[[Answer], Answer] = certain,
        workers: int | None = None,
    ) -> None:
        """``judge`` says what becomes of a sentence that failed its check twice: see :mod:`segment.voice.attempt`.

        ``workers`` of each engine, by default one for each processor up to two. Raises VoiceError as :meth:`include`.
        """
        self.casting: dict[str, VoiceProfile] = {}
        self.shelf = shelf
        self.judge = judge
        self._known = KnownVoice()
        self._crew = Crew(workers or min(processors(), MOST_WORKERS))
        self._pool = ThreadPoolExecutor(self._crew.size, thread_name_prefix="speak")
        self.include(casting)

    def include(self, casting: Mapping[str, VoiceProfile]) -> None:
        """Casts further roles, or others in their place.

        Raises VoiceError (cause MISSING) for an engine that is unknown or lacks something.
        """
        for profile in casting.values():
            self._crew.hire(profile.engine)
        self.casting.update(casting)

    def warm(self) -> None:
        """Starts the engines now, beside whatever comes next: their processes need a moment.

        Where there is a shelf with something on it, none is started ahead: perhaps all is there.
        """
        if self.shelf and self.shelf.begun:
            return
        for name in sorted({profile.engine for profile in self.casting.values()}):
            for _ in range(self._crew.size):
                self._pool.submit(self._crew.start, name)

    def __enter__(self) -> Speaker:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Ends the voices at once; lines not yet spoken are dropped."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._crew.close()
        self._known.close()
        self._pool.shutdown(wait=True)
        if self.shelf:
            self.shelf.settle()

    def settle(self) -> None:
        """Holds the shelf to its size, beside whatever comes next."""
        if self.shelf:
            self._pool.submit(self.shelf.settle)

    def speak(self, utterances: Sequence[Utterance], *, report: Report = silent, pauses: float = 1.0) -> Speaking:
        """Begins to speak at once; see :class:`Speaking`. ``pauses`` scales the profiles' pauses between sentences and lines."""
        return Speaking(self, utterances, report, owned=False, pauses=pauses)

    def begin(self, utterance: Utterance, pauses: float = 1.0) -> list[Future[Answer] | float]:
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
                    out.append(JOINED_S if chunk.joined else profile.pauses.sentence * pauses)
                out.append(self._pool.submit(self._say, chunk, profile))
                after_phrase = bool(chunk.text)
        return out

    def bits(self, profile: VoiceProfile) -> int:
        """Of the samples kept of a voice."""
        return self._crew.engine(profile.engine).caps.bits

    def _say(self, chunk: Chunk, profile: VoiceProfile) -> Answer:
        engine = self._crew.engine(profile.engine)
        kept_as = key(chunk.words, profile.engine, self._crew.identity(profile)) if self.shelf and chunk.text else ""
        if self.shelf and kept_as and (kept := self.shelf.take(kept_as, chunk.words)):
            return kept
        # The gate and all it compares with are not loaded for what the shelf has.
        from segment.voice.attempt import attempt

        with self._crew.worker(profile.engine) as worker:
            fresh = attempt(worker, chunk, profile, self._known.like(profile))
        spoken = replace(fresh, stretches=settled(fresh.stretches, engine.caps.bits))
        if self.shelf and kept_as and not spoken.doubt:
            self.shelf.put(kept_as, spoken, engine.caps.bits)
        return spoken


class Speaking:
    """Lines being spoken: iterate once for :class:`Spoken` values in order; ``findings`` is complete after the last."""

    def __init__(
        self, speaker: Speaker, utterances: Sequence[Utterance], report: Report, *, owned: bool, pauses: float = 1.0
    ) -> None:
        self._speaker = speaker
        self._pauses = pauses
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
        shelf = self._speaker.shelf
        return (*self._findings, *(shelf.findings() if shelf else ()))

    def __iter__(self) -> Iterator[Spoken]:
        return self._lines

    def _fill(self) -> None:
        while self._rest and len(self._begun) < AHEAD:
            utterance = self._rest.popleft()
            self._begun.append((utterance, self._speaker.begin(utterance, self._pauses)))

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
            self._speaker.settle()
        finally:
            if self._owned:
                self._speaker.close()

    def _judged(self, answer: Answer, line_id: str) -> Answer:
        """The answer as it may be used, its notes noted with the line they are about."""
        try:
            judged = self._speaker.judge(answer)
        except VoiceError as error:
            raise VoiceError(f"{line_id}: {error.message}", hint=error.hint, cause=error.cause) from error
        for note in judged.notes:
            named = replace(note, message=f"{line_id}: {note.message}")
            if named not in self._findings:
                self._findings.append(named)
        return judged

    def _finished(self, utterance: Utterance, pending: list[Future[Answer] | float]) -> Spoken:
        profile = self._speaker.casting[utterance.role]
        pieces: list[Stretch | float] = []
        for item in pending:
            if isinstance(item, float | int):
                pieces.append(float(item))
                continue
            answer = self._judged(item.result(), utterance.id)
            for index, piece in enumerate(answer.stretches):
                if index:
                    pieces.append(JOINED_S)
                pieces.append(with_pauses(piece, profile.pauses.comma))
        spoken = line(utterance, profile.name or profile.voice, pieces, self._speaker.bits(profile))
        rest = profile.pauses.paragraph
        return replace(spoken, trim_db=profile.trim_db, rest_s=None if rest is None else rest * self._pauses)


def speak(
    utterances: Sequence[Utterance],
    casting: Mapping[str, VoiceProfile],
    *,
    shelf: Shelf | None = None,
    report: Report = silent,
) -> Speaking:
    """Speaks the utterances with the voices of their roles, or takes from the ``shelf`` what was spoken before.

    Returns an iterable of lines in order (mono, the engine's rate, word times in frames), and notes through its ``findings``.
    Only roles that speak start an engine. Raises VoiceError: cause MISSING for a voice or engine that is not there, GATE for a
    line that failed its check twice.
    """
    speaking_roles = {utterance.role for utterance in utterances}
    speaker = Speaker({role: profile for role, profile in casting.items() if role in speaking_roles}, shelf=shelf)
    try:
        return Speaking(speaker, utterances, report, owned=True)
    except BaseException:
        speaker.close()
        raise
