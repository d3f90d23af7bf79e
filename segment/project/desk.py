"""What one build keeps at hand, so that nothing is read, shaped or measured twice."""

from __future__ import annotations

from msgspec.structs import replace

from segment.mix.chain import processed
from segment.model.processing import Processing
from segment.model.sound import Sound, Spoken
from segment.project.music import Crate
from segment.voice import Speaker


class Desk:
    """Voices at work, music that was read, lines that passed their voice chain. For any number of threads."""

    def __init__(self, speaker: Speaker) -> None:
        self.speaker = speaker
        self.crate = Crate()
        self._shaped: dict[tuple[str, Processing], Sound] = {}

    def shaped(self, line: Spoken, processing: Processing) -> Spoken:
        """The line after its voice chain, as :func:`segment.mix.chain.processed`."""
        key = (line.sound.fingerprint, processing)
        sound = self._shaped.get(key)
        if sound is None:
            sound = self._shaped.setdefault(key, processed(line, processing).sound)
        return replace(line, sound=sound)
