"""Our own captions read back for a page: who, when, what."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from msgspec import Struct

from segment.units import parse_time

_CUE = re.compile(r"^([\d:.]+) --> ([\d:.]+)\n<v ([^>\n]*)>(.*)$", re.MULTILINE)


class Caption(Struct, frozen=True, kw_only=True):
    """One caption."""

    start_s: float
    end_s: float
    name: str
    text: str


def captions(vtt: str) -> Iterator[Caption]:
    """The captions of a WebVTT file as :mod:`segment.publish.vtt` writes it; what is otherwise is passed over."""
    for start, end, name, text in _CUE.findall(vtt):
        yield Caption(start_s=parse_time(start), end_s=parse_time(end), name=html.unescape(name), text=html.unescape(text))
