"""A three-minute programme, its tags, and an MP3 file with them, made here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import lameenc
import pytest

from segment.library.places import built_in
from segment.model.sound import Word
from segment.model.tags import Tags
from segment.model.timeline import ChapterMark, Timeline, Voiced
from segment.publish.id3 import id3

RATE = 22_050

MakeLine = Callable[..., Voiced]
MakeTimeline = Callable[..., Timeline]
MakeFile = Callable[[Tags, Timeline], Path]

HOST = 'Good morning. Our critic has been to the pictures --> twice, & he says "2 < 3".'
CRITIC = (
    "The lighthouse keeper and her brother do not speak. She has the lamp, he has the boat, and the sea is between them. "
    "Nobody in this film raises a voice. It's a quiet story, about people who have run out of things to say, and it is "
    "told with great patience; you will want to see it on a big screen."
)


@pytest.fixture
def line() -> MakeLine:
    """Makes a spoken line whose words follow one another at a reader's pace, a pause after each sentence."""

    def make(text: str, *, role: str = "critic", start_s: float = 0.0, timed: bool = True) -> Voiced:
        at, words = start_s, []
        for word in text.split():
            length = 0.1 + 0.05 * len(word)
            words.append(Word(text=word, start=round(at * RATE), end=round((at + length) * RATE)))
            at += length + (0.4 if word[-1] in ".!?" else 0.02)
        return Voiced(
            id=f"{role}-1",
            role=role,
            voice="test",
            part="PIECE",
            text=text,
            start=round(start_s * RATE),
            end=round(at * RATE),
            gain_db=0.0,
            words=tuple(words) if timed else (),
            timed=timed,
        )

    return make


@pytest.fixture
def timeline(line: MakeLine) -> MakeTimeline:
    """Makes a timeline of ``seconds`` with chapters at (second, title) and the two lines of this file."""

    def make(
        seconds: float = 181.0, chapters: tuple[tuple[float, str], ...] = (), *, lines: tuple[Voiced, ...] | None = None
    ) -> Timeline:
        return Timeline(
            deliverable="podcast",
            rate=RATE,
            frames=round(seconds * RATE),
            voiced=(line(HOST, role="host", start_s=1.0), line(CRITIC, start_s=10.0)) if lines is None else lines,
            chapters=tuple(ChapterMark(title=title, start=round(at * RATE), end=0) for at, title in chapters),
        )

    return make


@pytest.fixture
def tags() -> Tags:
    """Everything a file can say about itself."""
    return Tags(
        title="Film: “L'Été & après” 🎬",
        artist="Zoë Ångström",
        album="The Friday Review",
        date="2026-03-09",
        language="fr-CA",
        comment='She calls it "a quiet film".',
        copyright="© Radio Example",
        website="https://example.org/été?a=1&b=2",
        track="7",
        keywords=("film", "L'Été & après"),
        guid="a1b2",
        feed="https://example.org/feed.xml",
        category="TV & Film > Film Reviews",
    )


@pytest.fixture(scope="session")
def silence() -> bytes:
    """181 seconds of MP3."""
    encoder = lameenc.Encoder()
    encoder.set_channels(1)
    encoder.set_bit_rate(32)
    encoder.set_in_sample_rate(RATE)
    encoder.set_quality(7)
    return bytes(encoder.encode(bytes(2 * 181 * RATE)) + encoder.flush())


@pytest.fixture
def cover() -> bytes:
    """The built-in cover."""
    return (built_in("art") / "cover.png").read_bytes()


@pytest.fixture
def tagged(silence: bytes, cover: bytes, tmp_path: Path) -> MakeFile:
    """Makes an MP3 file with a tag."""

    def make(tags: Tags, timeline: Timeline) -> Path:
        path = tmp_path / "tagged.mp3"
        path.write_bytes(id3(tags, timeline, cover=cover, transcript=f"Host: {HOST}\n\nCritic: {CRITIC}\n") + silence)
        return path

    return make
