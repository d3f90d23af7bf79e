"""What a made segment keeps in the build store: its timelines and the very sounds they play, from which stems are rendered.

Lines lie there as they enter the mix, behind their voice chains, in 32-bit float: neither a new voice nor a new version of this
tool changes what a segment was. Rendered stems as FLAC would cost each build of five minutes 1.4 s of processor time for both its
files; the lines cost 0.02 s, and 90 kB for each second of speech. Each sound is kept once, whoever uses it, and goes when nobody
does.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

import msgspec
import numpy as np
from msgspec import Struct

from segment.errors import Cause, MediaError, ProjectError
from segment.library.places import store
from segment.library.versions import version
from segment.media import files, float_wav, remade, sound
from segment.mix.render import render
from segment.mix.stems import beds, voices
from segment.model.asset import Asset
from segment.model.sound import Sound, Spoken
from segment.model.stems import KeptDeliverable, KeptMix, Stems
from segment.model.timeline import Timeline
from segment.project.deliverable import Deliverable
from segment.project.load import find_root

_YOUNG_S = 3600.0
"""A sound younger than this may belong to a build that has not said so yet."""


def kept_stems(record: Path, deliverable: str) -> Stems:
    """Both stems of a deliverable of the build whose record lies at ``record``, from the store of its show or the user's own.

    Raises ProjectError where nothing, or not all, of it is kept.
    """
    roots = (find_root(record.parent), find_root(Path.cwd()))
    stores = [MixStore(root) for root in dict.fromkeys([*(str(root) for root in roots if root), ""])]
    return next((one for one in stores if one.has(record)), stores[0]).stems(record, deliverable)


class Parts(Struct, frozen=True, kw_only=True, eq=False):
    """A deliverable of a made segment as it is kept: what stands where, and the files of the sounds."""

    timeline: Timeline
    lines: dict[str, Path]
    """Of each spoken line, behind its voice chain, by its id."""
    sounds: dict[str, Path]
    """Of beds, stings and clips, by the names of the timeline."""
    assets: dict[str, Asset]


def kept_parts(record: Path, root: str, deliverable: str) -> Parts | None:
    """A deliverable of the build whose record lies at ``record``, from the store of the show at ``root``.

    None where it is not kept, or not all of it.
    """
    return MixStore(root).parts(record, deliverable)


class MixStore:
    """The part of the build store that holds mixes; nothing that goes wrong while keeping stops a build."""

    def __init__(self, root: str) -> None:
        """``root`` is the project's folder or empty."""
        self._folder = store(root) / "mixes"
        self._sounds = self._folder / "sounds"

    def keep_sounds(self, made: Iterable[tuple[Deliverable, Mapping[str, Spoken]]]) -> None:
        """Keeps what deliverables play, where it is not kept already."""
        with contextlib.suppress(OSError, MediaError):
            remade.folder(self._folder)
            self._sounds.mkdir(exist_ok=True)
            for deliverable, spoken in made:
                for line in deliverable.timeline.voiced:
                    self._put_line(spoken[line.id].sound)
                for name in {piece.asset for piece in deliverable.timeline.played if piece.kind != "room"}:
                    path = self._sounds / _file_name(deliverable, name)
                    if not path.exists():
                        files.put(path, deliverable.used[name].read_bytes())

    def keep(self, record: Path, made: Iterable[tuple[Deliverable, float]]) -> None:
        """Keeps the mix of the build whose record lies at ``record``: deliverables, each with its mastering gain in dB."""
        kept = KeptMix(
            tool=f"radio-segment {version('radio-segment')}",
            deliverables={one.timeline.deliverable: _kept(one, gain_db) for one, gain_db in made},
        )
        with contextlib.suppress(OSError):
            place = self._place(record)
            files.put(place, msgspec.json.encode(kept))
            files.put(
                place.with_suffix(".refs"), "\n".join([quote(os.fsencode(record.resolve())), *sorted(_names(kept))]).encode()
            )
            self._sweep()

    def has(self, record: Path) -> bool:
        """Whether the mix of the build whose record lies at ``record`` is kept here."""
        return self._place(record).is_file()

    def stems(self, record: Path, deliverable: str) -> Stems:
        """Both stems of a deliverable of the build whose record lies at ``record``.

        Raises ProjectError where nothing, or not all, of it is kept.
        """
        try:
            kept = msgspec.json.decode(self._place(record).read_bytes(), type=KeptMix)
        except (OSError, msgspec.DecodeError):
            raise _gone(record) from None
        if deliverable not in kept.deliverables:
            known = ", ".join(kept.deliverables)
            raise ProjectError(f"{record.name} has no {deliverable} file.", hint=f"It has: {known}.", cause=Cause.MISSING)
        one = kept.deliverables[deliverable]
        timeline = one.timeline
        try:
            spoken = {line.id: self._line(line.id, line.sound) for line in timeline.voiced}
            assets = {name: sound.read(self._sounds / file) for name, file in one.sounds.items() if (self._sounds / file).stat()}
        except OSError:
            raise _gone(record) from None
        return Stems(
            timeline=timeline,
            voice=_rendered(voices(timeline), spoken, assets),
            bed=_rendered(beds(timeline), spoken, assets),
            assets=one.assets,
            mastering_db=one.mastering_db,
        )

    def parts(self, record: Path, deliverable: str) -> Parts | None:
        """A deliverable of the build whose record lies at ``record``; None where it is not kept, or not all of it."""
        try:
            one = msgspec.json.decode(self._place(record).read_bytes(), type=KeptMix).deliverables[deliverable]
        except (OSError, msgspec.DecodeError, KeyError):
            return None
        parts = Parts(
            timeline=one.timeline,
            lines={line.id: self._sounds / f"{line.sound}.wav" for line in one.timeline.voiced},
            sounds={name: self._sounds / file for name, file in one.sounds.items()},
            assets=one.assets,
        )
        return parts if all(path.is_file() for path in (*parts.lines.values(), *parts.sounds.values())) else None

    def _put_line(self, line: Sound) -> None:
        path = self._sounds / f"{line.fingerprint}.wav"
        if path.exists():
            return
        part = self._sounds / f".{line.fingerprint}.{os.getpid()}.segment-part"
        float_wav.write(part, [line.samples], line.frames, line.rate, line.samples.shape[1])
        part.replace(path)

    def _line(self, key: str, fingerprint: str) -> Spoken:
        path = self._sounds / f"{fingerprint}.wav"
        path.stat()
        made = sound.read(path)
        same = Sound(samples=made.samples, rate=made.rate, fingerprint=fingerprint)
        return Spoken(id=key, role="", voice="", sound=same, words=())

    def _place(self, record: Path) -> Path:
        """One file for each place a record can lie in."""
        return self._folder / f"{sha256(os.fsencode(record.resolve())).hexdigest()[:32]}.json"

    def _sweep(self) -> None:
        """Forgets builds whose record is gone, and sounds that no build names."""
        named: set[str] = set()
        for refs in self._folder.glob("*.refs"):
            record, *names = refs.read_text(encoding="utf-8").split("\n")
            if Path(os.fsdecode(unquote_to_bytes(record))).exists() or _young(refs):
                named.update(names)
            else:
                refs.with_suffix(".json").unlink(missing_ok=True)
                refs.unlink(missing_ok=True)
        for path in self._sounds.iterdir():
            if path.name not in named and not _young(path):
                path.unlink(missing_ok=True)


