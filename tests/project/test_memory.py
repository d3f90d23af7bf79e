"""What pure stages made is remembered, and made anew whenever anything it was made from has changed."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from msgspec.structs import replace

from segment.model.finding import Finding
from segment.model.project import Project
from segment.project import memory
from segment.project.memory import remembered


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A show that keeps what it makes in a folder of the test's."""
    return Project(root=str(tmp_path))


class Stage:
    """Makes a note, and counts how often."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> tuple[Finding, ...]:
        """The note."""
        self.made += 1
        return (Finding(code="SC209", level="warning", message="Ça, “trop” long.", hint="Cut it."),)


def kept(project: Project) -> list[Path]:
    """What is remembered."""
    return sorted((Path(project.root) / ".segment" / "made").glob("*.json"))


def test_the_same_things_are_made_once(project: Project) -> None:
    """What was made of the same things is there, equal, without its stage; of other things, or by another stage, it is made."""
    stage = Stage()

    def asked(name: str, *given: object) -> tuple[Finding, ...]:
        return remembered(project, name, list(given), tuple[Finding, ...], stage)

    first = asked("notes", "text", project)
    assert asked("notes", "text", project) == first
    assert stage.made == 1
    asked("notes", "text.", project)
    asked("notes", "text", replace(project, notes=replace(project.notes, allow=("SC209",))))
    asked("other", "text", project)
    assert stage.made == 4


@pytest.mark.parametrize("damage", [b"", b"[", b'[{"code": 3}]', b"\xff\xfe", b'{"a": 1}'])
def test_what_cannot_be_read_is_made_anew(project: Project, damage: bytes) -> None:
    """A file that is cut off, of another form or no text does no harm, and is put right."""
    stage = Stage()
    good = remembered(project, "notes", [1], tuple[Finding, ...], stage)
    (path,) = kept(project)
    whole = path.read_bytes()
    path.write_bytes(damage)
    assert remembered(project, "notes", [1], tuple[Finding, ...], stage) == good
    assert stage.made == 2
    assert path.read_bytes() == whole


def test_another_program_remembers_nothing_of_ours(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed file of the package, and a package that is installed, changed or gone, make everything anew."""
    package, packages = tmp_path / "package", tmp_path / "packages"
    (package / "room").mkdir(parents=True)
    (package / "room" / "stage.py").write_text("x = 1")
    (packages / "other-1.0.dist-info").mkdir(parents=True)
    monkeypatch.setattr(memory, "_PACKAGE", package)
    monkeypatch.syspath_prepend(str(packages))
    seen = []
    for change in (
        lambda: None,
        lambda: (package / "room" / "stage.py").write_text("x = 10"),
        lambda: (packages / "other-1.0.dist-info").rename(packages / "other-1.1.dist-info"),
        (packages / "new-1.0.dist-info").mkdir,
    ):
        change()
        memory._program.cache_clear()
        seen.append(memory._program())
    monkeypatch.undo()
    memory._program.cache_clear()
    assert len(set(seen)) == 4


def test_what_does_not_last_or_may_not_be_kept_is_not(project: Project) -> None:
    """Nothing is kept of what is said not to last, of what raised, and in a show that keeps nothing."""
    stage = Stage()
    for _ in range(2):
        remembered(project, "notes", [1], tuple[Finding, ...], stage, lasting=lambda: False)
        remembered(replace(project, shelf=replace(project.shelf, megabytes=0)), "notes", [2], tuple[Finding, ...], stage)
    assert stage.made == 4

    def broken() -> tuple[Finding, ...]:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        remembered(project, "notes", [3], tuple[Finding, ...], broken)
    assert not kept(project)


def test_the_oldest_go(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """So many are kept and no more; those longest not used go first."""
    monkeypatch.setattr(memory, "_KEPT", 3)
    stage = Stage()
    for number in (1, 2, 3, 1, 4, 5):
        time.sleep(0.03)  # a file's time moves on by steps
        remembered(project, "notes", [number], tuple[Finding, ...], stage)
    assert len(kept(project)) == 3
    before = stage.made
    remembered(project, "notes", [1], tuple[Finding, ...], stage)
    assert stage.made == before


def test_nothing_that_is_run_comes_from_there(project: Project) -> None:
    """What is remembered is JSON in a folder that is marked as one that can be made again."""
    remembered(project, "notes", [1], tuple[Finding, ...], Stage())
    (path,) = kept(project)
    assert path.read_text(encoding="utf-8").startswith('[{"code":"SC209"')
    assert (path.parent / "CACHEDIR.TAG").is_file()
