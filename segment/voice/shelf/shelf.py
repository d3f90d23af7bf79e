"""The folder of spoken sentences: taken from and put on by any number of processes at once, held to a size.

A sentence is one file, named by its key, written under a temporary name and renamed: it is whole or not there, whatever is
killed. Two processes that put the same sentence put the same bytes. What is read is held against its digest; what does not
hold is taken away, counted, and spoken again. Nothing that goes wrong here stops a build: without a shelf it is only slower.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from segment.errors import MediaError
from segment.media import files, flac, refusal, remade
from segment.model.finding import Finding
from segment.model.utterance import SayWord
from segment.voice.answer import Answer
from segment.voice.shelf.entry import hold, packed, unpacked

_SUFFIX = ".flac"
_KEPT_AFTER_PRUNING = 0.9
"""Of the limit: so that not every build at the limit must prune again."""
_DISK = "If it happens again, look after the disk."


class Stock(Struct, frozen=True, kw_only=True):
    """What is on the shelf."""

    folder: Path
    sentences: int
    bytes: int
    limit: int
    """Bytes."""


class Shelf:
    """One shelf; used by several threads at once."""

    def __init__(self, folder: Path, limit: int) -> None:
        """``limit`` in bytes. The folder is made when the first sentence is put there."""
        self.folder = folder
        self.limit = limit
        self.taken = self.put_on = self.damaged = 0
        """Sentences found, put there, and found damaged, since this value was made."""
        self._settled_at = 0
        self._refused = ""
        self._made = False
        self._lock = threading.Lock()

    @property
    def begun(self) -> bool:
        """Whether anything was ever put there."""
        return self.folder.is_dir()

    def take(self, key: str, words: tuple[SayWord, ...]) -> Answer | None:
        """The sentence kept under ``key``, None where there is none that is good."""
        path = self._path(key)
        try:
            answer = unpacked(flac.decoded(path), words, key)
        except OSError:
            return None
        except MediaError:
            with contextlib.suppress(OSError):
                path.unlink()
            with self._lock:
                self.damaged += 1
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # used now: the last to be pruned
        with self._lock:
            self.taken += 1
        return answer

    def put(self, key: str, answer: Answer, bits: int) -> None:
        """Keeps a sentence that was found good; where the disk refuses, it and the rest of the build's are not kept."""
        if self._refused or not any(stretch.samples.size for stretch in answer.stretches):
            return
        path = self._path(key)
        data = flac.encoded(packed(answer, bits, key))
        try:
            self._prepare(path.parent)
            files.put(path, data)
        except OSError as error:
            self._refused = refusal.writing(self.folder, error).message
            return
        with self._lock:
            self.put_on += 1

    def findings(self) -> tuple[Finding, ...]:
        """What a producer should know of it."""
        notes = []
        if self.damaged:
            was = "1 line on the shelf was" if self.damaged == 1 else f"{self.damaged} lines on the shelf were"
            notes.append(
                Finding(code="VO010", level="warning", message=f"{was[0].upper()}{was[1:]} damaged and made again.", hint=_DISK)
            )
        if self._refused:
            notes.append(Finding(code="VO011", level="info", message=f"Spoken lines are not kept. {self._refused}"))
        return tuple(notes)

    def stock(self) -> Stock:
        """What there is."""
        entries = list(self._entries())
        total = sum(status.st_size for _, status in entries)
        return Stock(folder=self.folder, sentences=len(entries), bytes=total, limit=self.limit)

    def settle(self) -> None:
        """Holds the shelf to its size after a build that put something there."""
        with self._lock:
            grown, self._settled_at = self.put_on > self._settled_at, self.put_on
        if grown:
            self.prune(self.limit)

    def prune(self, limit: int) -> int:
        """Takes away the sentences longest not used until at most ``limit`` bytes are left, and what killed processes left.

        Returns the number taken away; what another process takes away meanwhile does not count.
        """
        for folder in self._folders():
            files.clear_strays(folder)
        gone = 0
        for path in self.surplus(limit):
            with contextlib.suppress(OSError):
                path.unlink()
                gone += 1
        return gone

    def surplus(self, limit: int) -> tuple[Path, ...]:
        """The sentences that :meth:`prune` would take away."""
        entries = sorted(self._entries(), key=lambda entry: entry[1].st_mtime)
        total = sum(status.st_size for _, status in entries)
        if total <= limit:
            return ()
        surplus = []
        for path, status in entries:
            if total <= limit * _KEPT_AFTER_PRUNING:
                break
            surplus.append(path)
            total -= status.st_size
        return tuple(surplus)

    def verify(self) -> int:
        """Reads every sentence and takes the damaged ones away; returns how many they were."""
        spoilt = self.spoilt()
        for path in spoilt:
            with contextlib.suppress(OSError):
                path.unlink()
        self.damaged += len(spoilt)
        return len(spoilt)

    def spoilt(self) -> tuple[Path, ...]:
        """The sentences that cannot be read, or are not what they were."""
        spoilt = []
        for path, _ in list(self._entries()):
            try:
                hold(flac.decoded(path), f"{path.parent.name}{path.stem}")
            except OSError:
                continue
            except MediaError:
                spoilt.append(path)
        return tuple(spoilt)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key[2:]}{_SUFFIX}"

    def _prepare(self, folder: Path) -> None:
        if not self._made:
            remade.folder(self.folder)
            self._made = True
        folder.mkdir(exist_ok=True)

    def _folders(self) -> list[Path]:
        try:
            return [Path(entry.path) for entry in os.scandir(self.folder) if entry.is_dir()]
        except OSError:
            return []

    def _entries(self) -> Iterator[tuple[Path, os.stat_result]]:
        for folder in self._folders():
            with contextlib.suppress(OSError), os.scandir(folder) as listed:
                for entry in listed:
                    if entry.name.endswith(_SUFFIX):
                        with contextlib.suppress(OSError):  # another process pruned it
                            yield Path(entry.path), entry.stat()
