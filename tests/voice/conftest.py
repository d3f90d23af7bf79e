"""Utterances from plain text, built-in profiles, a running espeak worker, and an engine that fails on request."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from segment.model.sound import Spoken
from segment.model.utterance import Phrase, SayWord, Silence, Utterance
from segment.model.voice import VoiceProfile
from segment.voice import load_profile
from segment.voice.answer import allowed
from segment.voice.engines import ENGINES
from segment.voice.engines.recipe import Caps, Mistake, Option, Said, Worker
from segment.voice.espeak.worker import EspeakWorker
from segment.voice.gate import KIN, Reference
from segment.voice.known import KnownVoice
from segment.voice.speaking import Speaker

VOICES = Path(__file__).parents[2] / "voices"

COPY = """\
Good evening. Our critic spent the night in a lighthouse, and came back with sand in her shoes.
The Keeper's Daughter opens on a storm, and for ten minutes nobody says a word.
Why should anyone care about a lamp? Because the film makes you care; that is its trick.
It was shot in nineteen days, on two islands, with a crew of eleven.
Nora Vance plays the daughter as someone who has learned to listen: to the wind, to the gulls, to her father's silence.
She barely moves. Then she laughs, and the whole room changes.
The score, by a composer I had never heard of, is three notes on a harmonium.
Not everything works. The second act sags, and a subplot about a smuggler goes nowhere.
But the last shot, which I will not describe, is worth the ticket.
It's a small film. It isn't a slight one.
Don't wait for it to come to you. Go.
Ask yourself this: when did a film last let you hear the rain?
Its director, a former postman, knows every doorway on the island and uses most of them.
The camera stays low, the way a child would see it, and it stays patient.
In the hands of anyone else, the ending would be a sermon.
Here it's a question, and a good one.
"""
"""Made up for these tests."""


def sentences() -> list[str]:
    """The copy, a sentence each."""
    text = COPY.replace("\n", " ").strip()
    for mark in ".?!":
        text = text.replace(f"{mark} ", f"{mark}\n")
    return text.split("\n")


def say_words(text: str, **marks: Any) -> tuple[SayWord, ...]:
    """Words of plain text, said as they are written."""
    return tuple(SayWord(display=w, say=w, **marks) for w in text.split())


def line_of(text: str, role: str = "critic", number: int = 1) -> Utterance:
    """An utterance of plain text: phrases divided by ``|``, silences as ``[300]`` between them."""
    pieces: list[Phrase | Silence] = []
    for piece in filter(None, (p.strip() for p in text.split("|"))):
        if piece.startswith("[") and piece[1:-1].isdigit():
            pieces.append(Silence(seconds=int(piece[1:-1]) / 1000))
        else:
            pieces.append(Phrase(words=say_words(piece)))
    return Utterance(id=f"{role}-{number}", role=role, pieces=tuple(pieces))


@pytest.fixture(scope="session")
def words() -> Callable[..., tuple[SayWord, ...]]:
    """Makes words of plain text."""
    return say_words


@pytest.fixture(scope="session")
def utterance() -> Callable[..., Utterance]:
    """Makes an utterance of plain text."""
    return line_of


@pytest.fixture(scope="session")
def copy() -> list[str]:
    """Sentences of a review."""
    return sentences()


@pytest.fixture(scope="session")
def profile() -> Callable[[str], VoiceProfile]:
    """Loads a built-in profile by name."""

    def load(name: str) -> VoiceProfile:
        path = VOICES / f"{name}.toml"
        return load_profile(path.read_text(encoding="utf-8"), name=name, file=str(path))

    return load


@pytest.fixture(scope="session")
def worker() -> Iterator[EspeakWorker]:
    """One speaking process."""
    speaking = EspeakWorker()
    yield speaking
    speaking.close()


_LOUDNESS = dict(zip("aeiouyw", (0.3, 0.2, 0.16, 0.26, 0.2, 0.16, 0.16), strict=True))


class Hummer:
    """Hums each word for a time in proportion to its letters, which can be heard in it: vowels loud, others softer, s and its
    like as hisses; the last one longer, as people do. ``spoil`` may damage what it says, and how often it said so far."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.spoil: Callable[[Said, int], Said] = lambda said, call: said

    def say(self, words: tuple[SayWord, ...], profile: VoiceProfile) -> Said:
        """A hum with a mark for each word."""
        rate, at = 22050, 0
        blocks, marks = [], []
        for index, word in enumerate(words):
            if not word.say:
                continue
            dwelt_on = 0.25 if word is words[-1] else 0.0
            size = round(rate * (0.06 + 0.05 * len(word.say) + dwelt_on) * 160 / profile.rate)
            marks.append((index, at))
            letters = np.array([_LOUDNESS.get(c, 0.07) for c in word.say.lower()])[np.arange(size) * len(word.say) // size]
            hiss = np.array([c in "sztfcxj" for c in word.say.lower()])[np.arange(size) * len(word.say) // size]
            tone = np.sin(2 * np.pi * 150 * np.arange(at, at + size) / rate)
            blocks.append(np.where(hiss, 0.3 * np.random.default_rng(size).uniform(-1, 1, size), tone) * letters)
            at += size
        samples = np.concatenate([*blocks, np.zeros(rate // 5)]).astype(np.float32)
        self.calls.append(" ".join(w.say for w in words))
        return self.spoil(Said(samples=samples, rate=rate, marks=tuple(marks)), len(self.calls))

    def close(self) -> None:
        """Nothing to let go of."""


class HumEngine:
    """An engine of one hummer."""

    caps = Caps(word_marks=True, respelling=False, ipa=False, lang=False, stress=False, deterministic=True, offline=True)
    untried = ""
    options: tuple[Option, ...] = ()

    def __init__(self) -> None:
        self.hummer = Hummer()

    def missing(self) -> str:
        """Always there."""
        return ""

    def mistakes(self, profile: VoiceProfile) -> tuple[Mistake, ...]:
        """Hums anything."""
        return ()

    def identity(self, profile: VoiceProfile) -> str:
        """Always the same hum."""
        return "hum"

    def start(self) -> Worker:
        """The one hummer."""
        return self.hummer


def held_against(worker: Worker, profile: VoiceProfile) -> Reference:
    """A worker as the reference for its own kind."""
    return Reference(say=lambda words: worker.say(words, profile), limits=KIN)


def taken(utterances: Sequence[Utterance], casting: Mapping[str, VoiceProfile]) -> tuple[list[Spoken], set[str]]:
    """The lines of a stand-in whose sounds are no words, which the check cannot like, and the codes of the notes on them."""
    with Speaker(casting, judge=allowed) as speaker:
        speaking = speaker.speak(utterances)
        return list(speaking), {note.code for note in speaking.findings}


DISLIKED = {"VO002", "VO004", "VO006"}
"""The check's notes on sounds that are no words."""


@pytest.fixture
def hummer(monkeypatch: pytest.MonkeyPatch) -> Hummer:
    """The engine ``hum`` for this test, and its one worker. What it hums is held against a hum: no voice speaks like it."""
    engine, known = HumEngine(), Hummer()
    monkeypatch.setattr(KnownVoice, "like", lambda self, profile: held_against(known, profile))
    monkeypatch.setitem(ENGINES, "hum", engine)
    return engine.hummer
