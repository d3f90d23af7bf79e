"""Nothing a user made is ever overwritten or lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from segment.errors import ProjectError
from segment.media import files
from segment.model.report import BuildRecord, Output
from segment.project import outputs
from segment.publish.record import record_json

NAMES = ("a.mp3", "a.vtt", "a.report.json")


def record_of(folder: Path) -> str:
    """A build record that owns what is in the folder now."""
    made = tuple(
        Output(path=n, sha256=files.sha256(folder / n), bytes=(folder / n).stat().st_size, media_type="x") for n in NAMES[:-1]
    )
    return record_json(BuildRecord(tool="t", outputs=made))


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder with a finished build."""
    for name in NAMES[:-1]:
        (tmp_path / name).write_text(f"made {name}")
    (tmp_path / "a.report.json").write_text(record_of(tmp_path))
    return tmp_path


def test_our_own_unchanged_files_are_not_in_the_way(built: Path) -> None:
    """A build can be made again over itself."""
    assert outputs.in_the_way(built, "a", NAMES) == ()


def test_an_edited_file_is_in_the_way(built: Path) -> None:
    """One changed byte makes a file the user's."""
    (built / "a.vtt").write_text("made a.vtt!")
    assert outputs.in_the_way(built, "a", NAMES) == (built / "a.vtt",)


def test_a_foreign_file_is_in_the_way(tmp_path: Path) -> None:
    """A file of that name with no build record is not touched; so is a record that is not ours."""
    (tmp_path / "a.mp3").write_text("holiday")
    (tmp_path / "a.report.json").write_text("{}")
    assert outputs.in_the_way(tmp_path, "a", NAMES) == (tmp_path / "a.mp3", tmp_path / "a.report.json")
    with pytest.raises(ProjectError, match=r"a\.mp3") as caught:
        outputs.refuse_to_overwrite(outputs.in_the_way(tmp_path, "a", NAMES))
    assert caught.value.exit_code == 2
    assert "--force" in caught.value.hint


def test_a_build_killed_between_two_renames_still_knows_its_own(built: Path) -> None:
    """With the coming record laid beside them, half-renamed outputs are ours in either state."""
    (built / "b").mkdir()
    for name in NAMES[:-1]:
        (built / "b" / name).write_text(f"newer {name}")
    outputs.announce(built, "a", record_of(built / "b").encode())
    (built / "a.mp3").write_text("newer a.mp3")
    assert outputs.in_the_way(built, "a", NAMES) == ()
    (built / "a.mp3").write_text("edited")
    assert outputs.in_the_way(built, "a", NAMES) == (built / "a.mp3",)


def test_setting_aside_never_overwrites(tmp_path: Path) -> None:
    """The old file takes the first free NAME~N."""
    for text in ("one", "two", "three"):
        (tmp_path / "a.mp3").write_text(text)
        outputs.set_aside(tmp_path / "a.mp3")
    assert [(tmp_path / f"a.mp3~{n}").read_text() for n in (1, 2, 3)] == ["one", "two", "three"]
    assert not (tmp_path / "a.mp3").exists()


def test_staged_files_appear_together_or_not_at_all(tmp_path: Path) -> None:
    """A failure inside the block leaves the old files whole and nothing beside them."""
    (tmp_path / "a.mp3").write_text("old")

    def fail_half_way() -> None:
        with outputs.staged(tmp_path, NAMES) as part:
            part["a.mp3"].write_text("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()

    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {"a.mp3": "old"}
    with outputs.staged(tmp_path, NAMES) as part:
        for name in NAMES:
            part[name].write_text(f"new {name}")
    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {name: f"new {name}" for name in NAMES}
