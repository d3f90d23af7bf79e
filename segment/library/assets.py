"""Music and stings by name: the project's own, then the built-in ones."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from segment.library.places import built_in
from segment.model.asset import Asset, Right


def built_in_assets() -> dict[str, Asset]:
    """The music that ships with the package, by name."""
    folder = built_in("beds")
    table = tomllib.loads((folder / "beds.toml").read_text(encoding="utf-8"))
    return {
        name: Asset(
            name=name,
            path=str(folder / entry.get("file", f"{name}.flac")),
            title=entry["title"],
            author=entry["author"],
            licence=entry["licence"],
            rights=tuple(entry["rights"]),
        )
        for name, entry in table.items()
        if isinstance(entry, dict)
    }


def allowed(asset: Asset, use: Right) -> bool:
    """Whether an asset may sound in a deliverable; one that says nothing of its rights may, with a note elsewhere."""
    return not asset.rights or use in asset.rights


def choose(name: str, own: Mapping[str, Asset], use: Right, house: Mapping[str, Asset], *, instead: str) -> Asset | None:
    """The asset a cue means in one deliverable.

    An asset of the project that may not be used there gives way to the house's own of that name, or to the house's
    ``instead``; None when nobody knows the name or there is nothing to put in its place.
    """
    asset = own.get(name)
    if asset is None:
        return house.get(name)
    if allowed(asset, use):
        return asset
    return house.get(name) or house.get(instead)


def resolved(asset: Asset, root: str) -> Path:
    """The asset's file; a project's path is relative to its root."""
    return Path(asset.path) if asset.origin == "built-in" else Path(root) / asset.path
