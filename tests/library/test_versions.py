"""The version of an installed package."""

from __future__ import annotations

from importlib import metadata

import pytest

from segment.library.versions import version


@pytest.mark.parametrize("name", ["radio-segment", "espeakng-loader", "numpy", "Jinja2"])
def test_versions_are_those_of_the_standard_library(name: str) -> None:
    """Read off a folder's name, it is what the slow way says."""
    assert version(name) == metadata.version(name)


def test_a_package_that_is_not_there() -> None:
    """Is told as the standard library tells it."""
    with pytest.raises(metadata.PackageNotFoundError):
        version("no-such-package")
