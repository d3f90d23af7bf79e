"""How long a script runs, before it is parsed for anybody: for the choice of what fits."""

from __future__ import annotations

from segment.model.script import Script
from segment.script.ordering import running_order
from segment.script.parsing import examine
from segment.script.timing import estimate


def seconds(script: str, words_per_minute: float, *, language: str) -> float:
    """Seconds all of the script takes, INTRO, PIECE and TAG; lines that are no script yet are left out of the reckoning."""
    items = examine(script).script.items
    return estimate(running_order(Script(items=items)), words_per_minute, language=language)
