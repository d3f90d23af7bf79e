"""festival, the speech system of the University of Edinburgh, as Debian packages it, with its word times."""

from __future__ import annotations

import shutil

from segment.errors import MediaError, VoiceError
from segment.model.voice import VoiceProfile
from segment.voice.engines import asked
from segment.voice.engines.pace import pitch_mistakes, rate_mistakes
from segment.voice.engines.recipe import Caps, Mistake, Option, Worker
from segment.wording import did_you_mean

_ASKED = 1
"""Raised whenever we ask festival in another way, so that the same words sound different."""


class Festival:
    """See :class:`segment.voice.engines.recipe.Engine`."""

    caps = Caps(word_marks=True, respelling=True, ipa=True, lang=False, stress=False, deterministic=True, offline=True)
    untried = ""
    options: tuple[Option, ...] = (
        Option(key="timeout_s", type=float, low=0.1, high=600.0, help="Seconds it may take for a sentence; 60 without it."),
    )

    def missing(self) -> str:
        """The program; its voices are packages of their own."""
        if shutil.which("festival"):
            return ""
        return "the engine festival lacks its program and a voice: sudo apt install festival festvox-kallpc16k"

    def mistakes(self, profile: VoiceProfile) -> tuple[Mistake, ...]:
        """An unknown voice, a rate its voice cannot be brought to, a pitch where the voice has none to change."""
        from segment.voice.engines.festival_voices import STRETCHES, described, installed

        try:
            known = tuple(installed().folders)
            if profile.voice not in known:
                hint = did_you_mean(profile.voice, known)
                allowed = f"a voice of festival: {', '.join(known) or 'none is installed'}"
                found = (Mistake(key="voice", found=repr(profile.voice), allowed=allowed, hint=hint),)
                return (*found, *pitch_mistakes(profile, reaches=True, why=""))
            voice = described(profile.voice)
        except MediaError as error:
            return (Mistake(key="voice", found=repr(profile.voice), allowed=f"a voice festival can load. {error.message}"),)
        pitch = pitch_mistakes(profile, reaches=voice.has_pitch, why="since voices of this kind have no pitch to change")
        slowest, fastest = (voice.pace / stretch for stretch in reversed(STRETCHES))
        return (*rate_mistakes(profile, round(slowest), round(0.8 * fastest)), *pitch)

    def identity(self, profile: VoiceProfile) -> str:
        """festival's version, and its voice by the names and sizes of its files."""
        from segment.voice.engines.festival_voices import digest, installed

        try:
            there = installed()
        except MediaError as error:
            raise VoiceError(error.message, cause=error.cause) from error
        voice = f"{profile.voice} {digest(there.folders.get(profile.voice, ''))}"
        return f"festival {there.version}, asked {_ASKED}: {voice}, {asked.manner(profile)}"

    def start(self) -> Worker:
        """Nothing runs between sentences: only a fresh festival gives the same samples again."""
        from segment.voice.engines.festival_worker import FestivalWorker

        return FestivalWorker()
