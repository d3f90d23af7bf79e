"""What this machine has for making segments, and what it lacks."""

from __future__ import annotations

import platform
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from msgspec import Struct

from segment.errors import SegmentError
from segment.library import lookup
from segment.library.assets import built_in_assets
from segment.library.places import Kind, user_folder
from segment.model.voice import VoiceProfile
from segment.project.load import find_root, load
from segment.publish.exporters import EXPORTERS
from segment.voice.engines import ENGINES

_USUAL = VoiceProfile().engine
_LIBRARIES = ("numpy", "soxr", "soundfile", "av", "lameenc", "mutagen", "jinja2", "pyttsx3", "espeakng-loader", "pydub")


class Check(Struct, frozen=True, kw_only=True):
    """One thing that was looked at."""

    name: str
    ok: bool
    needed: bool
    """False for what only some jobs need."""
    detail: str
    hint: str = ""


def _python() -> Check:
    return Check(name="Python", ok=True, needed=True, detail=f"{platform.python_version()} on {sys.platform}")


def _libraries() -> Iterator[Check]:
    for name in _LIBRARIES:
        try:
            yield Check(name=name, ok=True, needed=True, detail=version(name))
        except PackageNotFoundError:
            yield Check(name=name, ok=False, needed=True, detail="not installed", hint=f"pip install {name}")


def _engines() -> Iterator[Check]:
    for name, engine in ENGINES.items():
        missing = engine.missing()
        works = f"speaks ({engine.untried})" if engine.untried else "speaks"
        yield Check(name=f"voice engine {name}", ok=not missing, needed=name == _USUAL, detail=missing or works)


def _formats() -> Iterator[Check]:
    lacking = {name: format_.missing() for name, format_ in EXPORTERS.items()}
    works = [name for name, missing in lacking.items() if not missing]
    yield Check(name="file formats", ok=bool(works), needed=True, detail=", ".join(works))
    for name, missing in lacking.items():
        if missing:
            yield Check(name=f"file format {name}", ok=False, needed=False, detail=missing)


def _listing(kind: Kind, root: str) -> Check:
    word = {"scripts": "templates", "voices": "voices"}.get(kind, kind)
    found = [item for item in lookup.listing(kind, root) if not item.name.startswith("_")]
    names = ", ".join(f"{item.name} ({item.origin})" for item in found)
    return Check(name=word, ok=bool(found), needed=True, detail=names or "none")


def _music() -> Check:
    beds = built_in_assets()
    lost = [asset.path for asset in beds.values() if not Path(asset.path).is_file()]
    return Check(name="music", ok=not lost, needed=True, detail=", ".join(lost or beds), hint="Install again." if lost else "")


def _ffmpeg() -> Check:
    found = shutil.which("ffmpeg")
    return Check(
        name="ffmpeg",
        ok=bool(found),
        needed=False,
        detail=found or "not there; only pydub's export to odd formats would use it",
    )


def _project(folder: Path) -> Check:
    root = find_root(folder)
    if root is None:
        return Check(name="project", ok=True, needed=False, detail=f"no segment.toml here; user settings in {user_folder()}")
    try:
        load(folder)
    except SegmentError as error:
        return Check(name="project", ok=False, needed=True, detail=str(error))
    return Check(name="project", ok=True, needed=True, detail=str(root / "segment.toml"))


def check_up(folder: Path) -> tuple[Check, ...]:
    """Every check, in the order to read them."""
    root = find_root(folder)
    place = str(root) if root else ""
    return (
        _python(),
        *_libraries(),
        *_engines(),
        *_formats(),
        _listing("voices", place),
        _listing("scripts", place),
        _music(),
        _ffmpeg(),
        _project(folder),
    )
