"""The running order on the clock: when every line, sting and clip begins and ends.

Gaps are counted from the last sound heard to the next word heard, not from file to file: a recording with a second of silence
at its end does not make the presenter late.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from segment.errors import ScriptError
from segment.mix.assets import Assets
from segment.mix.bed import BREATH_S, SHORTEST_FILL_S, Bed, Moment
from segment.mix.deck import Deck
from segment.mix.energy import Energy
from segment.mix.events import Event, Line
from segment.mix.words import speech_edges
from segment.model.finding import Finding
from segment.model.mix_settings import MixSettings
from segment.model.posts import NO_POSTS, Posts
from segment.model.script import Chapter, Clip, Music, Pause, Sting
from segment.model.sound import Spoken
from segment.units import frames, rescale

NO_HOLDS: Mapping[int, int] = {}


class Laid(NamedTuple):
    """A spoken line in its place; programme frames."""

    line: Line
    start: int
    end: int
    first: int
    """First word."""
    last: int
    """End of the last word."""


class Spot(NamedTuple):
    """A sting or clip in its place."""

    item: Sting | Clip
    start: int
    end: int
    over: int
    """Where it has died away: talk may go on."""
    source: tuple[int, int]
    """First and last frame of the asset, at the asset's own rate."""


class Layout(NamedTuple):
    """Everything in its place."""

    lines: tuple[Laid, ...]
    spots: tuple[Spot, ...]
    beds: tuple[Bed, ...]
    chapters: tuple[tuple[int, Chapter], ...]
    findings: tuple[Finding, ...]
    gaps_s: float
    """Pauses between lines that the script does not ask for."""
    late_s: dict[str, float]
    """Clips that could not start at their posts, and by how many seconds they came after them."""
    button_s: float | None
    """Seconds of the closing music in the clear; None without any."""
    spare: dict[str, int]
    """Frames that each clip with a post would have started before it."""


