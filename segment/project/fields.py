"""Every setting of segment.toml in one table: loading, checking and the documentation are derived from it.

A ``*`` in a key stands for a name the producer chooses (a role, a bed) or the page does (a heading).
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from segment.media.mp3.frames import BIT_RATES
from segment.publish.feed.categories import NAMES as CATEGORIES
from segment.script.ear.codes import ALLOWABLE

Plain = str | int | float | bool


class Field(Struct, frozen=True, kw_only=True):
    """One setting."""

    key: str
    """Dotted, such as ``air.lufs`` or ``roles.*.person``."""
    type: type
    """str, int, float, bool, or list for a list of words."""
    help: str
    """One line for people."""
    default: Plain | tuple[str, ...] = ""
    allowed: tuple[str, ...] | tuple[int, ...] = ()
    """The only words or numbers that are right; empty for any."""
    low: float | None = None
    """For numbers: the smallest that makes sense."""
    high: float | None = None
    unit: str = ""
    names: Callable[[], tuple[str, ...]] | None = None
    """The only words that are right, where they must be looked up first."""
    needed: bool = False
    """Whether a group that has any key must have this one."""
    length: bool = False
    """For words: a length of time or a range, as radio people write them."""


FORMAT = 1
"""The newest form of segment.toml that this version reads."""


def _words(key: str, help_: str, *allowed: str, default: str = "") -> Field:
    return Field(key=key, type=str, help=help_, allowed=allowed, default=default)


def _number(key: str, help_: str, default: float, low: float, high: float, unit: str) -> Field:
    return Field(key=key, type=float, help=help_, default=default, low=low, high=high, unit=unit)


def _one_of(key: str, help_: str, default: int, allowed: tuple[int, ...], unit: str) -> Field:
    return Field(key=key, type=int, help=help_, default=default, allowed=allowed, unit=unit)


def _list(key: str, help_: str, *allowed: str) -> Field:
    return Field(key=key, type=list, help=help_, default=(), allowed=allowed)


def _formats() -> tuple[str, ...]:
    from segment.publish import exporters  # only who asks for further files needs them so early

    return exporters.names()


def _length(key: str, help_: str) -> Field:
    return Field(key=key, type=str, help=help_, length=True, unit="such as 3:00 or 2:50-3:00")


_CARTS = ("none", "generic", "rivendell")

FIELDS: tuple[Field, ...] = (
    Field(
        key="format",
        type=int,
        help="Form of this file; a later version of the tool may raise it, and this one then says that it is too old.",
        default=FORMAT,
        low=1,
        high=FORMAT,
    ),
    _words("show.name", "The show's name; the album in the tags."),
    _words("show.website", "Where the full review is, as a URL or in words a host can say."),
    _words("show.language", "Language of the show.", default="en"),
    _words("show.author", "Who makes the show."),
    _words("show.copyright", "Copyright line for the tags."),
    _words("show.art", "Cover image (JPEG or PNG), relative to segment.toml; the built-in one without it."),
    _words("show.greeting", "The host's first words, such as Good morning."),
    _words("show.sign_off", "The critic's last words in the critic's own voice; {critic} and {show} stand for the names."),
    _words("show.out_cue", "The standard out-cue: the last words of every segment."),
    _words("roles.*.person", "The person who has this role."),
    _words("roles.*.voice", "Voice profile that speaks the role when there is no recording."),
    _words(
        "roles.*.synthetic",
        "A synthetic voice in a person's place makes files named SCRATCH, unless it is allowed.",
        "scratch",
        "allowed",
        default="scratch",
    ),
    _number("roles.*.pan", "Where the role stands between left (-1) and right (1).", 0.0, -1.0, 1.0, ""),
    _words("beds.*.file", "Sound file, relative to segment.toml."),
    _words("beds.*.title", "Title for the music credits."),
    _words("beds.*.author", "Composer for the music credits."),
    _words("beds.*.licence", "Licence, such as CC0-1.0."),
    _list("beds.*.rights", "Where it may be used.", "air", "podcast"),
    _words("headings.*", 'What a heading word of the publication stands for, such as "The premise" for its own "Le pitch".'),
    _words("words.*", "A word or sentence of the show's own for its templates, which say {{ house.words.NAME }}."),
    _words("script.template", "Template that writes scripts.", default="review"),
    _length("script.slot", "Length of INTRO, PIECE and TAG together where --slot and --cart say nothing."),
    _length("script.cart", "Length of the air file alone where --slot and --cart say nothing."),
    Field(key="script.spoilers", type=bool, help="Whether the ending may be told.", default=False),
    _words(
        "speech.doubtful",
        "What becomes of a sentence that failed its check twice: the build stops, or takes it with a warning.",
        "stop",
        "accept",
        default="stop",
    ),
    _list("notes.allow", "Notes on scripts that the show does not want, by their codes.", *ALLOWABLE),
    Field(
        key="shelf.megabytes",
        type=int,
        help="Room for lines that were spoken before, so that nothing is spoken twice; 0 keeps none.",
        default=2000,
        low=0,
        high=1_000_000,
        unit="MB",
    ),
    _number("mix.speech_over_bed_db", "Speech over bed where a bed plays under speech.", 20.0, 6.0, 40.0, "dB"),
    _number("mix.gap_s", "Silence between two lines of one speaker.", 0.65, 0.0, 5.0, "s"),
    _number("mix.turn_s", "Silence where the speaker changes.", 0.55, 0.0, 5.0, "s"),
    _words(
        "air.host",
        "Whether the host reads live (the air file is the PIECE alone), is recorded, or is voiced.",
        "live",
        "recorded",
        "voiced",
        default="live",
    ),
    _number("air.lufs", "Integrated loudness of the air file.", -24.0, -40.0, -10.0, "LUFS"),
    _number("air.true_peak_dbtp", "Highest true peak of the air file.", -2.0, -20.0, -0.1, "dBTP"),
    _one_of("air.rate", "Sample rate of the air file.", 48_000, (44_100, 48_000), "Hz"),
    _words("air.format", "Format of the air file.", "wav16", "wav24", "wav32f", default="wav16"),
    _words("air.cart", "Whose cart chunk the air file has.", *_CARTS, default="generic"),
    _number("podcast.lufs", "Integrated loudness of the decoded MP3.", -16.0, -30.0, -10.0, "LUFS"),
    _number("podcast.true_peak_dbtp", "Highest true peak of the decoded MP3.", -1.0, -20.0, -0.1, "dBTP"),
    _one_of("podcast.kbps", "Bit rate of the MP3.", 128, BIT_RATES, "kbit/s"),
    _words("podcast.channels", "Channels of the MP3.", "stereo", "mono", default="stereo"),
    Field(key="deliverables.*.format", type=str, help="File format of a further file.", names=_formats, needed=True),
    _words("deliverables.*.programme", "Whose lines and music it has.", "podcast", "air", default="podcast"),
    _words("deliverables.*.target", "Loudness target by name, or figures such as -18/-1; the programme's usual without it."),
    Field(
        key="deliverables.*.rate",
        type=int,
        help="Sample rate; the format's usual without it.",
        allowed=(44_100, 48_000),
        unit="Hz",
    ),
    _words("deliverables.*.channels", "Channels.", "stereo", "mono", default="stereo"),
    Field(key="deliverables.*.kbps", type=int, help="Bit rate of a lossy format.", low=16, high=320, unit="kbit/s"),
    Field(key="deliverables.*.quality", type=int, help="Of a variable bit rate; 0 is best.", low=0, high=9),
    _words("deliverables.*.cart", "Whose cart chunk a WAV has.", *_CARTS, default="none"),
    Field(
        key="podcast.formats",
        type=list,
        help="Texts beside the podcast file: captions and transcripts (vtt, srt, json, html) and show notes.",
        default=("vtt",),
        allowed=("vtt", "srt", "json", "html", "notes", "all"),
    ),
    _words("feed.url", "Where the feed will be, such as https://example.org/friday/feed.xml."),
    _words("feed.description", "What the show is, for directories; at most 4000 bytes."),
    _words("feed.author", "Who makes it; the show's author without it."),
    _words("feed.owner", "Who owns it; the author without it."),
    _words("feed.email", "The owner's e-mail."),
    Field(key="feed.show_email", type=bool, help="Whether the e-mail stands in the feed, where all can read it.", default=False),
    _words("feed.category", "Apple's category, an inner one behind >.", *CATEGORIES, default="TV & Film > Film Reviews"),
    Field(key="feed.explicit", type=bool, help="Whether it is not for children.", default=False),
    _words("feed.type", "Newest first, or to be heard from the first on.", "episodic", "serial", default="episodic"),
    _words("feed.link", "The show's page; show.website where that is an address, else the published page."),
    Field(key="feed.locked", type=bool, help="Whether other hosts may not take the feed over.", default=True),
    _words("feed.medium", "What it is.", "podcast", "music", "audiobook", "newsletter", "blog", default="podcast"),
    _words("feed.licence", "Licence of the episodes: an SPDX name, or another with feed.licence_url."),
    _words("feed.licence_url", "Where the licence can be read."),
    _words("feed.funding", "Where listeners can give."),
    _words("feed.funding_text", "What that is called.", default="Support the show"),
    _words("feed.update", "How often there is a new one.", "", "daily", "weekly", "biweekly", "monthly"),
    _words("feed.time", "Time of day at which an item is out on its review's date.", default="06:00"),
    _words("feed.zone", "Time zone of that, such as America/Toronto.", default="UTC"),
    _words("feed.items", "What enters the feed: segments, episodes, or both.", "both", "segments", "episodes", default="both"),
    _list("feed.skip", "Made segments and episodes that stay out of the feed, by name."),
    _words("publish.to", "Where segment publish brings the show: a folder, or s3://bucket/prefix; site/ without it."),
    _words("publish.endpoint", "Address of the S3 server; Amazon's without it."),
    _list("publish.command", "A program, and its words, that takes the site away; {folder} stands for where it is."),
)
