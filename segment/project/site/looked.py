"""What was found out about files of a site, kept with what can be made again: what nothing has touched since is not read again.

A show of years has gigabytes of sound; hashing all of it whenever one episode goes out would take longer than sending that one.
"""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import msgspec

from segment.media import files, remade

_FRESH_NS = 2 * 10**9
"""A file written this shortly before may be written again without its time telling."""

Stamp = tuple[int, int, int]


class Looked:
    """Hashes of files by path, each with the stamp it had."""

    def __init__(self, path: Path) -> None:
        """``path`` is where they are kept; what is there and cannot be read is forgotten."""
        self._path = path
        try:
            self._before = msgspec.msgpack.decode(path.read_bytes(), type=dict[str, tuple[Stamp, str]])
        except (OSError, msgspec.DecodeError):
            self._before = {}
        self._now: dict[str, tuple[Stamp, str]] = {}

    def sha256(self, path: Path) -> str:
        """The file's hash, of what was read before where nothing has touched it since. Raises MediaError."""
        key, stamp = str(path), _stamp(path)
        known, digest = self._before.get(key, ((0, 0, 0), ""))
        if known != stamp or not any(stamp):
            digest = files.sha256(path)
        if max(stamp[:2]) < time.time_ns() - _FRESH_NS:
            self._now[key] = (stamp, digest)
        return digest

    def keep(self) -> None:
        """Remember what was seen; on media that cannot be written to the next look begins anew."""
        if self._now != self._before:
            with contextlib.suppress(OSError):
                remade.folder(self._path.parent)
                files.put(self._path, msgspec.msgpack.encode(self._now))


def _stamp(path: Path) -> Stamp:
    state = path.stat()
    return state.st_mtime_ns, state.st_ctime_ns, state.st_size
