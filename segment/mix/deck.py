"""What the MUSIC cues of a script do to the beds: when each begins, comes up, goes under and ends.

Nothing here knows of ducking: a bed is "under" wherever somebody speaks, and that is drawn later from the words. Here stand
the entries, the fades, the endings, and the time that music in the clear asks of the talk.

A cue acts in two places. What it says up to ``under`` (or ``sneak in``) happens where it stands; what it says after that
happens when the talk that follows has ended: before the next cue of music, sting or clip, or the next part.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from segment.mix.assets import Assets
from segment.mix.bed import (
    BREATH_S,
    BUTTON_S,
    BUTTON_SHARE,
    CROSS_S,
    CUT_S,
    FILL_IN_S,
    FILL_OUT_S,
    LOSE_S,
    ORPHAN_S,
    RING_S,
    SNEAK_IN_S,
    SNEAK_OUT_S,
    UNDER_S,
    UP_FULL_S,
    UP_S,
    Bed,
    Moment,
)
from segment.mix.curve import Curve, power_in, power_out, sink, swell
from segment.mix.loops import Pin
from segment.model.finding import Finding
from segment.model.script import ESTABLISH_S, Move, Music
from segment.units import frames

_LONGEST_BAR_S = 3.0


class Deck:
    """The beds of a programme, cue by cue. Methods return the first frame at which talk may go on."""

    def __init__(
        self, assets: Assets, rate: int, deliverable: Literal["podcast", "air"], starts_dry: bool, longer: tuple[int, float]
    ) -> None:
        self._assets = assets
        self._rate = rate
        self._up_full = UP_FULL_S[deliverable]
        self._starts_dry = starts_dry
        self._longer = longer
        self.buttons: list[float] = []
        """Seconds of each ending heard in the clear."""
        self._playing: dict[str, Bed] = {}
        self._held: list[tuple[str, Sequence[Move]]] = []
        self._next_words: list[tuple[Bed, Literal["in", "under", "out", "lose"]]] = []
        self._known: set[str] = set()
        self.beds: list[Bed] = []
        self.findings: list[Finding] = []

    def cue(self, item: Music, moment: Moment) -> int:
        """A MUSIC cue. Raises ScriptError for a bed that is not there."""
        for name in (item.bed, *(move.bed for move in item.moves if move.bed)):
            self._assets.sound(name, "MUSIC")
        first = next((i for i, move in enumerate(item.moves) if move.verb in ("under", "sneak in", "post")), len(item.moves))
        if first < len(item.moves) and item.moves[first].verb == "post":
            first -= 1  # a post is always the end of the talk to come
        now, later = item.moves[: first + 1], item.moves[first + 1 :]
        if later and later[0].verb == "under":
            later = later[1:]
        if item.bed not in self._playing and item.moves and item.moves[0].verb in ("post", "ends at end"):
            self._start_under(item.bed, "in", moment)
        name, ready = self._run(item.bed, now, moment)
        if later:
            self._held.append((name, later))
        return ready

    def talk_ended(self, moment: Moment) -> int:
        """The talk after the last cues is over: they go on."""
        ready = moment.at
        held, self._held = self._held, []
        for name, moves in held:
            _, ready = self._run(name, moves, Moment(ready, moment.room))
        return ready

    def words(self, at: int) -> None:
        """Somebody begins to speak at frame ``at``."""
        waiting, self._next_words = self._next_words, []
        for bed, how in waiting:
            self._under_words(bed, how, at)

    @property
    def plays(self) -> bool:
        """Whether music is heard now, be it on its way out."""
        return any(bed.start is not None for bed in (*self._playing.values(), *(bed for bed, _ in self._next_words)))

    def fill(self, name: str, start: int, end: int) -> None:
        """Music in the clear from frame ``start`` to ``end``, faded at both."""
        self._assets.sound(name, "MUSIC")
        swelling, sinking = self._frames(FILL_IN_S), self._frames(FILL_OUT_S)
        bed = Bed(asset=name, start=start, end=end, fades=[swell(start, swelling), sink(end - sinking, sinking)])
        self.beds.append(bed)

    def close(self, at: int) -> None:
        """Nothing more is played after frame ``at``."""
        for bed, how in self._next_words:
            if how in ("in", "under"):
                self._note("MX012", f"Bed {bed.asset} waits for words that do not come: it is not played.", "warning")
                self.beds.remove(bed)
                self._forget(bed)
            else:
                self._under_words(bed, how, at)
        for bed in list(self._playing.values()):
            if bed.ends_with_programme:
                self._end_cold(bed, at, RING_S)
            elif bed.end is None and bed.start is not None:
                self._note("MX011", f"No cue ends bed {bed.asset}: it is faded after the last sound.", "info")
                self._fade(bed, sink(at, self._frames(ORPHAN_S)), at + self._frames(ORPHAN_S))

    def _run(self, name: str, moves: Sequence[Move], moment: Moment) -> tuple[str, int]:
        """One move after another; the bed that plays at their end, and when talk may go on."""
        ready = moment.at
        for i, move in enumerate(moves):
            here = Moment(ready, moment.room)
            bed = self._playing.get(name)
            match move.verb:
                case "establish":
                    ready = self._establish(name, move.seconds or ESTABLISH_S, here)
                case "up":
                    ready = self._establish(name, UP_S, here)
                case "up full":
                    ending = i + 1 < len(moves) and moves[i + 1].verb == "out cold"
                    ready = self._establish(name, 0.0 if ending else self._up_full[0], here)
                case "under" | "sneak in":
                    self._start_under(name, "in" if move.verb == "sneak in" else "under", here)
                case "cross to":
                    self._cross(name, move.bed, here)
                    name = move.bed
                case _ if bed is None:
                    self._not_playing(name, move)
                case "sneak out" | "lose":
                    self._leave(bed, "out" if move.verb == "sneak out" else "lose", here)
                case "fade":
                    length = self._frames(move.seconds or SNEAK_OUT_S)
                    self._fade(bed, sink(here.at, length), here.at + length)
                case "post":
                    bed.pin = Pin(here.at, self._post(name, move.seconds or 0.0))
                    ready = here.at + (self._frames(UP_S) if here.room else 0)
                case "ends at end":
                    bed.ends_with_programme = True
                case "out cold":
                    up = i > 0 and moves[i - 1].verb == "up full"
                    ready = self._end_cold(bed, here.at, self._clear_s(bed, here.at) if up and here.room else RING_S)
                    ready = ready if here.room else here.at
        return name, ready

    def _establish(self, name: str, seconds: float, moment: Moment) -> int:
        """The bed is heard in the clear for ``seconds``; it starts if it does not play."""
        bed = self._playing.get(name)
        if not moment.room:
            self._note("MX013", f"Bed {name} cannot come up inside a recording: it stays under.", "warning")
            self._start_under(name, "under", moment)
            return moment.at
        start = moment.at
        if bed is None:
            start = moment.at + self._frames(BREATH_S) if moment.at else 0
            bed = self._start(name)
        if bed.start is None:
            self._begin(bed, start)
            bed.established = seconds > 0
        return start + self._frames(seconds)

    def _start(self, name: str) -> Bed:
        """A bed that will begin somewhere."""
        bed = Bed(asset=name)
        self._playing[name] = bed
        self._known.add(name)
        self.beds.append(bed)
        return bed

    def _begin(self, bed: Bed, at: int) -> None:
        """The bed begins at frame ``at``, and another that no cue has ended gives way to it."""
        self._next_words = [(other, how) for other, how in self._next_words if other is not bed or how in ("out", "lose")]
        for other in list(self._playing.values()):
            if other is not bed and other.start is not None:
                self._note("MX014", f"Bed {other.asset} gives way to {bed.asset}: no cue ends it before.", "info")
                self._fade(other, sink(at, self._frames(LOSE_S)), at + self._frames(LOSE_S))
        for other in self.beds:
            if other is not bed and other.asset == bed.asset and other.start is not None and (other.end or at + 1) > at:
                self._fade(other, sink(at, self._frames(CUT_S)), at + self._frames(CUT_S))  # never a tune over itself
        bed.start = at

    def _start_under(self, name: str, how: Literal["in", "under"], moment: Moment) -> None:
        if name in self._playing:
            return
        bed = self._start(name)
        if moment.room:
            self._next_words.append((bed, how))
        else:
            self._under_words(bed, how, moment.at)

    def _leave(self, bed: Bed, how: Literal["out", "lose"], moment: Moment) -> None:
        self._forget(bed)
        if moment.room:
            self._next_words.append((bed, how))
        else:
            self._under_words(bed, how, moment.at)

    def _under_words(self, bed: Bed, how: Literal["in", "under", "out", "lose"], at: int) -> None:
        if how in ("in", "under"):
            self._begin(bed, at)
            bed.fades.append(swell(at, self._frames(SNEAK_IN_S if how == "in" else UNDER_S)))
        elif bed.start is not None:
            length = self._frames(SNEAK_OUT_S if how == "out" else LOSE_S)
            self._fade(bed, sink(at, length), at + length)

    def _cross(self, name: str, other: str, moment: Moment) -> None:
        length = self._frames(CROSS_S)
        bed = self._playing.get(name)
        if bed is not None:
            self._fade(bed, power_out(moment.at, length), moment.at + length)
        if other in self._playing:
            return
        new = self._start(other)
        self._begin(new, moment.at)
        new.fades.append(power_in(moment.at, length))

    def _fade(self, bed: Bed, curve: Curve, end: int) -> None:
        bed.fades.append(curve)
        bed.end = end if bed.end is None else min(bed.end, end)
        self._forget(bed)

    def _forget(self, bed: Bed) -> None:
        if self._playing.get(bed.asset) is bed:
            del self._playing[bed.asset]

    def _clear_s(self, bed: Bed, at: int) -> float:
        """How long the music is heard in the clear before its ending: all that is left of it, within what is fitting."""
        shortest, longest = self._up_full
        start = at if bed.start is None else bed.start
        left = self._assets.energy(bed.asset).died_away_s - (at - start) / self._rate
        fitting = min(longest, at / self._rate * BUTTON_SHARE)
        clear = max(min(left, fitting), shortest)
        which, more = self._longer
        self.buttons.append(clear + more if len(self.buttons) == which else clear)
        return self.buttons[-1]

    def _end_cold(self, bed: Bed, at: int, seconds: float) -> int:
        """Its own ending has died away ``seconds`` after ``at``; talk goes on there."""
        if bed.start is None:  # nobody spoke before its ending
            self._begin(bed, at)
        length = self._assets.frames(bed.asset, "MUSIC")
        over = at + self._frames(seconds)
        silent_tail = max(length - self._frames(self._assets.energy(bed.asset).died_away_s), 0)
        if seconds > RING_S and bed.established and bed.pin is None and bed.start is not None and not self._longer[1]:
            over += self._to_the_bar(bed.asset, length - (over + silent_tail - bed.start))
        if bed.pin is None:
            bed.end = over + silent_tail
            bed.pin = Pin(bed.end, length)
        else:  # after a post it runs to its end
            bed.end = bed.pin.at + length - bed.pin.offset
            over = bed.end - silent_tail
        self._forget(bed)
        return over + self._frames(BUTTON_S)

    def _to_the_bar(self, name: str, spare: int) -> int:
        """How much later (or, negative, earlier) music ends that must leave out ``spare`` frames, so that they are whole bars.

        A button may be a second longer; a beat that is off is heard.
        """
        beat = self._assets.music(name).pulse
        if beat is None:
            return 0
        unit = self._frames(beat.bar_s if beat.bar_s <= _LONGEST_BAR_S else beat.beat_s)
        later = spare % unit
        return later if later <= unit // 2 else later - unit

    def _post(self, name: str, seconds: float) -> int:
        """The frame of the music a post names; its end where it is shorter."""
        length, post = self._assets.frames(name, "MUSIC"), self._frames(seconds)
        if post > length:
            self._note("MX015", f"{name}, post {seconds:g}s: the music is only {length / self._rate:.1f} s long.", "warning")
        return min(post, length)

    def _not_playing(self, name: str, move: Move) -> None:
        if self._starts_dry and name not in self._known and move.verb in ("sneak out", "lose", "fade"):
            return  # the bed was under the host's introduction, which is not part of this file
        self._note("MX010", f"{name}, {move.verb}: that bed is not playing there.", "info")

    def _frames(self, seconds: float) -> int:
        return frames(seconds, self._rate)

    def _note(self, code: str, message: str, level: Literal["info", "warning"]) -> None:
        self.findings.append(Finding(code=code, level=level, message=message))
