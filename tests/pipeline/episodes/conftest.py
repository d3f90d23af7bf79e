"""A show with two tiny stories, a finished sound of others and a placeholder, made into an episode once."""

from __future__ import annotations

import json
import wave
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from msgspec import Struct

from segment.model.episode import EpisodeMade
from segment.pipeline.episodes import make_episode

REVIEW = "---\ntitle: {title}\nreviewer: {by}\nkind: {kind}\n---\n\n{text} {more}\n\n{more}\n"
SCRIPT = """SLUG: {slug}
TITLE: {title}

INTRO:
MUSIC: intro, establish 2s, under
HOST: {intro}

PIECE:
MUSIC: intro, sneak out
CRITIC: {text}
MUSIC: outro, sneak in, under, up full, out cold

TAG:
HOST: The full review is on our website.
"""
MORE = "There is a lighthouse in it, and a woman who keeps it, and a boat that does not come. It is longer than it has to be."
FILM = "The light turns, the sea comes in, and nobody says a word for an hour. I would see it again tomorrow."
BOOK = "Two sisters inherit a hedge, and they trim it for a year. It is funny, cross and kind."
EPISODE = """
title = "Light and hedges"
number = 3
date = 2026-03-06

[[segments]]
story = "film"
length = "0:10"

[[segments]]
slot = "promo"

[[segments]]
audio = "visit.wav"
title = "A visit"
by = "Ana Lund"
rights = ["air", "podcast"]
at = "0:45"

[[segments]]
title = "Opera of the week"
placeholder = true
length = "1:05"

[[segments]]
story = "book"
link = "And now to a book about a hedge."
"""
SHOW = '[show]\nname = "The Friday Review"\n[feed]\nurl = "https://example.org/f/feed.xml"\ndescription = "Reviews."\n'


class Built(Struct, frozen=True, kw_only=True, eq=False):
    """An episode that was made, and the show around it."""

    root: Path
    made: EpisodeMade

    @property
    def folder(self) -> Path:
        """Of the episode."""
        return self.root / "episodes" / "friday"

    def file(self, ending: str) -> Path:
        """One of its finished files."""
        return self.folder / "out" / f"{self.made.slug}{ending}"

    def report(self) -> dict[str, Any]:
        """Its build record."""
        return json.loads(self.file(".report.json").read_text(encoding="utf-8"))


def story(root: Path, name: str, kind: str, by: str, text: str, extra: str = "") -> Path:
    """A story with a script of one line of the critic's."""
    folder = root / "stories" / name
    folder.mkdir(parents=True)
    title = f"The {name.capitalize()}"
    (folder / "review.md").write_text(REVIEW.format(title=title, by=by, kind=kind, text=text, more=MORE), encoding="utf-8")
    script = SCRIPT.format(slug=name.upper(), title=title, intro=f"{by} has been away with a {kind}.", text=text)
    (folder / "script.txt").write_text(script + extra, encoding="utf-8")
    return folder


def noise(path: Path, seconds: float, rate: int = 22_050) -> None:
    """A file of others: soft noise, mono, 16 bit."""
    samples = np.random.default_rng(5).normal(0, 1000, round(seconds * rate)).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(samples.tobytes())


def show(root: Path, settings: str = SHOW) -> Path:
    """A show's folder."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "segment.toml").write_text(settings, encoding="utf-8")
    return root


def episode(root: Path, text: str, name: str = "friday") -> Path:
    """An episode's folder with its episode.toml."""
    folder = root / "episodes" / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "episode.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The episode, made once for all tests that only look."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as surroundings:
        surroundings.setenv("XDG_CONFIG_HOME", str(home / "config"))
        surroundings.setenv("XDG_CACHE_HOME", str(home / "cache"))
        root = show(tmp_path_factory.mktemp("show"))
        story(root, "film", "film", "Ann Example", FILM)
        story(root, "book", "book", "Bo Sample", BOOK)
        noise(episode(root, EPISODE) / "visit.wav", 5.0)
        return Built(root=root, made=make_episode(root / "episodes" / "friday", formats=("all",)))


Told = Callable[[str], list[tuple[float, str]]]
