"""THIRD_PARTY.md and pyproject.toml tell the same story."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FREE = ("bsd", "mit", "mpl", "gpl", "psf", "apache", "python", "expat")

SILENT = {"espeakng-loader", "kokoro-onnx"}
"""Packages whose metadata name no licence; THIRD_PARTY.md says what is known."""


def dependencies() -> list[str]:
    """Names of the packages that an installation brings, its extras included."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [extra for name, extra in project["optional-dependencies"].items() if name != "test"]
    wanted = [requirement for group in (project["dependencies"], *extras) for requirement in group]
    return list(dict.fromkeys(re.split(r"[<>=;\s\[]", requirement, maxsplit=1)[0].lower() for requirement in wanted))


def listed() -> dict[str, str]:
    """Package and licence of each row."""
    rows = re.findall(r"^\| ([\w.-]+) \| ([^|]+) \|", (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8"), re.MULTILINE)
    return {name.lower(): licence.strip() for name, licence in rows if name not in {"package", "---"}}


def test_every_dependency_is_listed_once() -> None:
    """The table names exactly the packages that pyproject.toml asks for."""
    assert sorted(listed()) == sorted(dependencies())


@pytest.mark.parametrize("package", dependencies())
def test_the_installed_package_has_a_free_licence(package: str) -> None:
    """What is installed declares a licence that goes with GPL-3.0-or-later."""
    try:
        facts = metadata(package)
    except PackageNotFoundError:
        pytest.skip(f"{package} is not needed on this Python")
    declared = " ".join([facts.get("License-Expression") or "", facts.get("License") or "", *(facts.get_all("Classifier") or [])])
    if not declared.strip():
        assert package in SILENT
        return
    assert any(word in declared.lower() for word in FREE), declared
