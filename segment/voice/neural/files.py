"""The files a profile names, and their digests."""

from __future__ import annotations

from functools import lru_cache
from hashlib import file_digest
from pathlib import Path

from segment.errors import VoiceError
from segment.media import refusal
from segment.model.voice import VoiceProfile


def beside(profile: VoiceProfile, name: str) -> Path:
    """Where a file is that a profile names: from the profile's own folder on, ``~`` being the user's home."""
    return Path(profile.folder, Path(name).expanduser()).absolute()


def stamp(path: Path) -> tuple[str, int, int]:
    """What tells a file from one that took its place: path, size, and time of change in ns. Raises VoiceError without it."""
    try:
        facts = path.stat()
    except OSError as error:
        raise _refused(path, error) from error
    return str(path), facts.st_size, facts.st_mtime_ns


def digest(path: Path) -> str:
    """SHA-256 of a file, read once in this process as long as it does not change. Raises VoiceError when it cannot be read."""
    return _digest(*stamp(path))


@lru_cache(maxsize=64)
def _digest(path: str, size: int, changed: int) -> str:
    try:
        with Path(path).open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise _refused(Path(path), error) from error


def _refused(path: Path, error: OSError) -> VoiceError:
    refused = refusal.reading(path, error)
    return VoiceError(refused.message, hint=refused.hint, cause=refused.cause)
