"""How long a running order runs, before anything is spoken: words at a rate, and the silences and sounds that are known."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from segment.model.finding import Finding, Level
from segment.model.pace import Band, Pace
from segment.model.running_order import Entry, RunningOrder
from segment.model.script import ESTABLISH_S, Clip, Music, Pause, Script, Speech
from segment.model.utterance import Phrase, Silence
from segment.model.voice import WORDS_PER_MINUTE
from segment.script.ordering import running_order
from segment.script.pace import line_seconds
from segment.script.problems import SLOT
from segment.units import radio_time

GAP_S = 0.63
"""Between two lines, as the house mixes: a reader's measured pace does not hold it."""
_NEAR_S = 5.0
"""A script within this of its slot is only worth a remark."""


Paces = Mapping[str, Pace]
"""Of the readers, by role."""


def estimate(order: RunningOrder, wpm: float = WORDS_PER_MINUTE, *, language: str = "en", paces: Paces | None = None) -> float:
    """Seconds the running order takes when it is read at ``wpm`` spoken words a minute, or at the reader's own pace.

    Figures count as the words they are said with. Breaks, PAUSE, clips with both their places and beds established alone count
    with their length; the pauses between sentences are part of a reader's rate; music behind the last word is not counted.
    """
    return sum(entry_seconds(entry, wpm, language=language, paces=paces) for entry in order.entries)


def band(order: RunningOrder, paces: Paces, *, language: str = "en", more_s: float = 0.0) -> Band:
    """Where the length lies: speech as far off as its reader's pace may be; ``more_s`` is known, such as music and pauses."""
    likely = shortest = longest = more_s
    for entry in order.entries:
        length = entry_seconds(entry, language=language, paces=paces)
        pace = paces.get(entry.item.role) if isinstance(entry.item, Speech) else None
        off = length * (pace.spread if pace else 0.10 if isinstance(entry.item, Speech) else 0.0)
        likely, shortest, longest = likely + length, shortest + length - off, longest + length + off
    return Band(likely_s=likely, shortest_s=shortest, longest_s=longest)


def entry_seconds(entry: Entry, wpm: float = WORDS_PER_MINUTE, *, language: str = "en", paces: Paces | None = None) -> float:
    """Seconds of one entry, as in :func:`estimate`."""
    match entry.item:
        case Speech():
            from segment.script.uttering import utterances  # only for an estimate

            only = RunningOrder(slug="", title="", entries=(entry,))
            pieces = [piece for utterance in utterances(only, language=language) for piece in utterance.pieces]
            pace = (paces or {}).get(entry.item.role)
            if pace is not None:
                return line_seconds(pieces, pace)
            words = sum(len(w.say.replace("-", " ").split()) for p in pieces if isinstance(p, Phrase) for w in p.words)
            return words * 60.0 / wpm + sum(p.seconds for p in pieces if isinstance(p, Silence))
        case Pause():
            return entry.item.seconds
        case Clip():
            return max(0.0, entry.item.out_s - entry.item.in_s) if entry.item.out_s is not None else 0.0
        case Music():
            alone = [move for move in entry.item.moves if move.verb == "establish"]
            return sum(ESTABLISH_S if move.seconds is None else move.seconds for move in alone)
        case _:
            return 0.0


def text_seconds(script: str, wpm: float, *, language: str, paces: Paces | None = None) -> float:
    """Seconds that all of a script's text takes, INTRO, PIECE and TAG; lines that are no script yet are left out."""
    from segment.script.parsing import examine

    items = examine(script).script.items
    order = running_order(Script(items=items))
    lines = sum(isinstance(entry.item, Speech) for entry in order.entries)
    return estimate(order, wpm, language=language, paces=paces) + (GAP_S * max(0, lines - 1) if paces else 0.0)


class SlotClock(Struct, frozen=True, kw_only=True):
    """A slot on air with a live host: the hole in the clock that the recorded piece fills."""

    slot_s: float
    live_s: float
    """The host's INTRO."""
    tag_s: float
    """The host's TAG."""
    piece_s: float
    """What the PIECE runs, as estimated."""

    @property
    def cart_s(self) -> float:
        """What is left of the slot for the air file; negative when the host alone fills it."""
        return self.slot_s - self.live_s - self.tag_s

    @property
    def text(self) -> str:
        """Such as ``3:00 = live :20 + cart 2:33 + live tag :07``."""
        cart = ("−" if self.cart_s < 0 else "") + radio_time(_whole(abs(self.cart_s)))
        parts = [f"live {radio_time(self.live_s)}"] if self.live_s else []
        parts += [f"cart {cart}"]
        parts += [f"live tag {radio_time(self.tag_s)}"] if self.tag_s else []
        return f"{radio_time(self.slot_s)} = {' + '.join(parts)}"


def slot_clock(
    order: RunningOrder,
    wpm: float = WORDS_PER_MINUTE,
    *,
    language: str = "en",
    paces: Paces | None = None,
    unslotted: bool = False,
) -> SlotClock | None:
    """The clock of a slot whose host reads live, or None without a SLOT.

    ``order`` is the air running order with INTRO and TAG still in it (no ``live`` given). Live times are whole seconds, so that
    the three parts add up to the slot; ``unslotted`` gives them without a SLOT too.
    """
    if order.slot_s is None and not unslotted:
        return None
    seconds = {"INTRO": 0.0, "PIECE": 0.0, "TAG": 0.0}
    for entry in order.entries:
        seconds[entry.part] += entry_seconds(entry, wpm, language=language, paces=paces)
    return SlotClock(
        slot_s=order.slot_s or 0.0, live_s=_whole(seconds["INTRO"]), tag_s=_whole(seconds["TAG"]), piece_s=seconds["PIECE"]
    )


def clock_note(clock: SlotClock) -> Finding:
    """The clock as a note, with what the piece runs against the hole it has to fill."""
    runs = f"the piece runs about {radio_time(_whole(clock.piece_s))} ({over_or_under(clock.piece_s, clock.cart_s)})"
    hint = "The host reads INTRO and TAG live; the air file is the PIECE alone."
    return Finding(code=SLOT, level=_level(clock.piece_s, clock.cart_s), message=f"SLOT {clock.text}; {runs}.", hint=hint)


def _level(runs: float, slot: float) -> Level:
    return "info" if abs(_whole(runs) - _whole(slot)) <= _NEAR_S else "warning"


def over_or_under(runs_s: float, slot_s: float) -> str:
    """``on time``, ``:04 over``, ``2:54 under``: what runs against its slot, in whole seconds."""
    over = _whole(runs_s) - _whole(slot_s)
    return "on time" if over == 0 else f"{radio_time(abs(over))} {'over' if over > 0 else 'under'}"


def _whole(seconds: float) -> float:
    return float(int(seconds + 0.5)) if seconds >= 0 else -float(int(-seconds + 0.5))
