"""Piper voices: a neural network in an ``.onnx`` file with its ``.onnx.json`` beside it, from the disk; nothing is downloaded."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from segment.errors import VoiceError
from segment.model.voice import VoiceProfile
from segment.voice.engines import asked
from segment.voice.engines.recipe import Caps, Mistake, Option, Worker
from segment.wording import did_you_mean

if TYPE_CHECKING:
    from segment.voice.neural.piper_voice import PiperSettings
    from segment.voice.neural.worker import Order

_ASKED = 1
"""Raised whenever we ask Piper in another way, so that the same words sound different."""
PACE = 220.0
"""Words a minute at length_scale 1, without the pauses between sentences; measured on en_US-joe-medium."""
_FIXED = 0.2
"""Share of the time at length_scale 1 that does not stretch, because every sound lasts a frame at least. Measured on the same
voice, length_scale 0.6 to 2.2: the time of a word is within 5 % of what this says."""
_ESPEAK = "espeak"


class Piper:
    """See :class:`segment.voice.engines.recipe.Engine`."""

    caps = Caps(word_marks=True, respelling=True, ipa=True, lang=True, stress=False, deterministic=True, offline=True, bits=24)
    untried = "run on Linux only so far"
    options: tuple[Option, ...] = (
        Option(key="speaker", type=str, help="Which speaker of a voice that holds several, by name or number, in quotes."),
        Option(key="pace", type=float, help="Words a minute it reads when it is left alone.", low=60.0, high=400.0),
        Option(
            key="noise",
            type=float,
            help="How much of its own liveliness it keeps, 0 to 1; above 0 the model is loaded anew for each sentence.",
            low=0.0,
            high=1.0,
        ),
    )

    def missing(self) -> str:
        """Without the extra there is no piper-tts."""
        if find_spec("piper") is None:
            return "The voice engine piper lacks piper-tts: pip install 'radio-segment[piper]'"
        return ""

    def mistakes(self, profile: VoiceProfile) -> tuple[Mistake, ...]:
        """The voice's files, its language, its speakers, and how fast it can be."""
        from segment.voice.neural import pace, piper_voice

        found = pace.mistakes(profile, _pace(profile))
        model = _model(profile)
        if not model.is_file():
            return (_no_model(profile, model), *found)
        try:
            settings = piper_voice.settings(model)
        except VoiceError as error:
            allowed = "an .onnx file with its own .onnx.json beside it"
            return (Mistake(key="voice", found=error.message.rstrip("."), allowed=allowed), *found)
        return (*_voice(profile, settings), *found)

    def identity(self, profile: VoiceProfile) -> str:
        """The programs with their versions, and the digests of the two files."""
        from importlib.metadata import version

        from segment.voice.neural import piper_voice
        from segment.voice.neural.files import digest

        model = _model(profile)
        programs = ", ".join(f"{name} {version(name)}" for name in ("piper-tts", "onnxruntime", "espeakng-loader"))
        files = f"model {digest(model)}, settings {digest(piper_voice.beside(model))}"
        return f"{programs}, asked {_ASKED}: {files}, {asked.manner(profile, 'speaker', 'pace', 'noise')}"

    def start(self) -> Worker:
        """Two child processes: one reads, one speaks."""
        from segment.voice.neural.worker import NeuralWorker

        return NeuralWorker("segment.voice.neural.piper_child", name="Piper", order=_order)


def _model(profile: VoiceProfile) -> Path:
    from segment.voice.neural.files import beside

    return beside(profile, profile.voice)


def _pace(profile: VoiceProfile) -> float:
    return float(profile.options.get("pace", PACE))  # type: ignore[arg-type]  # the table of options says it is a number


def _no_model(profile: VoiceProfile, model: Path) -> Mistake:
    there = [path.name for path in model.parent.glob("*.onnx")] if model.parent.is_dir() else []
    hint = did_you_mean(model.name, there) or did_you_mean(f"{model.name}.onnx", there)
    return Mistake(key="voice", found=profile.voice, allowed=f"the path of an .onnx file; {model} is not there", hint=hint)


def _voice(profile: VoiceProfile, settings: PiperSettings) -> list[Mistake]:
    found = []
    if settings.phoneme_type != _ESPEAK or settings.reader is None:
        reading = settings.phoneme_type if settings.phoneme_type != _ESPEAK else settings.espeak.voice
        found.append(
            Mistake(key="voice", found=f"a voice that learnt from {reading!r} readings", allowed="one of espeak-ng's languages")
        )
    spoken, asked = (tag.lower().partition("-")[0] for tag in (settings.tag, profile.language))
    if spoken != asked:
        found.append(Mistake(key="language", found=profile.language, allowed=f"{settings.tag}, which this voice speaks"))
    name = str(profile.options.get("speaker", ""))
    if name and settings.speaker(name) is None:
        names = list(settings.speaker_id_map)
        shown = ", ".join(names[:12]) + (" …" if names[12:] else "")
        allowed = (
            f"{shown or 'a number'} or 0 to {settings.num_speakers - 1}" if settings.num_speakers > 1 else "none: it has one"
        )
        found.append(Mistake(key="options.speaker", found=name, allowed=allowed, hint=did_you_mean(name, names)))
    return found


def _order(profile: VoiceProfile) -> Order:
    from segment.voice.neural import pace, piper_voice
    from segment.voice.neural.files import stamp
    from segment.voice.neural.worker import Order

    model = _model(profile)
    request: dict[str, Any] = {"name": model.name, "model": stamp(model), "config": stamp(piper_voice.beside(model))}
    settings = piper_voice.settings(model)
    reader = settings.reader
    if settings.phoneme_type != _ESPEAK or reader is None:
        raise VoiceError(f"{model.name} learnt from readings that espeak-ng does not give, and cannot be spoken with.")
    name = str(profile.options.get("speaker", ""))
    speaker = settings.speaker(name) if name else None
    if name and speaker is None:
        raise VoiceError(f"{model.name} has no speaker {name!r}.")
    longer = 1.0 / pace.factor(profile, _pace(profile))
    request |= {
        "length_scale": (longer - _FIXED) / (1.0 - _FIXED),
        "noise": profile.options.get("noise", 0.0),
        "speaker": speaker,
    }
    return Order(reader=reader, request=request)
