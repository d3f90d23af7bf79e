"""The operating system's own voices, on macOS and Windows, through pyttsx3's own drivers in a child process.

Run so far only with the drivers over stand-ins of the two systems. The built-in profiles keep the embedded voice everywhere: it
gives the same bytes on each system, and word times.
"""

from __future__ import annotations

import json
import sys
from importlib.util import find_spec
from pathlib import Path

from msgspec import Struct

from segment.errors import MediaError
from segment.model.voice import VoiceProfile
from segment.voice.engines import asked
from segment.voice.engines.order import Order
from segment.voice.engines.pace import pitch_mistakes, rate_mistakes, speaking_rate
from segment.voice.engines.recipe import Caps, Mistake, Option, Worker
from segment.voice.system_driver import named
from segment.wording import did_you_mean

PLATFORM = sys.platform

_NAME = "The system's voice"
_TIMEOUT_S = 60.0
_LIST_BYTES = 1_000_000


class Driver(Struct, frozen=True, kw_only=True):
    """pyttsx3's way to a system's voices."""

    name: str
    modules: dict[str, str]
    """What it imports, and the package that brings it."""
    suffix: str
    """Of the file it writes."""


DRIVERS = {
    "darwin": Driver(name="nsss", modules={"pyttsx3": "pyttsx3==2.99", "objc": "pyobjc", "AppKit": "pyobjc"}, suffix=".aiff"),
    "win32": Driver(
        name="sapi5", modules={"pyttsx3": "pyttsx3==2.99", "comtypes": "comtypes", "pythoncom": "pywin32"}, suffix=".wav"
    ),
}
"""By ``sys.platform``."""


class System:
    """See :class:`segment.voice.engines.recipe.Engine`."""

    # Both drivers do tell words, but at the speed of synthesis and without their times.
    caps = Caps(word_marks=False, respelling=True, ipa=True, lang=False, stress=False, deterministic=False, offline=True)
    untried = "not run on a Mac or on Windows yet"
    options: tuple[Option, ...] = (
        Option(key="timeout_s", type=float, low=0.1, high=600.0, help="Seconds it may take for a sentence; 60 without it."),
    )

    def missing(self) -> str:
        """Its packages come with pyttsx3 on the two systems that have voices."""
        driver = DRIVERS.get(PLATFORM)
        if driver is None:
            return 'on this system the embedded voice is the system\'s voice: write engine = "pyttsx3"'
        absent = dict.fromkeys(package for module, package in driver.modules.items() if find_spec(module) is None)
        if not absent:
            return ""
        return f"the system's voices need {' and '.join(absent)}: pip install {' '.join(absent)}"

    def mistakes(self, profile: VoiceProfile) -> tuple[Mistake, ...]:
        """An unknown voice, a rate out of range, a pitch."""
        found = [*rate_mistakes(profile, 80, 400)]
        found += pitch_mistakes(profile, reaches=False, why="since the drivers of pyttsx3 have no pitch on this system")
        try:
            known = voices()
            named(profile.voice, known)
        except MediaError as error:
            found.append(Mistake(key="voice", found=repr(profile.voice), allowed=f"a voice of the system. {error.message}"))
        except LookupError:
            names = [name for _, name in known]
            allowed = f"one of the system's voices: {', '.join(names) or 'there are none'}"
            found.append(
                Mistake(key="voice", found=repr(profile.voice), allowed=allowed, hint=did_you_mean(profile.voice, names))
            )
        return tuple(found)

    def identity(self, profile: VoiceProfile) -> str:
        """The voices come with the system, so its version is theirs."""
        import platform
        from importlib.metadata import version

        system = f"{_driver().name} of {platform.system()} {platform.release()}, pyttsx3 {version('pyttsx3')}"
        return f"{system}: {profile.voice}, {asked.manner(profile)}"

    def start(self) -> Worker:
        """Nothing runs between sentences."""
        from segment.voice.engines.program_worker import ProgramWorker

        return ProgramWorker(_order)


def voices() -> list[tuple[str, str]]:
    """Id and name of every voice. Raises MediaError."""
    from segment.media.children import python
    from segment.media.programs import Programs

    job = json.dumps({"driver": _driver().name}).encode()
    answer = Programs().run(
        python("segment.voice.system_driver"), name=_NAME, timeout_s=_TIMEOUT_S, most_bytes=_LIST_BYTES, stdin=job
    )
    try:
        return [(str(voice_id), str(name)) for voice_id, name in json.loads(answer)]
    except (ValueError, TypeError) as error:
        raise MediaError(f"{_NAME} sent a list of voices that cannot be read.") from error


def _driver() -> Driver:
    return DRIVERS.get(PLATFORM, DRIVERS["darwin"])


def _order(text: str, profile: VoiceProfile, folder: Path) -> Order:
    from segment.media.children import python

    sound = folder / f"sound{_driver().suffix}"
    job = {
        "driver": _driver().name,
        "voice": profile.voice,
        "rate": round(speaking_rate(profile)),
        "text": text,
        "file": str(sound),
    }
    return Order(
        command=tuple(python("segment.voice.system_driver")),
        name=_NAME,
        timeout_s=asked.number(profile, "timeout_s", _TIMEOUT_S),
        stdin=json.dumps(job).encode(),
        writes=sound,
    )
