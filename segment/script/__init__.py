"""2 WRITE: a review and a template become an on-air script, and a script becomes what each deliverable plays and each voice says.

    Review + template ──write──▶ Written (text, notes)
    text ──parse──▶ Script ──running_order──▶ RunningOrder ──utterances──▶ what a voice says, word by word
         ◀─to_text──

``parse`` and ``to_text`` are the format of ``docs/script-format.md``; ``estimate``, ``slot_clock`` and ``over_or_under`` hold a
running order against its slot, and ``fit`` says what has to give for it to be as long; ``heard`` and
``held`` note what a listener would mind and what the review says otherwise. Nothing here opens a file.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from segment.script.ear.hearing import heard
    from segment.script.escapes import escape
    from segment.script.facts.holding import held
    from segment.script.fitting import Fit, Wanted, fit
    from segment.script.ordering import running_order
    from segment.script.parsed import Parsed
    from segment.script.parsing import examine, parse
    from segment.script.printing import to_text
    from segment.script.timing import SlotClock, clock_note, estimate, over_or_under, slot_clock
    from segment.script.uttering import utterances
    from segment.script.writing import write
    from segment.script.written import Written

__all__ = [
    "Fit",
    "Parsed",
    "SlotClock",
    "Wanted",
    "Written",
    "clock_note",
    "escape",
    "estimate",
    "examine",
    "fit",
    "heard",
    "held",
    "over_or_under",
    "parse",
    "running_order",
    "slot_clock",
    "to_text",
    "utterances",
    "write",
]

_HOMES = {
    "Fit": "fitting",
    "Parsed": "parsed",
    "SlotClock": "timing",
    "Wanted": "fitting",
    "Written": "written",
    "clock_note": "timing",
    "escape": "escapes",
    "estimate": "timing",
    "examine": "parsing",
    "fit": "fitting",
    "heard": "ear.hearing",
    "held": "facts.holding",
    "over_or_under": "timing",
    "parse": "parsing",
    "running_order": "ordering",
    "slot_clock": "timing",
    "to_text": "printing",
    "utterances": "uttering",
    "write": "writing",
}


def __getattr__(name: str) -> Any:
    """Loads a public name when it is first asked for, so that ``import segment.script`` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
