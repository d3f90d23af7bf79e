"""The default voice: pyttsx3 with a driver of ours over the embedded espeak-ng, in child processes. Needs nothing beyond pip."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

from segment.errors import VoiceError
from segment.model.voice import VoiceProfile
from segment.voice.engines.recipe import Caps, Mistake, Option, Worker

_ASKED = 1
"""Raised whenever we ask espeak-ng in another way, so that the same words sound different."""


class Pyttsx3:
    """See :class:`segment.voice.engines.recipe.Engine`."""

    caps = Caps(word_marks=True, respelling=True, ipa=True, lang=True, stress=True, deterministic=True, offline=True)
    untried = "run on Linux only so far"
    options: tuple[Option, ...] = ()

    def missing(self) -> str:
        """The operating system's own voices (macOS, Windows) would be another driver; today every system gets espeak-ng."""
        packages = {"pyttsx3": "pyttsx3==2.99", "espeakng_loader": "espeakng-loader"}
        absent = [package for module, package in packages.items() if find_spec(module) is None]
        if absent:
            return f"the default voice lacks {' and '.join(absent)}: pip install {' '.join(absent)}"
        import espeakng_loader

        if not Path(espeakng_loader.get_library_path()).is_file():
            return (
                f"the package espeakng-loader holds no espeak-ng library for this system ({sys.platform}), and the voices of the "
                "system itself are not supported yet: pip install --force-reinstall espeakng-loader"
            )
        return ""

    def mistakes(self, profile: VoiceProfile) -> tuple[Mistake, ...]:
        """Voice, variant, rate and pitch against what the embedded espeak-ng has."""
        from segment.voice.espeak.catalogue import installed
        from segment.voice.espeak.limits import mistakes

        return mistakes(profile, installed())

    def identity(self, profile: VoiceProfile) -> str:
        """espeak-ng as the wheel carries it, the same on every system, and what it is asked for."""
        from segment.library.versions import version
        from segment.voice.espeak.catalogue import installed
        from segment.voice.espeak.pace import espeak_rate

        base, variant = installed().split(profile.voice)
        if base is None:
            raise VoiceError(f"There is no voice {profile.voice!r} in espeak-ng.")
        rate = espeak_rate(profile, base)
        library = f"espeakng-loader {version('espeakng-loader')}, asked {_ASKED}"
        return f"{library}: {base.id}+{variant}, rate {rate}, pitch {round(profile.pitch)}"

    def start(self) -> Worker:
        """A child process with the library in it."""
        from segment.voice.espeak.worker import EspeakWorker

        return EspeakWorker()
