"""A worker for engines that run a program once for each sentence: text in, a sound file out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from segment.errors import MediaError, VoiceError
from segment.media.private import private_folder
from segment.media.programs import Programs
from segment.model.utterance import SayWord
from segment.model.voice import VoiceProfile
from segment.voice.engines.foreign_sound import MOST_BYTES, Heard, hear, hear_bytes
from segment.voice.engines.order import Order
from segment.voice.engines.recipe import Said
from segment.voice.engines.spelling import spelt


class ProgramWorker:
    """See :class:`segment.voice.engines.recipe.Worker`."""

    def __init__(self, order: Callable[[str, VoiceProfile, Path], Order]) -> None:
        """``order(text, profile, folder)`` says how a text is spoken; files go into ``folder``, which is removed afterwards."""
        self._order = order
        self._programs = Programs()

    def say(self, words: tuple[SayWord, ...], profile: VoiceProfile) -> Said:
        """Speaks one sentence."""
        text, notes = spelt(words, profile.language)
        try:
            with private_folder() as folder:
                heard, _ = obeyed(self._programs, self._order(text, profile, folder), folder)
        except MediaError as error:
            raise VoiceError(error.message, hint=error.hint, cause=error.cause) from error
        return Said(samples=heard.samples, rate=heard.rate, marks=None, notes=notes, sent=text)

    def close(self) -> None:
        """Ends the program, also while it speaks."""
        self._programs.close()


def obeyed(programs: Programs, order: Order, folder: Path) -> tuple[Heard, bytes]:
    """Runs the program and hears what it made; also what it said on standard output. Raises MediaError or VoiceError."""
    output = programs.run(
        order.command,
        name=order.name,
        timeout_s=order.timeout_s,
        most_bytes=MOST_BYTES,
        stdin=order.stdin,
        folder=order.folder,
        writes=order.writes,
    )
    if order.writes is None:
        return hear_bytes(output, order.name, folder), b""
    return hear(order.writes, order.name), output
