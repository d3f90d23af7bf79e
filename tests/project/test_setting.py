"""Writing a setting leaves the rest of the file as a person wrote it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from segment.errors import ProjectError
from segment.project.check import flatten
from segment.project.scaffold import _SETTINGS
from segment.project.setting import planned, write_setting

WRITES = [
    ("air.lufs", "-23", -23.0),
    ("air.host", "recorded", "recorded"),
    ("podcast.kbps", "192", 192),
    ("script.spoilers", "true", True),
    ("script.slot", "2:50-3:00", "2:50-3:00"),
    ("roles.critic.person", 'Zoë "Z." Example', 'Zoë "Z." Example'),
    ("notes.allow", "SC209, SC221", ["SC209", "SC221"]),
    ("headings.Le pitch. Enfin", "The premise", "The premise"),
    ("format", "1", 1),
]


@pytest.mark.parametrize(("key", "given", "value"), WRITES, ids=[key for key, _, _ in WRITES])
def test_comments_and_all_else_survive(tmp_path: Path, key: str, given: str, value: object) -> None:
    """Every line that was there is there after a write, in its order; the value is what was asked for."""
    path = tmp_path / "segment.toml"
    path.write_text(_SETTINGS, encoding="utf-8")
    write_setting(path, key, given)
    text = path.read_text(encoding="utf-8")
    kept = iter(text.splitlines())
    changed = [line for line in _SETTINGS.splitlines() if not line.startswith("host =")]
    assert all(line in kept for line in changed)
    assert "# the host reads INTRO and TAG" in text
    assert dict(flatten(tomllib.loads(text)))[key] == value
    before = dict(flatten(tomllib.loads(_SETTINGS)))
    assert {k: v for k, v in flatten(tomllib.loads(text)) if k != key} == {k: v for k, v in before.items() if k != key}


def test_writes_one_after_another(tmp_path: Path) -> None:
    """Any number of settings can be written into a file that was not there."""
    path = tmp_path / "new" / "segment.toml"
    for key, given, _ in WRITES:
        write_setting(path, key, given)
    assert dict(flatten(tomllib.loads(path.read_text(encoding="utf-8")))) == {key: value for key, _, value in WRITES}


@pytest.mark.parametrize(
    ("text", "key", "given", "told"),
    [
        ("", "air.luf", "-23", "not a setting"),
        ("", "air.lufs", "loud", "takes a number"),
        ("", "script.slot", "soon", "takes a length"),
        ("[air\n", "air.lufs", "-23", "cannot be read"),
        ("format = 9\n", "air.lufs", "-23", "newer version"),
        ("air = 1\n", "air.lufs", "-23", "no group"),
    ],
)
def test_what_would_be_wrong_is_not_written(tmp_path: Path, text: str, key: str, given: str, told: str) -> None:
    """A wrong key or value, a broken file or one of a newer version: a sentence, and the file is untouched."""
    path = tmp_path / "segment.toml"
    path.write_text(text)
    with pytest.raises(ProjectError, match=told):
        write_setting(path, key, given)
    assert path.read_text() == text


def test_a_plan_writes_nothing(tmp_path: Path) -> None:
    """What would be written can be had without writing it."""
    change, whole = planned(tmp_path / "segment.toml", "air.lufs", "-23")
    assert (change.value, change.before, list(tmp_path.iterdir())) == (-23.0, None, [])
    assert tomllib.loads(whole) == {"air": {"lufs": -23.0}}
