"""Pictures that change with the chapters of an M4A: a second chapter track, of stills, beside that of titles.

QuickTime File Format, "Chapter lists" and "Tracks": the sound's track refers (``tref``, ``chap``) to a track of text and to one
of pictures. libav writes the first; this adds the other to a finished file.
"""

from __future__ import annotations

import shutil
import struct
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from segment.errors import MediaError
from segment.media import files, picture

_NESTED = {b"moov", b"trak", b"mdia", b"minf", b"stbl"}
_KINDS = {"image/jpeg": b"jpeg", "image/png": b"png "}
_MATRIX = struct.pack(">9I", 1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30)
_UNDETERMINED = 0x55C4
"""Language of a track that has none, packed as MP4 does."""

Box = tuple[bytes, "bytes | list[Box]"]


class Still(Struct, frozen=True, kw_only=True):
    """A picture for a stretch of the programme; stretches follow one another without gaps."""

    frames: int
    """How long it is shown, at the programme's rate."""
    media_type: str
    data: bytes


def add(path: Path, stills: Sequence[Still], rate: int) -> None:
    """Adds the track to a finished M4A whose table stands before its sound; not a sample of that changes.

    Raises MediaError for a file that is not of this kind, a picture that cannot be read, or a disk that refuses.
    """
    start, length = _table(path)
    table = files.beginning(path, start + length)[start:]
    ((_, moov),) = _parsed(table)
    if not isinstance(moov, list):
        raise MediaError(f"{path} has no tracks.")
    header = _bytes(moov, b"mvhd")
    number = struct.unpack(">I", header[-4:])[0]
    size = path.stat().st_size

    def made(moved: int) -> bytes:
        """The new table, everything behind it ``moved`` bytes further on; the pictures stand at the end of the file."""
        track = _track(stills, rate, number, size + moved + 8)
        tracks = [_referring(_moved(box, moved), number) for box in moov if box[0] == b"trak"]
        rest = [box for box in moov if box[0] not in {b"trak", b"mvhd"}]
        return _written((b"moov", [(b"mvhd", header[:-4] + struct.pack(">I", number + 1)), *tracks, track, *rest]))

    changed = made(len(made(0)) - length)
    with files.replace(path) as part, path.open("rb") as old, part.open("wb") as new:
        new.write(old.read(start) + changed)
        old.seek(length, 1)
        shutil.copyfileobj(old, new)
        new.write(_written((b"mdat", b"".join(still.data for still in stills))))


def stills(path: Path) -> tuple[tuple[int, bytes], ...]:
    """The pictures of a finished M4A, each with its first frame, read from where its table says. Raises MediaError."""
    start, length = _table(path)
    ((_, moov),) = _parsed(files.beginning(path, start + length)[start:])
    found: list[tuple[int, bytes]] = []
    for table in _picture_tables(moov):
        sizes, places, times = (_numbers(_bytes(table, name)) for name in (b"stsz", b"stco", b"stts"))
        at = 0
        with path.open("rb") as file:
            for size, place, frames in zip(sizes[2:], places[1:], times[2::2], strict=True):
                file.seek(place)
                found.append((at, file.read(size)))
                at += frames
    return tuple(found)


def _picture_tables(moov: bytes | list[Box]) -> Iterator[list[Box]]:
    """The sample tables of tracks of pictures."""
    for box in moov if isinstance(moov, list) else []:
        media = dict(dict(box[1]).get(b"mdia", ())) if box[0] == b"trak" else {}
        if media and bytes(media[b"hdlr"])[8:12] == b"vide":
            yield list(dict(media[b"minf"])[b"stbl"])


def _numbers(content: bytes) -> tuple[int, ...]:
    """The 32-bit numbers behind a table's version and flags."""
    return struct.unpack(f">{(len(content) - 4) // 4}I", content[4:])


def _table(path: Path) -> tuple[int, int]:
    """Where the table begins, and its length."""
    at = 0
    with path.open("rb") as file:
        while len(head := file.read(8)) == 8:
            size, name = struct.unpack(">I4s", head)
            if name == b"moov":
                return at, size
            if name == b"mdat" or size < 8:
                break
            at = file.seek(at + size)
    raise MediaError(f"{path} has no table before its sound.")


