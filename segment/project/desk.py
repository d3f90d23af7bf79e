"""What one build keeps at hand, so that nothing is read, shaped or measured twice."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

from msgspec.structs import replace

from segment.errors import MediaError
from segment.library.places import store
from segment.media import remade
from segment.media.aside import Aside
from segment.mix.chain import processed
from segment.model.processing import Processing
from segment.model.project import Project
from segment.model.sound import Sound, Spoken
from segment.model.voice import VoiceProfile
from segment.project.music import Crate
from segment.project.speakers import speaker
from segment.voice import Speaker


class Desk:
    """Voices at work, music that was read, lines that passed their voice chain; a context manager. For any number of threads."""

    def __init__(self, speaker: Speaker, aside: Aside) -> None:
        """Both are closed with the desk."""
        self.speaker = speaker
        self.crate = Crate()
        self.aside = aside
        self._shaped: dict[tuple[str, Processing], Sound] = {}

    def shaped(self, line: Spoken, processing: Processing) -> Spoken:
        """The line after its voice chain (:func:`segment.mix.chain.processed`), measured and laid aside.

        Raises MediaError when the disk is full.
        """
        key = (line.sound.fingerprint, processing)
        sound = self._shaped.get(key)
        if sound is None:
            sound = self._shaped.setdefault(key, self.kept(processed(line, processing).sound))
        return replace(line, sound=sound)

    def kept(self, sound: Sound) -> Sound:
        """The same sound, measured while it is in memory, and then out of it."""
        self.crate.energies.of(sound)
        return self.aside.lay(sound)

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.speaker.close()
        self.aside.close()


def desk(casting: Mapping[str, VoiceProfile], project: Project, *, accept_doubtful: bool = False) -> Desk:
    """The desk of one build, with the voices of a casting at work as the show wants them.

    Raises VoiceError for a voice that is missing, MediaError where no folder takes what is laid aside.
    """
    voices = speaker(casting, project, accept_doubtful=accept_doubtful)
    try:
        return Desk(voices, _aside(project))
    except BaseException:
        voices.close()
        raise


def _aside(project: Project) -> Aside:
    """In the build store, which lies on a disk; where nothing may be kept there, among the system's temporary files."""
    if project.shelf.megabytes:
        try:
            remade.folder(store(project.root))
            return Aside(store(project.root))
        except (OSError, MediaError):
            pass
    return Aside(Path(tempfile.gettempdir()))
