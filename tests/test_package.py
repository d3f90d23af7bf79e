"""What ships: the built-in templates, voices, music, cover and example are found wherever the package is installed."""

from __future__ import annotations

import tomllib
from importlib.metadata import entry_points, version
from pathlib import Path

import segment
from segment.library.places import built_in

ROOT = Path(__file__).resolve().parent.parent


def test_the_built_in_things_are_there() -> None:
    """Every kind of built-in thing has at least one file."""
    for kind, pattern in (
        ("scripts", "*.j2"),
        ("voices", "*.toml"),
        ("beds", "*.flac"),
        ("art", "*.png"),
        ("examples", "*/*.txt"),
    ):
        assert list(built_in(kind).glob(pattern)), kind


def test_everything_in_a_top_level_folder_is_packed() -> None:
    """The wheel's build names every top-level folder that the look-up expects inside the package."""
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packed = table["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert packed == {name: f"segment/builtin/{name}" for name in ("scripts", "voices", "examples")}


def test_the_command_is_installed() -> None:
    """``segment`` is a console script of the distribution."""
    assert [point.value for point in entry_points(group="console_scripts") if point.name == "segment"] == ["segment.cli.main:run"]


def test_the_changelog_knows_the_version() -> None:
    """The version that is installed has an entry in the changelog."""
    assert f"## {version('radio-segment')}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_public_name_can_be_had() -> None:
    """Each name in ``segment.__all__`` loads, and has a docstring."""
    for name in segment.__all__:
        assert getattr(segment, name).__doc__, name


def test_an_unknown_name_is_an_attribute_error() -> None:
    """The lazy package behaves like any other for names it does not have."""
    assert not hasattr(segment, "nosuch")
    assert set(segment.__all__) == set(dir(segment))
