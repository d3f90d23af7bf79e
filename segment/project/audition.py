"""A few words spoken by one voice, as the mix would play them, in a WAV file of their own."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from segment.errors import Cause, VoiceError
from segment.media import files, wav
from segment.mix.assets import gain_to
from segment.mix.chain import processed
from segment.mix.energy import Energy
from segment.model.audition import Tried
from segment.model.lexicon import Lexicon
from segment.model.mix_settings import MixSettings
from segment.model.sound import Spoken
from segment.model.utterance import Utterance
from segment.model.voice import VoiceProfile
from segment.project.casting import profile
from segment.project.intended import Intended
from segment.project.load import load
from segment.project.outputs import aside, refuse_to_overwrite, set_aside
from segment.project.pronunciations import lexicon
from segment.project.speakers import speaker
from segment.script import parse, running_order, utterances
from segment.units import decibels, ratio

ROLE = "critic"
_CEILING_DB = -1.0
"""A few words are not mastered: only held below full scale."""
_FEW_WORDS = 10
"""A pace of fewer says nothing."""
_SAMPLES = {
    "en": "Good evening. This is what I sound like: in a long sentence, with a pause or two, and in a short one. Three stars.",
    "fr": "Bonsoir. Voici ma voix : dans une longue phrase, avec une pause ou deux, et dans une courte. Trois étoiles.",
}


def sample(language: str) -> str:
    """Something to say in a language; English where we know nothing else."""
    return _SAMPLES.get(language.lower().partition("-")[0], _SAMPLES["en"])


def line(text: str, language: str, names: Lexicon) -> Utterance:
    """The words as a line of a script, with its pronouncers and marks, and names said as the lexicon says.

    Raises VoiceError where there is nothing to say.
    """
    words = " ".join(text.split())
    script = parse(f"{ROLE.upper()}: {words}", file="the text").script
    found = utterances(running_order(script), language=language, lexicon=names)
    if not found or not found[0].pieces:
        raise VoiceError("There is nothing to say.", cause=Cause.USAGE)
    return found[0]


def audition(name: str, text: str, out: Path | None, folder: Path, *, force: bool) -> Tried:
    """Speak ``text``, or a sentence of ours, with the voice called ``name`` as the show around ``folder`` knows it.

    Writes a WAV file to ``out``, else to the first free name of ``NAME.try.wav``, ``NAME.try-2.wav`` … where the user stands.
    Raises ProjectError for a voice that is not there or a file in the way, VoiceError for words that cannot be said.
    """
    project = load(folder)
    voice = profile(name, project.root)
    asked = line(text or sample(voice.language), voice.language, lexicon(project.root))
    path = place(voice, out, force=force)
    there = path.exists()
    with speaker({ROLE: voice}, project) as voices:
        speaking = voices.speak((asked,))
        (raw,) = speaking
    spoken = processed(raw, voice.processing)
    samples = _heard(spoken, voice)
    if there:
        set_aside(path)
    with files.replace(path) as part:
        wav.write(part, lambda start, stop: samples[start:stop], len(samples), spoken.sound.rate)
    return Tried(
        name=voice.name,
        path=str(path),
        text=asked.display,
        seconds=spoken.sound.seconds,
        words_per_minute=_pace(spoken),
        findings=speaking.findings,
    )


def planned(name: str, text: str, out: Path | None, folder: Path, *, force: bool) -> Intended:
    """The file :func:`audition` would write with the same arguments; raises what that would before it speaks."""
    project = load(folder)
    voice = profile(name, project.root)
    line(text or sample(voice.language), voice.language, lexicon(project.root))
    path = place(voice, out, force=force)
    return Intended(path=path, why=f"made anew; the one that is there becomes {aside(path).name}" if path.exists() else "new")


def place(voice: VoiceProfile, out: Path | None, *, force: bool) -> Path:
    """Where a voice is heard. Raises ProjectError for a file in the way."""
    path = out or free(Path(f"{voice.name}.try.wav"))
    if path.exists() and not force:
        refuse_to_overwrite((path,))
    return path


def free(path: Path) -> Path:
    """The path, or the first of ``NAME-2``, ``NAME-3`` … that is not taken."""
    number = 1
    free = path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def _heard(spoken: Spoken, voice: VoiceProfile) -> np.ndarray:
    """At the level of the mix, 16 bit, on two channels."""
    samples = spoken.sound.samples
    gain = gain_to(MixSettings().voice_lufs + voice.trim_db, Energy(samples, spoken.sound.rate).gated_lufs)
    room = _CEILING_DB - decibels(float(np.abs(samples).max(initial=0.0)))
    whole = np.rint(samples * np.float32(32767 * ratio(min(gain, room)))).astype(np.int16)
    return np.repeat(whole, 2, axis=1)


def _pace(spoken: Spoken) -> float:
    heard = [word for word in spoken.words if word.end > word.start]
    if len(heard) < _FEW_WORDS:
        return 0.0
    return round(60.0 * len(heard) * spoken.sound.rate / (heard[-1].end - heard[0].start), 1)
