"""The ``cart`` chunk by which broadcast automation files and plays a cut (AES46-2002, "0101").

Every field is ASCII and filled up with zero bytes. Two profiles: ``generic`` has all that the standard gives room for;
``rivendell`` leaves out the timer EOD, which Rivendell takes for the place of the segue, in favour of SEGs and SEGe.
"""

from __future__ import annotations

import struct
from typing import Literal

from segment.model.label import Label
from segment.publish.ascii import field

CHUNK = b"cart"
Profile = Literal["generic", "rivendell"]

_VERSION = b"0101"
_TIMERS = 8
_FULL_SCALE = 32768
_FROM, _UNTIL = "00:00:00", "23:59:59"


def cart(label: Label, profile: Profile) -> bytes:
    """The chunk's content: 2048 bytes and two more that end the empty tag text."""
    tags, cut = label.tags, label.cut
    program, _, version = label.made_by.rpartition(" ")
    content = _VERSION
    content += field(tags.title, 64) + field(tags.artist, 64) + field(cut.id, 64)
    content += field("", 64) + field("Review" if profile == "generic" else "", 64) + field("", 64)  # client, category, class
    content += field(cut.out_cue, 64)
    content += _when(cut.air_date, _FROM) + _when(cut.kill_date, _UNTIL)
    content += field(program, 64) + field(version, 64) + field(tags.album, 64)
    content += struct.pack("<i", _FULL_SCALE)
    content += b"".join(struct.pack("<4sI", name, frame) for name, frame in _timers(label, profile)).ljust(8 * _TIMERS, b"\0")
    content += bytes(276) + field(tags.website, 1024)
    return content + b"\r\n"


def _when(date: str, time: str) -> bytes:
    return field(date, 10) + field(time if date else "", 8)


def _timers(label: Label, profile: Profile) -> list[tuple[bytes, int]]:
    """In samples: the sound, the music before the first word where there is any, from when to when the next item may begin."""
    cut = label.cut
    timers = [(b"AUDs", 0), (b"AUDe", cut.ends)]
    if cut.first_word > 0:
        timers += [(b"INTs", 0), (b"INTe", cut.first_word)]
    timers += [(b"SEGs", cut.last_word), (b"SEGe", cut.ends)]
    if profile == "generic":
        timers.append((b"EOD ", label.timeline.frames))
    return timers