def _parsed(data: bytes) -> list[Box]:
    found: list[Box] = []
    at = 0
    while at + 8 <= len(data):
        size, name = struct.unpack_from(">I4s", data, at)
        inside = data[at + 8 : at + size]
        found.append((name, _parsed(inside) if name in _NESTED else inside))
        at += max(size, 8)
    return found


def _written(box: Box) -> bytes:
    name, content = box
    inside = b"".join(map(_written, content)) if isinstance(content, list) else content
    return struct.pack(">I4s", 8 + len(inside), name) + inside


def _bytes(boxes: Sequence[Box], name: bytes) -> bytes:
    return next(content for found, content in boxes if found == name and isinstance(content, bytes))


def _moved(box: Box, by: int) -> Box:
    """A track whose places in the file are ``by`` bytes further on."""
    name, content = box
    if isinstance(content, list):
        return name, [_moved(inner, by) for inner in content]
    if name not in {b"stco", b"co64"}:
        return box
    form = "I" if name == b"stco" else "Q"
    places = struct.unpack(f">{(len(content) - 8) // struct.calcsize(form)}{form}", content[8:])
    return name, content[:8] + struct.pack(f">{len(places)}{form}", *(place + by for place in places))


def _referring(track: Box, number: int) -> Box:
    """The track, with one more chapter track where it has any."""
    name, content = track
    if not isinstance(content, list):
        return track
    more = struct.pack(">I", number)
    return name, [
        (inner, _written((b"chap", inside[8:] + more)) if inner == b"tref" and isinstance(inside, bytes) else inside)
        for inner, inside in content
    ]


def _full(*values: object, form: str, flags: int = 0) -> bytes:
    return struct.pack(f">I{form}", flags, *values)


def _track(stills: Sequence[Still], rate: int, number: int, at: int) -> Box:
    """The stills' own track, their bytes one after the other from ``at`` on."""
    length = sum(still.frames for still in stills)
    sizes = [picture.look(still.data, "A chapter's picture") for still in stills]
    width, height = max(one.width for one in sizes), max(one.height for one in sizes)
    count = len(stills)
    places = [at + sum(len(still.data) for still in stills[:n]) for n in range(count)]
    entries = b"".join(
        _written((_KINDS[still.media_type], _sample_entry(one.width, one.height)))
        for still, one in zip(stills, sizes, strict=True)
    )
    table: list[Box] = [
        (b"stsd", _full(count, form="I") + entries),
        (b"stts", _full(count, form="I") + b"".join(struct.pack(">2I", 1, still.frames) for still in stills)),
        # Each still is a chunk of its own, so that each can have its own description.
        (b"stsc", _full(count, form="I") + b"".join(struct.pack(">3I", n, 1, n) for n in range(1, count + 1))),
        (b"stsz", _full(0, count, *(len(still.data) for still in stills), form=f"2I{count}I")),
        (b"stco", _full(count, *places, form=f"I{count}I")),
    ]
    media: list[Box] = [
        (b"mdhd", _full(0, 0, rate, length, _UNDETERMINED, 0, form="4I2H")),
        (b"hdlr", _full(0, b"vide", bytes(12), b"Chapters\0", form="I4s12s9s")),
        (
            b"minf",
            [
                (b"vmhd", _full(0, bytes(6), form="H6s", flags=1)),
                (b"dinf", _written((b"dref", _full(1, form="I") + _written((b"url ", _full(form="", flags=1)))))),
                (b"stbl", table),
            ],
        ),
    ]
    head = _full(0, 0, number, 0, length, bytes(8), 0, 0, 0, 0, form="5I8s4H", flags=2)
    return b"trak", [(b"tkhd", head + _MATRIX + struct.pack(">2I", width << 16, height << 16)), (b"mdia", media)]


def _sample_entry(width: int, height: int) -> bytes:
    """A still's description: 72 dots an inch, 24 bits, one frame a sample."""
    before = struct.pack(">6xH16x2H3IH", 1, width, height, 72 << 16, 72 << 16, 0, 1)
    return before + bytes(32) + struct.pack(">Hh", 24, -1)
