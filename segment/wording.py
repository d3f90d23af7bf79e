"""How messages are worded.

A message is a sentence with a capital and a full stop; a hint is one or more sentences on what to do. What was found stands in
quotation marks, and a name nobody knows is answered with the nearest one that somebody does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_MOST_SHOWN = 60
"""Characters of what was found that are shown, and compared."""
_LONGEST_LINE = 200

_TERMINAL = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?)")
"""What colours a terminal or names its window."""


def sentence(clause: str) -> str:
    """Somebody else's words as a message of ours: with a capital, and with a full stop where no mark ends them."""
    return f"{clause[:1].upper()}{clause[1:]}{'' if clause.endswith(('.', '?', '!', '…')) else '.'}"


def one_line(text: str) -> str:
    """What a foreign program or server said, for a message: one line, nothing in it that steers a terminal, not too long."""
    shown = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in _TERMINAL.sub("", text))
    line = " ".join(shown.split())
    return line if len(line) <= _LONGEST_LINE else f"{line[: _LONGEST_LINE - 1]}…"


def quoted(text: str) -> str:
    """What was found, for a message: in quotation marks and not too long."""
    return f"“{text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 1] + '…'}”"


def one_of(names: Iterable[object]) -> str:
    """``A``, ``A or B``, ``A, B or C``."""
    shown = [str(name) for name in names]
    return " or ".join([*([", ".join(shown[:-1])] if shown[1:] else []), *shown[-1:]])


def nearest(found: str, names: Iterable[str]) -> str:
    """The nearest of ``names``, in any case; empty where none is near."""
    from difflib import get_close_matches  # only a mistake needs it

    known = {name.casefold(): name for name in names}
    return next((known[name] for name in get_close_matches(found.casefold()[:_MOST_SHOWN], known, n=1)), "")


def did_you_mean(found: str, names: Iterable[str], then: str = "") -> str:
    """``Did you mean X?`` with the nearest of ``names`` (in any case), where one is near; then the sentence ``then``."""
    near = nearest(found, names)
    return " ".join([*([f"Did you mean {near}?"] if near else []), *([then] if then else [])])
