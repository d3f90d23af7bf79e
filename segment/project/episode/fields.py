"""Every key of an episode.toml in one table: reading, checking and the documentation are derived from it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from segment.wording import one_of

Kind = Literal["words", "number", "yes or no", "list", "date", "length", "lengths", "post", "time of day"]

_TAKES: dict[Kind, str] = {
    "words": "words in quotes",
    "number": "a whole number from 1",
    "yes or no": "true or false",
    "list": "a list of words in quotes",
    "date": "a date such as 2026-03-06",
    "length": 'a length such as "3:00" or ":30"',
    "lengths": 'a length such as "28:30", or the least and the most: "28:00-28:30"',
    "post": 'a time from the beginning such as "30:00" or "1:05:00"',
    "time of day": 'a time of day such as "9:30" or "9:30:00"',
}


class Field(Struct, frozen=True, kw_only=True):
    """One key."""

    key: str
    """As it stands in the file; of a segment behind ``segments.``."""
    kind: Kind
    help: str
    """One line for people."""
    allowed: tuple[str, ...] = ()
    """The only words that are right; empty for any."""
    needed: bool = False

    @property
    def name(self) -> str:
        """The key in its own table."""
        return self.key.removeprefix(OF_SEGMENT)

    @property
    def takes(self) -> str:
        """What may stand there, for people."""
        if not self.allowed:
            return _TAKES[self.kind]
        words = one_of(f'"{word}"' for word in self.allowed)
        return f"a list with {words}" if self.kind == "list" else words


OF_SEGMENT = "segments."

FIELDS: tuple[Field, ...] = (
    Field(key="title", kind="words", help="The episode's title.", needed=True),
    Field(key="number", kind="number", help="Its number in the season, or of all."),
    Field(key="season", kind="number", help="The season it belongs to."),
    Field(key="date", kind="date", help="The day on which it is out."),
    Field(key="summary", kind="words", help="A sentence or two for listeners; the segments' titles without it."),
    Field(key="kind", kind="words", help="What it is in the feed.", allowed=("full", "trailer", "bonus")),
    Field(key="guid", kind="words", help="The id it had in a feed before; one is given without it."),
    Field(key="starts_at", kind="time of day", help="When it goes on air: what `at_time` is counted from."),
    Field(key="length", kind="lengths", help="How long it should run."),
    Field(key="template", kind="words", help="Template that writes its script; `episode` without it."),
    Field(key="opening", kind="words", help='Music under the host\'s first words; `intro` without it, none for "".'),
    Field(key="closing", kind="words", help='Music under the last; `outro` without it, none for "".'),
    Field(key="sting", kind="words", help='Between segments; `sting` without it, none for "".'),
    Field(key="fill", kind="words", help='Music that fills up to a fixed post; `intro` without it, silence for "".'),
    Field(
        key="chapters",
        kind="words",
        help="One chapter for each segment, or also those inside that last a minute.",
        allowed=("segments", "inner"),
    ),
    Field(key="segments.story", kind="words", help="A story of the show, by the name of its folder."),
    Field(key="segments.audio", kind="words", help="A finished sound file, relative to episode.toml; only its gain is set."),
    Field(key="segments.slot", kind="words", help="An ad or promo: no link, no chapter.", allowed=("ad", "promo")),
    Field(key="segments.title", kind="words", help="For its chapter; a story's own without it."),
    Field(key="segments.by", kind="words", help="Who made finished audio, for the credits."),
    Field(key="segments.licence", kind="words", help="Licence of finished audio, such as CC-BY-4.0."),
    Field(key="segments.rights", kind="list", help="Where finished audio may be used.", allowed=("air", "podcast")),
    Field(key="segments.link", kind="words", help="What the host says before it; the template's words without it."),
    Field(
        key="segments.parts",
        kind="words",
        help="Of a story its PIECE, or INTRO and TAG, too, with its beds.",
        allowed=("piece", "all"),
    ),
    Field(key="segments.placeholder", kind="yes or no", help="Whether silence of its `length` stands in for it."),
    Field(key="segments.length", kind="length", help="How long it should be."),
    Field(key="segments.at", kind="post", help="A fixed post: where in the programme it starts."),
    Field(key="segments.at_time", kind="time of day", help="A fixed post: the time of day at which it starts."),
)


def table() -> str:
    """The fields as a Markdown table, for docs/episodes.md."""
    lines = ["| key | what it is | takes |", "| --- | --- | --- |"]
    for field in FIELDS:
        name = field.key.replace(OF_SEGMENT, "segments: ")
        shown = f"segments: `{field.name}`" if field.key.startswith(OF_SEGMENT) else f"`{name}`"
        takes = field.takes.replace('"', "`")
        lines.append(f"| {shown} | {field.help} | {takes}{', needed' if field.needed else ''} |")
    return "\n".join(lines)
