"""The music, stings and clips a running order names, read from disk, each where it may be used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from segment.errors import Cause, ProjectError
from segment.library.assets import built_in_assets, choose, resolved
from segment.media import sound
from segment.mix.energy import Energies
from segment.model.asset import Asset, Right
from segment.model.finding import Finding
from segment.model.project import Project
from segment.model.running_order import RunningOrder
from segment.model.script import Clip, Music, Sting
from segment.model.sound import Sound
from segment.wording import did_you_mean, quoted


class Crate:
    """Sounds read once for a whole build, by path, and what was measured of them and of the lines beside them."""

    def __init__(self) -> None:
        self.energies = Energies()
        self._sounds: dict[Path, Sound] = {}

    def read(self, path: Path) -> Sound:
        """The sound; read from disk the first time."""
        if path not in self._sounds:
            self._sounds[path] = sound.read(path)
        return self._sounds[path]

    def has(self, path: Path) -> bool:
        """Whether it was read, or put there."""
        return path in self._sounds

    def put(self, path: Path, sound: Sound) -> None:
        """Takes a sound as what would be read from ``path``."""
        self._sounds[path] = sound


class Programme(Struct, frozen=True, kw_only=True):
    """What a deliverable's cues can play."""

    sounds: dict[str, Sound]
    used: dict[str, Path]
    """The file behind each name."""
    assets: dict[str, Asset]
    """What is known of it."""
    findings: tuple[Finding, ...]


def names(order: RunningOrder) -> dict[str, str]:
    """Every asset name in the order of its first cue, with the house's music that may stand in for it."""
    found: dict[str, str] = {}
    for entry in order.entries:
        match entry.item:
            case Music(bed=bed, moves=moves):
                for name in (bed, *(move.bed for move in moves if move.bed)):
                    found.setdefault(name, "intro")
            case Sting(asset=asset) | Clip(asset=asset):
                found.setdefault(asset, "sting")
    return found


def gather(order: RunningOrder, project: Project, use: Right, crate: Crate, beside: Path) -> Programme:
    """Read what the order names: music of the project or the house, else a file beside the script.

    Raises ProjectError (a thing is missing) for a name that is neither, MediaError for a file that cannot be read.
    """
    house = built_in_assets()
    sounds: dict[str, Sound] = {}
    used: dict[str, Path] = {}
    assets: dict[str, Asset] = {}
    findings: list[Finding] = []
    for name, instead in names(order).items():
        asset = choose(name, project.beds, use, house, instead=instead) or _file(beside / name, name)
        if asset is None:
            raise _unknown(name, sorted({*project.beds, *house}))
        findings.extend(_rights(name, asset, project.beds, use))
        used[name] = resolved(asset, project.root)
        assets[name] = asset
        sounds[name] = crate.read(used[name])
    return Programme(sounds=sounds, used=used, assets=assets, findings=tuple(findings))


def _file(path: Path, name: str) -> Asset | None:
    return Asset(name=name, path=str(path.resolve()), title=path.stem, origin="project") if path.is_file() else None


def _unknown(name: str, known: list[str]) -> ProjectError:
    return ProjectError(
        f"There is no music, sting or file called {quoted(name)}.",
        hint=did_you_mean(name, known, f"There is: {', '.join(known)}; or a sound file beside the script."),
        cause=Cause.MISSING,
    )


def _rights(name: str, asset: Asset, own: Mapping[str, Asset], use: Right) -> Iterator[Finding]:
    if name in own and asset is not own[name]:
        yield Finding(
            code="PJ020",
            level="warning",
            message=f"{own[name].title} may not be used in the {use} file: the house music plays instead.",
            hint=f'Add "{use}" to the rights of beds.{toml_key(name)} if it may.',
        )
    elif not asset.rights:
        yield Finding(
            code="PJ021",
            level="warning",
            message=f"Nothing says where {asset.title} may be used.",
            hint=_say_so(name) if name in own else _name_it(name),
        )


def _say_so(name: str) -> str:
    return f'Under [beds.{toml_key(name)}] in segment.toml, say rights = ["air", "podcast"].'


def _name_it(name: str) -> str:
    stem = Path(name).stem
    section = f"[beds.{toml_key(stem)}]"
    return f'Name it in segment.toml: {section} with its file and rights = ["air", "podcast"]. Its name in scripts is {stem}.'


def toml_key(name: str) -> str:
    """A name as a key of TOML."""
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else f'"{name}"'
