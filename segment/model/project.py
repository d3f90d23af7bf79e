"""A show's settings, read from segment.toml; the defaults are the house's."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from segment.model.asset import Asset, Right
from segment.model.feed import FeedSettings
from segment.model.loudness import Target
from segment.model.mix_settings import MixSettings


class Show(Struct, frozen=True, kw_only=True):
    """The show itself."""

    name: str = ""
    website: str = ""
    """Where listeners find the full review: a URL, or words a host can say."""
    language: str = "en"
    author: str = ""
    copyright: str = ""
    greeting: str = ""
    """The host's first words."""
    sign_off: str = ""
    """The critic's last words, ``{critic}`` and ``{show}`` standing for the names."""
    out_cue: str = ""
    """The last words of every segment."""
    art: str = ""
    """Cover image, JPEG or PNG, relative to the project; empty for the built-in one."""


class Role(Struct, frozen=True, kw_only=True):
    """Who speaks a role, and how."""

    person: str = ""
    """The person bound to the role, or empty."""
    voice: str = ""
    """Voice profile; empty for the profile named like the role."""
    synthetic: Literal["scratch", "allowed"] = "scratch"
    """What a synthetic voice in a person's place means for the files."""
    pan: float = 0.0
    """Where the role stands: −1 left, 0 middle, 1 right."""


class Air(Struct, frozen=True, kw_only=True):
    """The file for broadcast automation."""

    host: Literal["live", "recorded", "voiced"] = "live"
    """``live``: the host reads in the studio and the file is the PIECE alone."""
    lufs: float = -24.0
    true_peak_dbtp: float = -2.0
    rate: int = 48_000
    """Hz."""
    format: str = "wav16"
    """Of the WAV: ``wav16``, ``wav24`` or ``wav32f``."""
    cart: Literal["none", "generic", "rivendell"] = "generic"
    """Whose ``cart`` chunk it has."""

    @property
    def target(self) -> Target:
        """What the file must measure."""
        return Target(name="air", integrated_lufs=self.lufs, true_peak_dbtp=self.true_peak_dbtp, source="project setting")


class Podcast(Struct, frozen=True, kw_only=True):
    """The file for podcast apps."""

    lufs: float = -16.0
    true_peak_dbtp: float = -1.0
    rate: int = 44_100
    """Hz."""
    kbps: int = 128
    channels: Literal["stereo", "mono"] = "stereo"
    formats: tuple[str, ...] = ("vtt",)
    """Texts that are written beside it."""

    @property
    def target(self) -> Target:
        """What the decoded file must measure."""
        return Target(name="podcast", integrated_lufs=self.lufs, true_peak_dbtp=self.true_peak_dbtp, source="project setting")


class FurtherCopy(Struct, frozen=True, kw_only=True):
    """A file the show wants beside the podcast and the air file."""

    format: str
    """As the exporters are called."""
    programme: Right = "podcast"
    """Whose lines and music it has."""
    target: str = ""
    """Name of a target or figures of one's own; empty for the programme's usual."""
    rate: int = 0
    """Hz; 0 for the format's usual."""
    channels: Literal["stereo", "mono"] = "stereo"
    kbps: int = 0
    """0 for the format's usual."""
    quality: int | None = None
    """Of a variable bit rate; None for the format's usual."""
    cart: Literal["none", "generic", "rivendell"] = "none"


class Writing(Struct, frozen=True, kw_only=True):
    """How scripts are written."""

    template: str = "review"
    spoilers: bool = False
    """True lets the ending be told."""
    slot: str = ""
    """Length of INTRO, PIECE and TAG together, as radio people write it; empty for any."""
    cart: str = ""
    """Length of the air file alone, likewise."""


class Speech(Struct, frozen=True, kw_only=True):
    """How lines are spoken."""

    doubtful: Literal["stop", "accept"] = "stop"
    """What becomes of a sentence that failed its check twice."""


class Noting(Struct, frozen=True, kw_only=True):
    """Which notes on scripts the show does not want."""

    allow: tuple[str, ...] = ()
    """Codes, such as ``SC209``."""


class Shelving(Struct, frozen=True, kw_only=True):
    """What is kept so that it need not be made again."""

    megabytes: int = 2000
    """Room for spoken lines; 0 keeps none."""


class Publish(Struct, frozen=True, kw_only=True):
    """Where the show is published."""

    to: str = ""
    """A folder relative to the project, or ``s3://bucket/prefix``; empty for site/."""
    endpoint: str = ""
    """Address of the S3 server; empty for Amazon's."""
    command: tuple[str, ...] = ()
    """A program that takes the site away; ``{folder}`` stands for where it is."""


class Project(Struct, frozen=True, kw_only=True):
    """Everything segment.toml says; a project that is not there is one of defaults with an empty root."""

    root: str = ""
    """The folder of segment.toml, or empty outside any project."""
    format: int = 1
    """Form of the file."""
    show: Show = Show()
    roles: dict[str, Role] = {}
    """By role name, lower case."""
    beds: dict[str, Asset] = {}
    """Music, stings and clips by the name a script uses."""
    headings: dict[str, str] = {}
    """From the publication's own heading words to headings that scripts know."""
    words: dict[str, str] = {}
    """The show's own words for its own templates, by name."""
    script: Writing = Writing()
    speech: Speech = Speech()
    notes: Noting = Noting()
    shelf: Shelving = Shelving()
    mix: MixSettings = MixSettings()
    air: Air = Air()
    podcast: Podcast = Podcast()
    deliverables: dict[str, FurtherCopy] = {}
    """Further files, by the name the show gives them."""
    feed: FeedSettings = FeedSettings()
    publish: Publish = Publish()

    def role(self, name: str) -> Role:
        """The role's settings, the defaults where the project says nothing."""
        return self.roles.get(name, Role())
