"""What a build writes besides its finished files when it is asked to: stems, labels, cue sheets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from segment.media import float_wav
from segment.mix.render import render
from segment.mix.stems import stems
from segment.model.made import Row
from segment.model.sound import Spoken
from segment.model.timeline import Timeline
from segment.project.deliverable import Deliverable
from segment.project.job import Also
from segment.publish.cue_sheet import cue_sheet
from segment.publish.labels import labels

Write = Callable[[Path], object]

_MEDIA_TYPES = {".wav": "audio/wav", ".csv": "text/csv", ".txt": "text/plain"}


def media_type(name: str) -> str:
    """The media type of an extra file, by its ending."""
    return _MEDIA_TYPES[Path(name).suffix]


def extras(
    also: frozenset[Also], stem: str, made: Deliverable, spoken: Mapping[str, Spoken], rows: tuple[Row, ...]
) -> dict[str, Write]:
    """The extra files of one deliverable by name, each as what writes it to a path."""
    timeline = made.timeline
    start = f"{stem}.air" if timeline.deliverable == "air" else stem
    wanted: dict[str, Write] = {}
    if "labels" in also:
        wanted[f"{start}.labels.txt"] = partial(_text, labels(rows))
    if "cue-sheet" in also:
        wanted[f"{start}.cue-sheet.csv"] = partial(_text, cue_sheet(timeline, made.assets))
    if "stems" in also:
        for name, part in stems(timeline).items():
            wanted[f"{start}.stem-{name}.wav"] = partial(_stem, part, made, spoken)
    return wanted


def _text(text: str, path: Path) -> None:
    path.write_bytes(text.encode())


def _stem(part: Timeline, made: Deliverable, spoken: Mapping[str, Spoken], path: Path) -> None:
    """One channel where all that sounds in it is mono and stands in the middle; it counts on both sides."""
    mono = all(not line.pan and spoken[line.id].sound.samples.shape[1] == 1 for line in part.voiced) and all(
        piece.kind == "room" or made.sounds[piece.asset].samples.shape[1] == 1 for piece in part.played
    )
    float_wav.write(path, render(part, spoken, made.sounds), part.frames, part.rate, 1 if mono else 2)
