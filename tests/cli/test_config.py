"""segment config and segment check, as a person runs them."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Segment


def test_config_shows_and_writes(segment: Segment, tmp_path: Path) -> None:
    """One setting is shown, with its origin, and written; --dry-run says what would be and writes nothing."""
    path = tmp_path / "segment.toml"
    path.write_text("# ours\n[air]\nlufs = -22 # agreed\n")
    assert segment("config", "air.lufs", cwd=tmp_path).stdout.strip() == "-22"
    assert "[project: " in segment("config", "air.lufs", "--origin", cwd=tmp_path).stdout
    planned = segment("config", "air.lufs", "-23", "--dry-run", cwd=tmp_path)
    assert planned.stdout.startswith("would write"), planned.stderr
    assert "-22 # agreed" in path.read_text()
    written = json.loads(segment("config", "air.lufs", "-23", "--json", cwd=tmp_path).stdout)
    assert (written["value"], written["before"], written["written"]) == (-23.0, -22, True)
    assert path.read_text() == "# ours\n[air]\nlufs = -23.0 # agreed\n"
    wrong = segment("config", "air.luf", "-23", cwd=tmp_path)
    assert wrong.returncode == 2
    assert "Did you mean air.lufs?" in wrong.stderr


def test_config_as_json_and_schema(segment: Segment, tmp_path: Path) -> None:
    """--json has every setting with its origin; --schema is a document of its own, outside any show too."""
    listed = json.loads(segment("config", "--json", cwd=tmp_path).stdout)["settings"]
    assert {one["origin"] for one in listed} == {"built-in"}
    assert json.loads(segment("config", "--schema", cwd=tmp_path).stdout)["type"] == "object"
    assert segment("config", "--orign", cwd=tmp_path).returncode == 2


def test_check_ends_with_two_where_something_is_wrong(segment: Segment, tmp_path: Path) -> None:
    """A show with mistakes ends with 2 and names each; a sound one with 0; the scaffold is sound."""
    assert segment("init", "show", cwd=tmp_path).returncode == 0
    assert segment("check", "show", cwd=tmp_path).returncode == 0
    (tmp_path / "show" / "segment.toml").write_text("[air]\nlufs = 3\nhst = 1\n")
    done = segment("check", "show/segment.toml", "--json", cwd=tmp_path)
    assert done.returncode == 2
    assert [note["code"] for note in json.loads(done.stdout)["findings"]] == ["PJ002", "PJ001"]


def test_the_shows_own_slot_is_written_to(segment: Segment, tmp_path: Path) -> None:
    """script.slot is what a script is written to where no flag says otherwise, and a template of another length is left alone."""
    assert segment("init", "show", cwd=tmp_path).returncode == 0
    show, page = tmp_path / "show", "stories/salt-in-the-piano/review.md"
    assert segment("config", "script.slot", "2:00", cwd=show).returncode == 0
    assert "SLOT: 2:00" in segment("script", page, cwd=show).stdout
    assert "SLOT: 2:30" in segment("script", page, "--slot", "2:30", cwd=show).stdout
    assert "SLOT: 2:00" not in segment("script", page, "-t", "promo-30", cwd=show).stdout
