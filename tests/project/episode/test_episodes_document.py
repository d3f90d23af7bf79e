"""docs/episodes.md says what is so."""

from __future__ import annotations

import re
from pathlib import Path

from segment.model.script import Clip
from segment.project.episode.fields import table
from segment.project.episode.reading import read_episode
from segment.script import examine
from tests.project.episode.conftest import Written

DOCUMENT = (Path(__file__).resolve().parents[3] / "docs" / "episodes.md").read_text(encoding="utf-8")
PACKAGE = Path(__file__).resolve().parents[3] / "segment"


def block(kind: str) -> str:
    """The first example of its kind."""
    found = re.search(rf"```{kind}\n(.*?)```", DOCUMENT, re.DOTALL)
    assert found
    return found[1]


def test_the_example_is_right(written: Written, tmp_path: Path) -> None:
    """The episode.toml shown is read without a mistake, once what it names is there."""
    for name in ("salt-in-the-piano", "what-the-hedge-knew"):
        (tmp_path / "stories" / name).mkdir()
    place = written(block("toml"))
    for name in ("next-week.wav", "organ.wav"):
        (place.folder / name).write_bytes(b"RIFF")
    episode = read_episode(place)
    assert [one.name for one in episode.segments] == [
        "salt-in-the-piano",
        "next-week",
        "what-the-hedge-knew",
        "organ",
        "exhibition-of-the-week",
    ]
    assert episode.segments[3].at_s == 15 * 60


def test_the_table_has_every_key() -> None:
    """The table of the document is the table that reading goes by."""
    assert table() in DOCUMENT


def test_the_script_shown_is_one() -> None:
    """It holds a clip that stands for a segment, and no mistake."""
    parsed = examine(f"PIECE:\n{block('script')}", roles={"host"})
    assert [item.asset for item in parsed.script.items if isinstance(item, Clip)] == ["salt-in-the-piano"]
    assert not [note for note in parsed.findings if note.level == "error"]


def test_every_note_is_listed() -> None:
    """Each code that the program gives has a row, and each row is given."""
    given = set()
    for path in (PACKAGE / "project" / "episode").glob("*.py"):
        given |= set(re.findall(r'"(EP\d{3})"', path.read_text(encoding="utf-8")))
    assert given == set(re.findall(r"^\| (EP\d{3}) \|", DOCUMENT, re.MULTILINE))
