"""Kokoro: one neural network with many voices, from two files on the disk; nothing is downloaded."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from segment.errors import VoiceError
from segment.model.voice import VoiceProfile
from segment.voice.engines import asked
from segment.voice.engines.recipe import Caps, Mistake, Option, Worker
from segment.wording import did_you_mean

if TYPE_CHECKING:
    from segment.voice.espeak.catalogue import Base
    from segment.voice.neural.worker import Order

_ASKED = 1
"""Raised whenever we ask Kokoro in another way, so that the same words sound different."""
PACE = 200.0
"""Words a minute at speed 1, without the pauses between sentences; measured on one voice only, from 0.6 to 1.4 times its pace."""
_FILES = ("model", "voices")


class Kokoro:
    """See :class:`segment.voice.engines.recipe.Engine`."""

    caps = Caps(word_marks=True, respelling=True, ipa=True, lang=True, stress=False, deterministic=True, offline=True, bits=24)
    untried = "run on Linux only so far, and not with its English voices"
    options: tuple[Option, ...] = (
        Option(key="model", type=str, help="The path of the .onnx file.", needed=True),
        Option(key="voices", type=str, help="The path of the file with the voices, such as voices-v1.0.bin.", needed=True),
        Option(key="pace", type=float, help="Words a minute it reads when it is left alone.", low=60.0, high=400.0),
    )

    def missing(self) -> str:
        """Without the extra there is no kokoro-onnx."""
        if find_spec("kokoro_onnx") is None:
            return "The voice engine kokoro lacks kokoro-onnx: pip install 'radio-segment[kokoro]'"
        return ""

    def mistakes(self, profile: VoiceProfile) -> tuple[Mistake, ...]:
        """The two files, the voice in them, its language, and how fast it can be."""
        from segment.voice.neural import kokoro_voice, pace

        found = pace.mistakes(profile, _pace(profile))
        absent = [key for key in _FILES if profile.options.get(key) and not _file(profile, key).is_file()]
        found += [
            Mistake(
                key=f"options.{key}",
                found=str(profile.options[key]),
                allowed=f"a file that is there; {_file(profile, key)} is not",
            )
            for key in absent
        ]
        if "voices" in absent or not profile.options.get("voices"):
            return tuple(found)
        try:
            names = kokoro_voice.names(_file(profile, "voices"))
        except VoiceError as error:
            allowed = "a file of Kokoro's voices, such as voices-v1.0.bin"
            return (*found, Mistake(key="options.voices", found=error.message.rstrip("."), allowed=allowed))
        return (*found, *_voice(profile, names))

    def identity(self, profile: VoiceProfile) -> str:
        """The programs with their versions, and the digests of the two files."""
        from importlib.metadata import version

        from segment.voice.neural.files import digest

        programs = ", ".join(f"{name} {version(name)}" for name in ("kokoro-onnx", "onnxruntime", "espeakng-loader"))
        model, voices = (digest(_file(profile, key)) for key in _FILES)
        files = f"model {model}, voices {voices}"
        return f"{programs}, asked {_ASKED}: {files}, {profile.voice}, {asked.manner(profile, 'pace')}"

    def start(self) -> Worker:
        """Two child processes: one reads, one speaks."""
        from segment.voice.neural.worker import NeuralWorker

        return NeuralWorker("segment.voice.neural.kokoro_child", name="Kokoro", order=_order)


def _file(profile: VoiceProfile, key: str) -> Path:
    from segment.voice.neural.files import beside

    return beside(profile, str(profile.options.get(key, "")))


def _pace(profile: VoiceProfile) -> float:
    return float(profile.options.get("pace", PACE))  # type: ignore[arg-type]  # the table of options says it is a number


def _voice(profile: VoiceProfile, names: tuple[str, ...]) -> list[Mistake]:
    from segment.voice.neural import kokoro_voice

    if profile.voice not in names:
        shown = ", ".join(names[:12]) + (" …" if names[12:] else "")
        return [Mistake(key="voice", found=profile.voice, allowed=shown, hint=did_you_mean(profile.voice, names))]
    if unread := kokoro_voice.unread(profile.voice):
        allowed = f"a voice of another language: nothing here reads {unread} as Kokoro learnt it"
        return [Mistake(key="voice", found=profile.voice, allowed=allowed)]
    spoken = kokoro_voice.language(profile.voice)
    if spoken and spoken.partition("-")[0] != profile.language.lower().partition("-")[0]:
        return [Mistake(key="language", found=profile.language, allowed=f"{spoken}, which {profile.voice} speaks")]
    return [] if _reader(profile) else [Mistake(key="language", found=profile.language, allowed="a language tag such as en-US")]


def _reader(profile: VoiceProfile) -> Base | None:
    """The espeak-ng voice that reads for it: of the profile's region where that names one, else as the voice learnt it."""
    from segment.voice.espeak.catalogue import installed
    from segment.voice.neural.kokoro_voice import language

    tag = profile.language if "-" in profile.language else language(profile.voice) or profile.language
    return installed().language(tag)


def _order(profile: VoiceProfile) -> Order:
    from segment.voice.neural import pace
    from segment.voice.neural.files import stamp
    from segment.voice.neural.worker import Order

    reader = _reader(profile)
    if reader is None:
        raise VoiceError(f"There is no reading for the language {profile.language!r}.")
    model, voices = (_file(profile, key) for key in _FILES)
    request = {
        "name": model.name,
        "model": stamp(model),
        "voices": stamp(voices),
        "voice": profile.voice,
        "speed": pace.factor(profile, _pace(profile)),
    }
    return Order(reader=reader, request=request)