class Layer:
    """Places one event after another."""

    def __init__(
        self,
        deck: Deck,
        spoken: Mapping[str, Spoken],
        energies: Mapping[str, Energy],
        assets: Assets,
        rate: int,
        settings: MixSettings,
        posts: Posts = NO_POSTS,
    ) -> None:
        self._deck = deck
        self._spoken = spoken
        self._energies = energies
        self._assets = assets
        self._rate = rate
        self._settings = settings
        self._posts = posts
        self._late_s: dict[str, float] = {}
        self._spare: dict[str, int] = {}
        self._heard = 0
        """Frame at which the last sound had been heard."""
        self._ready = 0
        """Frame from which talk may go on: later than ``_heard`` where music plays in the clear."""
        self._voice_end = 0
        self._pause: float | None = None
        self._role = ""
        self._gaps_s = 0.0
        self._waiting: list[Chapter] = []
        self._lines: list[Laid] = []
        self._spots: list[Spot] = []
        self._chapters: list[tuple[int, Chapter]] = []
        self._findings: list[Finding] = []

    def lay(self, events: Sequence[Event], holds: Mapping[int, int] = NO_HOLDS) -> Layout:
        """All events; ``holds`` are frames to wait before some of them, by their number.

        Raises ScriptError or MediaError for a cue that cannot be played.
        """
        part = events[0].part if events else ""
        for number, event in enumerate(events):
            if number in holds:
                self._hold(holds[number])
            item = None if isinstance(event, Line) else event.item
            if event.part != part or isinstance(item, Music | Sting | Clip):
                self._talk_ended()
            part = event.part
            if isinstance(event, Line):
                self._speak(event)
                continue
            match item:
                case Music():
                    self._music(item)
                case Sting() | Clip():
                    self._play(item)
                case Chapter():
                    self._waiting.append(item)
                case Pause():
                    self._pause = (self._pause or 0.0) + item.seconds
        self._talk_ended()
        self._deck.close(self._free())
        for chapter in self._waiting:
            self._note("MX020", f"Chapter “{chapter.title}” has nothing after it: it is left out.")
        return Layout(
            lines=tuple(self._lines),
            spots=tuple(self._spots),
            beds=tuple(bed for bed in self._deck.beds if bed.start is not None),
            chapters=tuple(self._chapters),
            findings=(*self._findings, *self._deck.findings),
            gaps_s=self._gaps_s,
            late_s=self._late_s,
            button_s=self._deck.buttons[-1] if self._deck.buttons else None,
            spare=self._spare,
        )

    def _talk_ended(self) -> None:
        self._ready = max(self._ready, self._deck.talk_ended(Moment(self._free(), room=True)))

    def _free(self) -> int:
        """Where music can start: after the last sound, and after music that had the word."""
        return max(self._heard, self._ready)

    def _music(self, item: Music) -> None:
        moment = Moment(self._free() + self._frames(self._pause or 0.0), room=True)
        before = len(self._deck.beds)
        self._ready = max(self._ready, self._deck.cue(item, moment))
        begun = [bed.start for bed in self._deck.beds[before:] if bed.start is not None]
        if begun:
            self._pause = None
            self._mark(min(begun))

    def _next(self, gap_s: float) -> int:
        """Where the next sound is to be heard."""
        first = not self._lines and not self._spots
        gap = self._frames(self._pause if self._pause is not None else 0.0 if first else gap_s)
        waits = self._frames(self._pause or 0.0) if self._ready > self._heard else 0
        self._pause = None
        return max(self._heard + gap, self._ready + waits)

    def _speak(self, line: Line) -> None:
        spoken, energy = self._spoken[line.key], self._energies[line.key]
        first, last = speech_edges(spoken, energy, self._rate)
        length = rescale(spoken.sound.frames, spoken.sound.rate, self._rate)
        turn = self._role not in ("", line.role)
        rest = self._settings.gap_s if spoken.rest_s is None else spoken.rest_s
        usual = self._settings.turn_s if turn else rest
        asked = self._pause is not None or not (self._lines or self._spots)
        begins = self._next(usual)
        if not asked and begins == self._heard + self._frames(usual):
            self._gaps_s += usual
        start = max(begins - first, self._voice_end, 0)
        laid = Laid(line, start, start + length, start + first, start + last)
        self._lines.append(laid)
        self._role = line.role
        self._mark(laid.start)
        self._deck.words(laid.first)
        self._inside(laid, energy)
        self._heard, self._voice_end = laid.last, laid.end

    def _inside(self, laid: Laid, energy: Energy) -> None:
        for inside in laid.line.inside:
            reckoned = float(energy.spoken(np.array([inside.share]))[0])
            at = laid.start + self._frames(energy.after_pause(reckoned))
            if isinstance(inside.item, Chapter):
                self._chapters.append((at, inside.item))
            else:
                moment = Moment(at, room=False)
                self._deck.talk_ended(moment)
                self._deck.cue(inside.item, moment)

    def _play(self, item: Sting | Clip) -> None:
        kind = "STING" if isinstance(item, Sting) else "CLIP"
        sound = self._assets.sound(item.asset, kind)
        first, last = 0, sound.frames
        if isinstance(item, Clip):
            first = frames(item.in_s, sound.rate)
            last = frames(item.out_s, sound.rate) if item.out_s is not None else last
            if last <= first and item.out_s is not None:
                raise ScriptError(
                    f"CLIP: {item.asset} goes out at {item.out_s:g} s, before it comes in at {item.in_s:g} s.",
                    hint="“out” must be later than “in”; both are places in the file.",
                )
            if first >= min(last, sound.frames):
                raise ScriptError(
                    f"CLIP: {item.asset} is {sound.seconds:.1f} s long: nothing can be played from {item.in_s:g} s."
                )
            if last > sound.frames:
                self._note("MX021", f"Clip {item.asset} ends at {sound.seconds:.1f} s, before its out point.")
                last = sound.frames
        length = rescale(last - first, sound.rate, self._rate)
        start = max(self._next(self._settings.gap_s), self._voice_end)
        if isinstance(item, Clip) and item.asset in self._posts.at_s:
            start = self._at_post(item.asset, start)
        over = start + length
        if isinstance(item, Sting):
            over = min(over, start + self._frames(self._assets.energy(item.asset).died_away_s))
        self._spots.append(Spot(item, start, start + length, over, (first, last)))
        self._mark(start)
        if isinstance(item, Clip):
            self._deck.words(start)
        self._heard = over
        self._role = ""

    def _at_post(self, name: str, usual: int) -> int:
        """The frame of a clip's post, with music up to it; ``usual`` where that is past, which is remembered."""
        post = self._frames(self._posts.at_s[name])
        free = max(self._free(), self._voice_end)
        if free > post:
            self._late_s[name] = (free - post) / self._rate
            return usual
        self._spare[name] = post - usual
        self._fill(free, post)
        return post

    def _hold(self, wait: int) -> None:
        """What comes next waits, and music is heard meanwhile."""
        self._talk_ended()
        free = max(self._free(), self._voice_end)
        self._heard = free + wait
        self._fill(free, self._heard)

    def _fill(self, free: int, end: int) -> None:
        begins = free + self._frames(BREATH_S)
        if self._posts.fill and end - begins >= self._frames(SHORTEST_FILL_S) and not self._deck.plays:
            self._deck.fill(self._posts.fill, begins, end)

    def _mark(self, at: int) -> None:
        """Chapters that wait begin with this sound."""
        if len(self._waiting) > 1:
            self._note("MX022", f"Chapter “{self._waiting[0].title}” is empty: the next begins at the same place.")
        if self._waiting:
            self._chapters.append((at, self._waiting[-1]))
        self._waiting = []

    def _frames(self, seconds: float) -> int:
        return frames(seconds, self._rate)

    def _note(self, code: str, message: str) -> None:
        self._findings.append(Finding(code=code, level="warning", message=message))
