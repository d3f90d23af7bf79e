"""Voices and music made on the spot, and a short way to write a running order."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Literal, get_args

import numpy as np
import pytest
from msgspec import Struct
from numpy.typing import NDArray

from segment.mix.arrange import Arranged, arrange
from segment.mix.render import render
from segment.model.mix_settings import MixSettings
from segment.model.running_order import Entry, RunningOrder
from segment.model.script import Chapter, Clip, Move, Music, PartName, Pause, Speech, Sting, Text, Verb
from segment.model.sound import Sound, Spoken, Word

RATE = 16_000
HOUSE = MixSettings()


def sound_of(samples: NDArray[np.float32], rate: int = RATE) -> Sound:
    """Samples (frames,) or (frames, channels) as a sound."""
    frames = np.ascontiguousarray(samples if samples.ndim == 2 else samples[:, None], np.float32)
    return Sound(samples=frames, rate=rate, fingerprint=hashlib.sha256(frames.tobytes()).hexdigest())


def voice_of(seconds: float, level: float = 0.1, rate: int = RATE, lead: float = 0.05, tail: float = 0.05) -> Sound:
    """A buzz in syllables, four a second, between two silences."""
    t = np.arange(round(seconds * rate)) / rate
    buzz = sum(np.sin(2 * np.pi * 140 * k * t) / k for k in range(1, 12))
    body = level * buzz * (0.55 + 0.45 * np.sin(2 * np.pi * 4 * t - np.pi / 2))
    silence = np.zeros(round(lead * rate)), np.zeros(round(tail * rate))
    return sound_of(np.concatenate((silence[0], body, silence[1])).astype(np.float32), rate)


def music_of(seconds: float, rate: int = RATE, channels: int = 2, level: float = 0.2, key: float = 220.0) -> Sound:
    """A beat every half second over a chord that changes every two seconds, and a last chord that dies away."""
    t = np.arange(round(seconds * rate)) / rate
    root = key * 2 ** (np.array([0, 5, 7, 3])[(t // 2).astype(int) % 4] / 12)
    phase = 2 * np.pi * np.cumsum(root) / rate
    swing = 0.35 + 0.65 * np.exp(-6 * (t % 0.5))
    ending = np.minimum(1.0, np.exp(-4.0 * (t - (seconds - 1.5))))
    tune = level * swing * ending * (np.sin(phase) + 0.5 * np.sin(1.5 * phase) + 0.25 * np.sin(2 * phase))
    sides = [tune * (1.0 + 0.2 * np.sin(2 * np.pi * (0.3 + c) * t)) for c in range(channels)]
    return sound_of(np.stack(sides, axis=1).astype(np.float32), rate)


def spoken_of(key: str, sound: Sound, text: str = "", covers: tuple[str, ...] = (), lead: float = 0.05) -> Spoken:
    """A line with word times spread evenly over what is between its silences; without times where ``text`` is empty."""
    words = text.split()
    edges = np.linspace(lead * sound.rate, sound.frames - lead * sound.rate, len(words) + 1).astype(int)
    times = tuple(Word(text=w, start=int(a), end=int(b)) for w, a, b in zip(words, edges, edges[1:], strict=False))
    return Spoken(id=key, role=key.split("-", maxsplit=1)[0], voice="test", sound=sound, words=times, covers=covers)


def music(bed: str, moves: str) -> Music:
    """``music("intro", "establish 4s, under")``."""
    made = []
    for words in moves.split(", "):
        verb = max((v for v in get_args(Verb) if words.startswith(v)), key=len)
        rest = words[len(verb) :].strip()
        if verb == "cross to":
            made.append(Move(verb=verb, bed=rest))
        else:
            made.append(Move(verb=verb, seconds=float(rest.rstrip("s")) if rest else None))
    return Music(bed=bed, moves=tuple(made))


Cue = Music | Sting | Clip | Chapter | Pause
LineOf = tuple[str, float | Sound | None]
"""A role and how long it speaks, or its sound, or None for a line nobody has spoken."""


class Order(Struct):
    """A running order being written: parts, cues, and lines with their sounds."""

    entries: list[Entry] = []
    spoken: dict[str, Spoken] = {}

    def add(self, part: PartName, *items: Cue | LineOf) -> Order:
        """Cues and lines, after what is there."""
        for item in items:
            if isinstance(item, tuple):
                role, sound = item
                key = f"{role}-{1 + sum(isinstance(e.item, Speech) and e.item.role == role for e in self.entries)}"
                text = f"This is what {key} says, and nothing else."
                if sound is not None:
                    voice = sound if isinstance(sound, Sound) else voice_of(sound)
                    self.spoken[key] = spoken_of(key, voice, text)
                speech = Speech(role=role, spans=(Text(text=text),))
                self.entries.append(Entry(part=part, item=speech, line_id=key))
            else:
                self.entries.append(Entry(part=part, item=item))
        return self

    def arranged(
        self,
        assets: Mapping[str, Sound],
        deliverable: Literal["podcast", "air"] = "podcast",
        rate: int = RATE,
        settings: MixSettings = HOUSE,
    ) -> Arranged:
        """What the mix makes of it."""
        order = RunningOrder(slug="TEST", title="Test", entries=tuple(self.entries))
        return arrange(order, self.spoken, assets, deliverable=deliverable, rate=rate, settings=settings)

    def sound(self, arranged: Arranged, assets: Mapping[str, Sound]) -> NDArray[np.float32]:
        """All of it rendered, (frames, 2)."""
        return np.concatenate([np.broadcast_to(b, (len(b), 2)) for b in render(arranged.timeline, self.spoken, assets)])


@pytest.fixture(scope="session")
def assets() -> dict[str, Sound]:
    """An intro and an outro of 20 s, a sting, a mono bed at another rate, and a clip of speech; each tune in its own key."""
    return {
        "intro": music_of(20.0),
        "outro": music_of(20.0, level=0.1, key=311.0),
        "swish": music_of(1.2, level=0.5, key=415.0),
        "mono": music_of(12.0, rate=22_050, channels=1, key=277.0),
        "trailer.wav": voice_of(12.0, level=0.02, rate=22_050),
    }


@pytest.fixture
def written() -> Callable[[], Order]:
    """An empty running order."""
    return lambda: Order(entries=[], spoken={})


@pytest.fixture
def segment_order(written: Callable[[], Order]) -> Order:
    """A segment as it is usually written: intro bed, piece, outro bed, tag."""
    return (
        written()
        .add("INTRO", music("intro", "establish 4s, under"), ("host", 6.0))
        .add("PIECE", music("intro", "sneak out"), Chapter(title="The story"), ("critic", 9.0), ("critic", voice_of(7.0, 0.02)))
        .add("PIECE", Chapter(title="The verdict"), ("critic", 5.0), music("outro", "sneak in, under, up full, out cold"))
        .add("PIECE", ("critic", 10.0))
        .add("TAG", ("host", 3.0))
    )


@pytest.fixture(scope="session")
def cue() -> Callable[[str, str], Music]:
    """A MUSIC cue from its words."""
    return music


@pytest.fixture(scope="session")
def voice() -> Callable[..., Sound]:
    """A voice of so many seconds at a level."""
    return voice_of


@pytest.fixture(scope="session")
def music_sound() -> Callable[..., Sound]:
    """Music of so many seconds."""
    return music_of
