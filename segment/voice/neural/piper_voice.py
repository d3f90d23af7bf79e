"""The settings beside a Piper voice, ``VOICE.onnx.json``."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct

from segment.errors import Cause, VoiceError
from segment.voice.espeak.catalogue import Base, installed


class _Audio(Struct, frozen=True):
    sample_rate: int


class _Espeak(Struct, frozen=True):
    voice: str


class _Language(Struct, frozen=True):
    code: str = ""


class PiperSettings(Struct, frozen=True):
    """What we need to know of a voice; the rest is Piper's."""

    audio: _Audio
    espeak: _Espeak
    num_symbols: int
    num_speakers: int
    phoneme_id_map: dict[str, list[int]]
    phoneme_type: str = "espeak"
    """Which reading it learnt from."""
    speaker_id_map: dict[str, int] = {}
    language: _Language = _Language()

    @property
    def reader(self) -> Base | None:
        """The espeak-ng voice it learnt from; None when the embedded espeak-ng has no such voice."""
        return installed().base(self.espeak.voice)

    @property
    def tag(self) -> str:
        """Its language, such as ``en-US``."""
        return (self.language.code or self.espeak.voice).replace("_", "-")

    def speaker(self, name: str) -> int | None:
        """The number of a speaker, by name or number; None for one who is not there."""
        if name in self.speaker_id_map:
            return self.speaker_id_map[name]
        return int(name) if name.isdecimal() and int(name) < self.num_speakers else None


def beside(model: Path) -> Path:
    """Where a voice's settings lie."""
    return model.with_name(f"{model.name}.json")


def settings(model: Path) -> PiperSettings:
    """The settings of a voice. Raises VoiceError when there are none or they make no sense."""
    path = beside(model)
    try:
        return msgspec.json.decode(path.read_bytes(), type=PiperSettings)
    except FileNotFoundError as error:
        raise VoiceError(f"{path} is not there: a Piper voice is two files.", cause=Cause.MISSING) from error
    except OSError as error:
        raise VoiceError(f"{path} cannot be read: {error.strerror}.", cause=Cause.MACHINE) from error
    except msgspec.MsgspecError as error:
        raise VoiceError(f"{path} does not hold the settings of a Piper voice: {error}.") from error
