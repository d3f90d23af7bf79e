"""Any program that turns text into a sound file, as a voice.

    engine = "command"
    [options]
    program = ["espeak-ng", "-v", "{voice}", "-s", "{rate}", "-w", "{wav_file}", "-f", "{text_file}"]

Without ``{text_file}`` the text comes to the program's standard input, without ``{wav_file}`` the sound is read from its standard
output. No shell is involved, and the text never stands among the words of the command.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from segment.model.voice import VoiceProfile
from segment.voice.engines import asked
from segment.voice.engines.order import Order
from segment.voice.engines.pace import pitch_mistakes, rate_mistakes, speaking_rate
from segment.voice.engines.recipe import Caps, Mistake, Option, Worker
from segment.wording import did_you_mean, one_line

_TIMEOUT_S = 60.0
_FILES = ("text_file", "wav_file")
_PLACEHOLDERS = ("voice", "rate", "pitch", "language", *_FILES)
_BRACED = re.compile(r"\{\{(\w+)\}\}|\{(\w+)\}")
"""``{voice}``; twice in braces it stands for itself."""


class Command:
    """See :class:`segment.voice.engines.recipe.Engine`."""

    # What a program does is its own affair: it may answer differently each time. We open no connection.
    caps = Caps(word_marks=False, respelling=True, ipa=True, lang=False, stress=False, deterministic=False, offline=True)
    untried = "run on Linux only so far"
    options: tuple[Option, ...] = (
        Option(
            key="program",
            type=list,
            needed=True,
            help="The program and its words, with {voice} {rate} {pitch} {language} {text_file} {wav_file} where they belong.",
        ),
        Option(key="timeout_s", type=float, low=0.1, high=600.0, help="Seconds it may take for a sentence; 60 without it."),
    )

    def missing(self) -> str:
        """Nothing: the program is the profile's."""
        return ""

    def mistakes(self, profile: VoiceProfile) -> tuple[Mistake, ...]:
        """The program that is not there, a placeholder nobody fills in, and values that would not reach it."""
        words = asked.listed(profile, "program")
        if not words or not words[0]:
            return (Mistake(key="options.program", found="nothing", allowed="the program and its words, as a list"),)
        found = [_unknown(name) for name in _names(words) if name not in _PLACEHOLDERS]
        if "\0" in "".join(words):
            found.append(Mistake(key="options.program", found="a zero byte", allowed="words without one"))
        elif _program(profile, words[0]) is None:
            allowed = "a program on the search path, or a file beside the profile"
            found.append(Mistake(key="options.program", found=f"no program {words[0]!r}", allowed=allowed))
        reaches = "pitch" in _names(words)
        found += pitch_mistakes(profile, reaches=reaches, why="as long as {pitch} does not stand in options.program")
        return (*found, *rate_mistakes(profile, 60, 500))

    def identity(self, profile: VoiceProfile) -> str:
        """The program by its content, its words, and the content of the files among them."""
        from segment.voice.engines.fingerprint import of_command

        words = asked.listed(profile, "program")
        program = of_command([_program(profile, words[0]) or words[0], *words[1:]], profile.folder)
        return f"program {program}: {profile.voice}, {asked.manner(profile)}"

    def start(self) -> Worker:
        """Nothing runs between sentences."""
        from segment.voice.engines.program_worker import ProgramWorker

        return ProgramWorker(_order)


def _names(words: tuple[str, ...]) -> list[str]:
    return [name for word in words for _, name in _BRACED.findall(word) if name]


def _unknown(name: str) -> Mistake:
    hint = did_you_mean(name, _PLACEHOLDERS, "" if name != "text" else "The text comes in a file or on standard input.")
    shown = " ".join(f"{{{known}}}" for known in _PLACEHOLDERS)
    return Mistake(key="options.program", found=f"{{{name}}}", allowed=shown, hint=hint)


def _program(profile: VoiceProfile, word: str) -> str | None:
    """The program's file; a path that is not absolute is looked for beside the profile."""
    if Path(word).name != word:
        word = str(Path(profile.folder, word).absolute())
    return shutil.which(word)


def _order(text: str, profile: VoiceProfile, folder: Path) -> Order:
    words = asked.listed(profile, "program")
    values = {
        "voice": profile.voice,
        "rate": f"{speaking_rate(profile):.0f}",
        "pitch": f"{profile.pitch:.0f}",
        "language": profile.language,
        "text_file": str(folder / "text.txt"),
        "wav_file": str(folder / "sound.wav"),
    }
    names = _names(words)
    if "text_file" in names:
        from segment.media import private

        private.fill(folder / "text.txt", f"{text}\n".encode())
    filled = [_BRACED.sub(lambda found: values[found[2]] if found[2] else f"{{{found[1]}}}", word) for word in words]
    return Order(
        command=(_program(profile, words[0]) or filled[0], *filled[1:]),
        name=f"The program {one_line(Path(words[0]).name)}",
        timeout_s=asked.number(profile, "timeout_s", _TIMEOUT_S),
        stdin=b"" if "text_file" in names else f"{text}\n".encode(),
        writes=folder / "sound.wav" if "wav_file" in names else None,
        folder=profile.folder,
    )
