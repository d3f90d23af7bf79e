"""Story folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from segment.errors import ProjectError
from segment.project.load import find_root
from segment.project.story import story_of


@pytest.fixture
def show(tmp_path: Path) -> Path:
    """A show with one story."""
    folder = tmp_path / "stories" / "calvary"
    (folder / "takes").mkdir(parents=True)
    (tmp_path / "segment.toml").touch()
    (folder / "review.md").write_text("x")
    return tmp_path


@pytest.mark.parametrize("name", ["", "review.md", "script.txt"])
def test_a_story_is_found_by_folder_review_or_script(show: Path, name: str) -> None:
    """All three name the same story."""
    story = story_of(show / "stories" / "calvary" / name, str(show))
    assert story is not None
    assert story.review.name == "review.md"
    assert story.script == (show / "stories" / "calvary" / "script.txt").resolve()
    assert story.out == story.folder / "out"


def test_a_page_elsewhere_is_no_story(show: Path) -> None:
    """A page in the show's root, or with no show around it, belongs to no story."""
    assert story_of(show / "page.txt", str(show)) is None
    assert story_of(show / "stories" / "calvary" / "review.md", "") is None


def test_takes_are_named_after_their_role(show: Path) -> None:
    """Sound files in takes/ count by their stems, numbered ones after each other; others do not."""
    folder = show / "stories" / "calvary" / "takes"
    for name in ("critic-10.wav", "critic.wav", "Host.m4a", "critic-2.wav", "notes.txt", ".hidden.wav"):
        (folder / name).touch()
    story = story_of(folder.parent, str(show))
    assert story is not None
    assert {role: [path.name for path in paths] for role, paths in story.takes().items()} == {
        "critic": ["critic.wav", "critic-2.wav", "critic-10.wav"],
        "host": ["Host.m4a"],
    }


def test_a_story_folder_without_a_review_says_so(show: Path) -> None:
    """An empty story folder is a sentence with what to do."""
    (show / "stories" / "empty").mkdir()
    with pytest.raises(ProjectError, match="no review in empty") as caught:
        story_of(show / "stories" / "empty", str(show))
    assert caught.value.exit_code == 1


def test_a_story_linked_into_a_show_is_a_story_of_that_show(show: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A folder kept elsewhere, such as on a shared disk, and linked into stories/ is found with its show and stays there."""
    elsewhere = tmp_path_factory.mktemp("disk") / "lincoln"
    elsewhere.mkdir()
    (elsewhere / "review.md").write_text("x")
    linked = show / "stories" / "lincoln"
    linked.symlink_to(elsewhere)
    assert find_root(linked) == show.resolve()
    story = story_of(linked, str(show))
    assert story is not None
    assert story.review.read_text() == "x"
    assert story.out.resolve().parent == elsewhere.resolve()


@pytest.mark.parametrize("root", [True, False])
def test_a_folder_that_is_no_story_says_so(show: Path, tmp_path_factory: pytest.TempPathFactory, root: bool) -> None:
    """A folder outside a show's stories is told as that, with what to name instead."""
    with pytest.raises(ProjectError, match="not a story") as caught:
        story_of(tmp_path_factory.mktemp("plain"), str(show) if root else "")
    assert "stories/" in caught.value.hint