def _young(path: Path) -> bool:
    return time.time() - path.stat().st_mtime < _YOUNG_S


def _kept(made: Deliverable, gain_db: float) -> KeptDeliverable:
    names = {piece.asset for piece in made.timeline.played if piece.kind != "room"}
    return KeptDeliverable(
        timeline=made.timeline,
        assets={name: msgspec.structs.replace(made.assets[name], path="") for name in sorted(names)},
        sounds={name: _file_name(made, name) for name in sorted(names)},
        mastering_db=gain_db,
    )


def _file_name(made: Deliverable, name: str) -> str:
    return f"{made.sounds[name].fingerprint}{made.used[name].suffix.lower()}"


def _names(kept: KeptMix) -> set[str]:
    lines = {f"{line.sound}.wav" for one in kept.deliverables.values() for line in one.timeline.voiced}
    return lines | {file for one in kept.deliverables.values() for file in one.sounds.values()}


def _rendered(timeline: Timeline, spoken: Mapping[str, Spoken], assets: Mapping[str, Sound]) -> Sound:
    blocks = list(render(timeline, spoken, assets))
    wide = max((block.shape[1] for block in blocks), default=1)
    samples = np.empty((timeline.frames, wide), np.float32)
    at = 0
    for block in blocks:
        samples[at : at + len(block)] = block
        at += len(block)
    samples.setflags(write=False)
    return Sound(samples=samples, rate=timeline.rate, fingerprint=sha256(samples.data).hexdigest())


def _gone(record: Path) -> ProjectError:
    return ProjectError(
        f"The mix behind {record.name} is not kept, or not all of it.",
        hint="Make the segment again; with shelf.megabytes = 0 nothing is kept.",
        cause=Cause.MISSING,
    )
