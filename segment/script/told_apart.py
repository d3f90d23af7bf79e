"""Whether a text is an on-air script or something else, such as a review.

It is one when somebody of the show has a line in it, and a part, a cue or SLUG stands on a line too; one of these lines is in
capitals, as scripts have them, so that a review with “Critic: Ann Roe” above its “Intro:” stays a review.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from segment.script.lines import read_lines
from segment.script.sources import CUES, PARTS, label

_FRAME = frozenset({*PARTS, *CUES, "SLUG", "SLOT"})
_MOST = 2000
"""Lines that are looked at."""
_ALONE = re.compile(r":\s*(?:;.*)?")


def is_script(text: str, roles: Iterable[str]) -> bool:
    """Whether ``text`` is a script in which ``roles`` (lower case) may speak; never raises."""
    known = frozenset(roles)
    spoken = framed = capitals = False
    for number, line in enumerate(read_lines(text)):
        if number > _MOST or (spoken and framed and capitals):
            break
        found = label(line, known)
        if found is None or (found.kind == "part" and not _ALONE.fullmatch(line.text[found.body - 1 :])):
            continue
        if found.kind == "role":
            spoken = True
        elif found.name in _FRAME:
            framed = True
        else:
            continue
        capitals = capitals or found.found.isupper()
    return spoken and framed and capitals
