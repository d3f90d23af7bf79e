"""The music, stings and clips of one deliverable, measured: what the mix knows of a sound before it plays it."""

from __future__ import annotations

from collections.abc import Mapping

from segment.errors import Cause, MediaError, ScriptError
from segment.mix.energy import Energies, Energy
from segment.mix.music import Music
from segment.model.sound import Sound
from segment.units import SILENCE_DB, rescale
from segment.wording import did_you_mean, quoted

_LOUDEST_MUSIC_S = 3.0
_LOUDEST_STING_S = 1.0
"""A sting is judged by its loudest second: most are hardly longer."""
_MOST_GAIN_DB = 40.0
"""A sound that needs more than this is as good as silent; raising it would only raise its noise."""


class Assets:
    """Sounds by the names cues use."""

    def __init__(self, sounds: Mapping[str, Sound], rate: int, energies: Energies) -> None:
        self._sounds = sounds
        self._energies = energies
        self.rate = rate
        """Of the programme, Hz."""
        self._music: dict[str, Music] = {}

    def sound(self, name: str, cue: str) -> Sound:
        """The sound called ``name``; ``cue`` is the kind of line that names it.

        Raises ScriptError when there is none, MediaError when it is empty.
        """
        if name not in self._sounds:
            known = f"There is: {', '.join(sorted(self._sounds))}." if self._sounds else "There are no sounds at all."
            hint = did_you_mean(name, self._sounds, known)
            raise ScriptError(f"{cue}: there is no sound called {quoted(name)}.", hint=hint, cause=Cause.MISSING)
        sound = self._sounds[name]
        if not sound.frames:
            raise MediaError(f"The sound “{name}” is empty.")
        return sound

    def frames(self, name: str, cue: str) -> int:
        """Its length in programme frames."""
        sound = self.sound(name, cue)
        return rescale(sound.frames, sound.rate, self.rate)

    def energy(self, name: str, first: int = 0, last: int | None = None) -> Energy:
        """Its power over time, of all of it or from source frame ``first`` to ``last``."""
        return self._energies.of(self._sounds[name], first, last)

    def music(self, name: str) -> Music:
        """It as a piece of music, to be fitted to a length."""
        if name not in self._music:
            self._music[name] = Music(self._sounds[name], self.rate)
        return self._music[name]

    def music_gain(self, name: str, lufs: float) -> float:
        """Gain in dB that brings its loudest three seconds to ``lufs``."""
        return gain_to(lufs, self.energy(name).loudest(_LOUDEST_MUSIC_S))

    def sting_gain(self, name: str, lufs: float) -> float:
        """Gain in dB that brings its loudest second to ``lufs``."""
        return gain_to(lufs, self.energy(name).loudest(_LOUDEST_STING_S))


def gain_to(wanted: float, measured: float) -> float:
    """Gain in dB from one loudness to another; nothing is done to silence."""
    if measured <= SILENCE_DB:
        return 0.0
    return min(max(wanted - measured, -_MOST_GAIN_DB), _MOST_GAIN_DB)
