"""A show with stories, and an episode of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from segment.project.episode.places import Place, place_of

Written = Callable[[str], Place]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Writes an episode.toml into a show with the stories ``film`` and ``book``."""
    (tmp_path / "segment.toml").write_text('[show]\nname = "The Friday Review"\n', encoding="utf-8")
    for name in ("film", "book"):
        (tmp_path / "stories" / name).mkdir(parents=True)

    def write(text: str, name: str = "friday") -> Place:
        folder = tmp_path / "episodes" / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "episode.toml").write_text(text, encoding="utf-8")
        return place_of(folder)

    return write
