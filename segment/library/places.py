"""Where templates, voices, beds and examples are looked for: project, then user, then built-in; where the tool keeps things."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from msgspec import Struct
from platformdirs import user_cache_path, user_config_path

APP = "radio-segment"
Kind = Literal["scripts", "voices", "beds", "art", "examples"]
Origin = Literal["project", "user", "built-in"]

_PACKAGE = Path(__file__).resolve().parent.parent


class Place(Struct, frozen=True, kw_only=True):
    """One folder that may hold named things of one kind."""

    origin: Origin
    folder: Path


def built_in(kind: Kind) -> Path:
    """The folder that ships with the package.

    A wheel holds the top-level folders inside the package; a checkout (also an editable install, which knows no
    force-include) holds them beside it.
    """
    if kind in {"beds", "art"}:
        return _PACKAGE / "library" / kind
    shipped = _PACKAGE / "builtin" / kind
    return shipped if shipped.is_dir() else _PACKAGE.parent / kind


def user_folder() -> Path:
    """The user's own segment.toml, scripts/ and voices/."""
    return user_config_path(APP, appauthor=False)


def store(root: str = "") -> Path:
    """Where what can be made again is kept: ``.segment`` in the project, or the user's cache folder outside any."""
    return Path(root) / ".segment" if root else user_cache_path(APP, appauthor=False)


def places(kind: Kind, root: str = "") -> tuple[Place, ...]:
    """Folders to look in, first wins; ``root`` is the project's folder or empty."""
    own = (Place(origin="project", folder=Path(root) / kind),) if root else ()
    return (*own, Place(origin="user", folder=user_folder() / kind), Place(origin="built-in", folder=built_in(kind)))
