"""An episode: several segments and the host's links. What ``episode.toml`` says, what was made of it, and how far it is."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from segment.model.asset import Right
from segment.model.finding import Finding
from segment.model.loudness import Loudness
from segment.model.made import Artifact, ChapterStart, Copied, Row


class EpisodeSegment(Struct, frozen=True, kw_only=True):
    """One ``[[segments]]`` of an episode.toml: a story of the show, finished audio of others, or a slot for an ad or promo."""

    name: str
    """What the script's CLIP calls it, unlike any other of the episode."""
    story: str = ""
    """Name of a folder in stories/."""
    audio: str = ""
    """A finished sound file, relative to episode.toml; only its gain is set."""
    slot: Literal["", "ad", "promo"] = ""
    """What stands between segments: it gets no link and no chapter."""
    title: str = ""
    """For its chapter; a story's own without it."""
    by: str = ""
    """Who made finished audio, for the credits."""
    licence: str = ""
    rights: tuple[Right, ...] = ()
    """Where finished audio may be used; empty means unknown, and stops the feed."""
    link: str = ""
    """What the host says before it; the template's words without it."""
    parts: Literal["piece", "all"] = "piece"
    """Of a story its PIECE without the beds it begins and ends on, or all that its podcast file has."""
    placeholder: bool = False
    """Silence of ``length_s`` stands in for it; such an episode is not published."""
    length_s: float | None = None
    """How long it should be, in seconds; None where nothing is said."""
    at_s: float | None = None
    """A fixed post: seconds into the programme at which it must start; None where it floats."""

    @property
    def is_hole(self) -> bool:
        """A slot without anything in it: a place for others to fill, which takes no time."""
        return bool(self.slot) and not (self.story or self.audio or self.placeholder)


class Episode(Struct, frozen=True, kw_only=True):
    """A whole episode.toml, its times read."""

    title: str
    number: int = 0
    """From 1; 0 for none."""
    season: int = 0
    """From 1; 0 for none."""
    date: str = ""
    """ISO date on which it is out, or empty."""
    summary: str = ""
    """A sentence or two for listeners; made of the segments' titles without it."""
    guid: str = ""
    """Its id in the feed, where it had one before; empty for one of ours."""
    kind: Literal["full", "trailer", "bonus"] = "full"
    starts_s: int | None = None
    """Time of day at which it goes on air, in seconds from midnight; None where it has none."""
    least_s: float | None = None
    """The least it should run, in seconds; None where nothing is said."""
    most_s: float | None = None
    """The most it should run; ``least_s`` where one length is asked for."""
    template: str = "episode"
    """Writes its script."""
    opening: str = "intro"
    """Music under the host's first words; empty for none."""
    closing: str = "outro"
    """Music under the last; empty for none."""
    sting: str = "sting"
    """Between segments; empty for none."""
    fill: str = "intro"
    """Music that fills up to a fixed post; empty for silence."""
    chapters: Literal["segments", "inner"] = "segments"
    """One chapter a segment, or also the chapters inside that last a minute."""
    segments: tuple[EpisodeSegment, ...]

    @property
    def placeholders(self) -> tuple[str, ...]:
        """Names of the segments that silence stands in for."""
        return tuple(one.name for one in self.segments if one.placeholder)


class SegmentRecord(Struct, frozen=True, kw_only=True):
    """A segment where it stands in a made episode."""

    name: str
    what: Literal["story", "audio", "slot", "placeholder"]
    title: str
    """As its chapter has it."""
    start_s: float
    """Into the programme."""
    end_s: float
    voice_lufs: float | None = None
    """Loudness of its voices in the mix, before mastering; None where nobody of ours speaks."""


class EpisodeRecord(Struct, frozen=True, kw_only=True):
    """What a build record says of an episode beyond what it says of a segment; such a record is a segment's where it has none.

    The record lies in ``episodes/NAME/out/``, its inputs hold the segments as ``segment:NAME`` with the way to their own records,
    its sheet has the people, credits and music of all of them. Where ``placeholders`` is not empty the sheet is withheld.
    """

    number: int = 0
    """From 1; 0 for none."""
    season: int = 0
    title: str
    date: str = ""
    """ISO date or empty; the sheet has it, too."""
    guid: str = ""
    """The id that it had in a feed before; empty for one of ours."""
    kind: Literal["full", "trailer", "bonus"] = "full"
    placeholders: tuple[str, ...] = ()
    """Names of the segments that silence stands in for: it may not be published."""
    segments: tuple[SegmentRecord, ...] = ()
    """In the order they are heard in the podcast file."""


class EpisodeMade(Struct, frozen=True, kw_only=True):
    """An episode that was made, or that was up to date."""

    slug: str
    artifacts: tuple[Artifact, ...]
    duration_s: float
    """Length of the podcast file."""
    loudness: Loudness
    """Of the decoded podcast file."""
    chapters: tuple[ChapterStart, ...] = ()
    findings: tuple[Finding, ...] = ()
    deliverables: tuple[Copied, ...] = ()
    """Every file of sound, the podcast first."""
    orders: dict[str, tuple[Row, ...]] = {}
    """What is heard, from the timeline, under ``podcast``; empty where nothing was made anew."""
    record: EpisodeRecord
    anew: bool
    """False where nothing had changed since it was made, and nothing was done."""
    segments_made: tuple[str, ...] = ()
    """Names of the segments that were made for it now."""


class EpisodeRow(Struct, frozen=True, kw_only=True):
    """A segment of an episode, how far it is."""

    name: str
    what: Literal["story", "audio", "slot", "placeholder"]
    state: str
    """``made``, ``changed``, ``to make``, ``missing``, ``SCRATCH``, ``placeholder``; ``there`` for finished audio, ``open`` for a
    slot with nothing in it."""
    changed: tuple[str, ...] = ()
    """What changed since it was made."""
    length_s: float | None = None
    """Of what goes into the episode."""
    is_reckoned: bool = False
    """Whether the length is only reckoned: of its words, or as it was asked for."""
    wanted_s: float | None = None
    over_s: float | None = None
    """Seconds over its length, or under it (below 0)."""
    starts_s: float | None = None
    """Where it begins in the programme."""
    at_s: float | None = None
    """Its fixed post."""
    late_s: float | None = None
    """Seconds by which it comes too late for its post (above 0), or that are to be filled before it (below 0)."""


class EpisodeStatus(Struct, frozen=True, kw_only=True):
    """How far an episode is."""

    title: str
    number: int
    season: int
    state: str
    """``to make``, ``up to date``, ``changed``, or ``incomplete`` where a segment is missing, SCRATCH or a placeholder."""
    rows: tuple[EpisodeRow, ...]
    missing: tuple[str, ...]
    """Names of the segments that are not there to be heard."""
    length_s: float
    """Of the whole, links and all."""
    is_reckoned: bool
    """Whether that is only reckoned; a made episode that is up to date was measured."""
    least_s: float | None
    most_s: float | None
    over_s: float | None
    """Seconds over the most, or under the least (below 0), 0 within; None where no length is asked for."""
    starts_at_s: int | None = None
    """Time of day at which it goes on air, seconds from midnight."""
    findings: tuple[Finding, ...] = ()
