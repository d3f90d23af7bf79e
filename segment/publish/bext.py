"""The ``bext`` chunk of a Broadcast WAV, version 2 (EBU Tech 3285 v2): who made what, how loud it is, how it was coded."""

from __future__ import annotations

import re
import struct

from segment.model.label import Label
from segment.model.loudness import Loudness
from segment.publish.ascii import field

CHUNK = b"bext"
LOUDNESS_AT = 412
"""Where the five loudness figures stand in the chunk."""

_VERSION = 2
_UNSET = 0x7FFF
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def bext(label: Label, *, coding: str, rate: int, bits: int, channels: int) -> bytes:
    """The chunk's content, loudness not yet set; ``coding`` is the algorithm as the coding history names it, such as ``PCM``.

    The date is the label's own (no clock is read); without one it stays empty. The sound begins at sample 0 of its day.
    """
    tags = label.tags
    date = tags.date if _DATE.fullmatch(tags.date) else label.cut.air_date
    description = ". ".join(part for part in (tags.title, tags.comment) if part)
    history = f"A={coding},F={rate},W={bits},M={'mono' if channels == 1 else 'stereo'},T={label.made_by}"
    content = field(description, 256) + field(tags.album or label.made_by, 32) + field(label.cut.id, 32)
    content += field(date, 10) + field("00:00:00" if date else "", 8)
    content += struct.pack("<QH", 0, _VERSION) + bytes(64)  # no time reference, no UMID
    content += struct.pack("<5h", *[_UNSET] * 5) + bytes(180)
    line = field(history, len(history)) + b"\r\n"
    return content + line + b"\0" * (len(line) % 2)  # even: some readers lose their way behind an odd chunk


def loudness_figures(loudness: Loudness) -> bytes:
    """What to put at ``LOUDNESS_AT``: loudness, range, true peak, loudest 400 ms and 3 s, in hundredths."""
    figures = (
        loudness.integrated_lufs,
        loudness.lra_lu,
        loudness.true_peak_dbtp,
        loudness.momentary_max_lufs,
        loudness.short_term_max_lufs,
    )
    return struct.pack("<5h", *(round(100 * figure) for figure in figures))
