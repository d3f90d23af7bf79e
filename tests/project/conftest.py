"""A show with a feed, and made segments in it without their sound."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from segment.model.episode import EpisodeRecord
from segment.model.loudness import Loudness
from segment.model.report import BuildRecord, DeliverableRecord, Input, Output, SoundRecord
from segment.model.sheet import Sheet, ShownChapter
from segment.publish.record import record_json

SETTINGS = """
[show]
name = "The Friday Review"
author = "Radio Example"
[feed]
url = "https://example.org/friday/feed.xml"
description = "Reviews."
"""
VTT = (
    b"WEBVTT\n\n00:00:01.000 --> 00:00:03.500\n<v Host>Hello &amp; welcome.\n\n00:00:04.000 --> 00:00:06.000\n<v Critic>A film.\n"
)
PNG = b"\x89PNG\r\n\x1a\n"
LOUDNESS = Loudness(
    integrated_lufs=-16, true_peak_dbtp=-1, lra_lu=3, short_term_max_lufs=-14, momentary_max_lufs=-12, sample_peak_dbfs=-2
)
Story = Callable[..., Path]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A show with a feed."""
    (tmp_path / "segment.toml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


@pytest.fixture
def story(root: Path) -> Story:
    """Makes the finished files of a story, or of an episode, without their sound."""

    def make(
        name: str,
        *,
        folder: str = "",
        title: str = "",
        date: str = "2026-03-06",
        withheld: tuple[str, ...] = (),
        sound: str = "",
        heard: tuple[SoundRecord, ...] = (),
        episode: EpisodeRecord | None = None,
        inputs: tuple[Input, ...] = (),
    ) -> Path:
        out = root / ("episodes" if episode else "stories") / (folder or name) / "out"
        out.mkdir(parents=True, exist_ok=True)
        data = (sound or name).encode() * 10
        (out / f"{name}.mp3").write_bytes(data)
        made = Output(path=f"{name}.mp3", sha256=hashlib.sha256(data).hexdigest(), bytes=len(data), media_type="audio/mpeg")
        (out / f"{name}.vtt").write_bytes(VTT)
        text = Output(path=f"{name}.vtt", sha256=hashlib.sha256(VTT).hexdigest(), bytes=len(VTT), media_type="text/vtt")
        sheet = Sheet(
            title=title or name.title(),
            show="The Friday Review",
            date=date,
            duration_s=180.0,
            withheld=withheld,
            chapters=(
                ShownChapter(title="<i>Part 0", start_s=0.0),
                ShownChapter(title="<i>Part 1", start_s=60.0, link='https://example.org/"whales', image=f"{name}.chapter-1.png"),
                ShownChapter(title="<i>Part 2", start_s=120.0, link="javascript:alert(1)"),
            ),
        )
        (out / f"{name}.chapter-1.png").write_bytes(PNG)
        picture = Output(
            path=f"{name}.chapter-1.png", sha256=hashlib.sha256(PNG).hexdigest(), bytes=len(PNG), media_type="image/png"
        )
        podcast = DeliverableRecord(name="podcast", duration_s=180.0, loudness=LOUDNESS, gain_db=0.0, limited_s=0.0, sounds=heard)
        record = record_json(
            BuildRecord(
                tool="test",
                inputs=inputs,
                outputs=(made, text, picture),
                deliverables=(podcast,),
                sheet=sheet,
                episode=episode,
            )
        )
        (out / f"{name}.report.json").write_text(record, encoding="utf-8")
        return out

    return make
