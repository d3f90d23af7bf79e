"""Templates and voices by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from segment.errors import ProjectError
from segment.library import lookup, places


def test_the_project_wins_over_the_user_and_both_over_the_built_in(tmp_path: Path) -> None:
    """The first place that has a name wins, and the listing says which."""
    built_in = lookup.find("scripts", "review", str(tmp_path))
    assert built_in.origin == "built-in"
    own = places.user_folder() / "scripts"
    own.mkdir(parents=True)
    (own / "review.j2").write_text("user")
    assert lookup.find("scripts", "review", str(tmp_path)).origin == "user"
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "review.j2").write_text("project")
    assert lookup.find("scripts", "review.j2", str(tmp_path)).origin == "project"


@pytest.mark.parametrize(("kind", "wrong", "meant"), [("scripts", "reveiw", "review"), ("voices", "critc", "critic")])
def test_a_wrong_name_is_told_with_the_nearest_and_all_there_are(kind: places.Kind, wrong: str, meant: str) -> None:
    """Exit code 3, the name asked for, the name probably meant, and the list."""
    with pytest.raises(ProjectError, match=wrong) as caught:
        lookup.find(kind, wrong)
    assert caught.value.exit_code == 3
    assert f"Did you mean {meant}?" in caught.value.hint


def test_parts_of_templates_are_found_but_not_offered() -> None:
    """_house.j2 can be extended by templates and is not in the list for people."""
    assert lookup.find("scripts", "_house.j2").name == "_house"
    with pytest.raises(ProjectError) as caught:
        lookup.find("scripts", "nosuch")
    assert "_house" not in caught.value.hint
