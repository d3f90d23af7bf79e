"""macOS's own voices through its program ``say``. Written from its manual, and run so far only against a stand-in for it."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

from segment.errors import MediaError
from segment.model.voice import VoiceProfile
from segment.voice.engines import asked
from segment.voice.engines.order import Order
from segment.voice.engines.pace import pitch_mistakes, rate_mistakes, speaking_rate
from segment.voice.engines.recipe import Caps, Mistake, Option, Worker
from segment.wording import did_you_mean

PLATFORM = sys.platform
"""Elsewhere another program of that name may be about."""

_NAME = "The program say"
_TIMEOUT_S = 60.0
_LIST_BYTES = 1_000_000
_LISTED = re.compile(r"(.+?)\s+[a-z]{2,3}[_-]\w+\s+#")
"""``Bad News            en_US    # The light you see …``."""


class Say:
    """See :class:`segment.voice.engines.recipe.Engine`."""

    # The system's voices are updated with it and promise nobody the same samples.
    caps = Caps(word_marks=False, respelling=True, ipa=True, lang=False, stress=False, deterministic=False, offline=True)
    untried = "not run on a Mac yet"
    options: tuple[Option, ...] = (
        Option(key="timeout_s", type=float, low=0.1, high=600.0, help="Seconds it may take for a sentence; 60 without it."),
    )

    def missing(self) -> str:
        """It comes with macOS and cannot be installed elsewhere."""
        if PLATFORM == "darwin" and shutil.which("say"):
            return ""
        return 'the engine say is a part of macOS and not there on this system: write engine = "pyttsx3" for the embedded voice'

    def mistakes(self, profile: VoiceProfile) -> tuple[Mistake, ...]:
        """An unknown voice, a rate out of range, a pitch."""
        found = [*rate_mistakes(profile, 80, 400)]
        found += pitch_mistakes(profile, reaches=False, why="since say has no word for the pitch")
        try:
            known = voices()
        except MediaError as error:
            return (*found, Mistake(key="voice", found=repr(profile.voice), allowed=f"a voice of say. {error.message}"))
        if profile.voice.casefold() not in {name.casefold() for name in known}:
            hint = did_you_mean(profile.voice, known)
            found.append(Mistake(key="voice", found=repr(profile.voice), allowed="a voice that say -v '?' lists", hint=hint))
        return tuple(found)

    def identity(self, profile: VoiceProfile) -> str:
        """The voices come with the system, so its version is theirs."""
        import platform

        return f"say of macOS {platform.mac_ver()[0]}: {profile.voice}, {asked.manner(profile)}"

    def start(self) -> Worker:
        """Nothing runs between sentences."""
        from segment.voice.engines.program_worker import ProgramWorker

        return ProgramWorker(_order)


def voices() -> tuple[str, ...]:
    """The names that ``say -v '?'`` lists. Raises MediaError."""
    from segment.media.programs import Programs

    output = Programs().run(["say", "-v", "?"], name=_NAME, timeout_s=20.0, most_bytes=_LIST_BYTES)
    lines = output.decode(errors="replace").splitlines()
    return tuple(match[1] for match in map(_LISTED.match, lines) if match)


def _order(text: str, profile: VoiceProfile, folder: Path) -> Order:
    from segment.media import private

    private.fill(folder / "text.txt", f"{text}\n".encode())
    sound = folder / "sound.wav"
    form = ("--file-format=WAVE", "--data-format=LEI16@22050")
    rate = f"{speaking_rate(profile):.0f}"
    return Order(
        command=("say", "-v", profile.voice, "-r", rate, "-o", str(sound), *form, "-f", str(folder / "text.txt")),
        name=_NAME,
        timeout_s=asked.number(profile, "timeout_s", _TIMEOUT_S),
        writes=sound,
    )
