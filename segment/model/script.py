"""The on-air script: headers, then cues and spoken lines in the order they are heard.

Positions in a file are not part of the value; ``segment.script.parse`` hands them back beside it.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Only = Literal["", "air", "podcast"]
"""The deliverable a line or cue is for; empty means both."""

PartName = Literal["INTRO", "PIECE", "TAG"]

Verb = Literal[
    "up",
    "establish",
    "under",
    "sneak in",
    "sneak out",
    "lose",
    "cross to",
    "up full",
    "out cold",
    "fade",
    "post",
    "ends at end",
]


ESTABLISH_S = 4.0
"""Length of ``establish`` where the script does not say it."""


class Text(Struct, frozen=True, kw_only=True, tag="text"):
    """Plain words."""

    text: str


class Break(Struct, frozen=True, kw_only=True, tag="break"):
    """``[500ms]``: a silence inside a line."""

    ms: int
    """Length in milliseconds."""


class Stress(Struct, frozen=True, kw_only=True, tag="stress"):
    """``+text+`` (level 1) or ``++text++`` (level 2)."""

    text: str
    level: int = 1


class Pronounced(Struct, frozen=True, kw_only=True, tag="pronounced"):
    """``Cotillard (koh-tee-YAR)``: words and, printed after them, how to say them. The pronouncer is not spoken."""

    text: str
    """The words the pronouncer belongs to."""
    respelling: str
    """Syllables with hyphens, the stressed one in capitals."""


class Marked(Struct, frozen=True, kw_only=True, tag="marked"):
    """``(text)[key:"value"]``: Speech Markdown, with our own ``say``."""

    text: str
    key: Literal["sub", "say", "ipa", "lang"]
    value: str


Span = Text | Break | Stress | Pronounced | Marked


class Header(Struct, frozen=True, kw_only=True, tag="header"):
    """``SLUG: RUST-AND-BONE`` and the like, before the first part."""

    name: str
    """In capitals."""
    value: str
    comment: str = ""


class Part(Struct, frozen=True, kw_only=True, tag="part"):
    """``PIECE:`` opens a part."""

    name: PartName
    comment: str = ""


class Move(Struct, frozen=True, kw_only=True):
    """One thing a bed does, such as ``establish 4s``."""

    verb: Verb
    seconds: float | None = None
    """Length for ``establish``, ``fade`` and ``post``; None where the verb takes none or its usual one."""
    bed: str = ""
    """The other bed of ``cross to``."""


class Music(Struct, frozen=True, kw_only=True, tag="music"):
    """``MUSIC: intro, establish 4s, under``."""

    bed: str
    moves: tuple[Move, ...]
    only: Only = ""
    comment: str = ""


class Sting(Struct, frozen=True, kw_only=True, tag="sting"):
    """``STING: swish``."""

    asset: str
    only: Only = ""
    comment: str = ""


class Clip(Struct, frozen=True, kw_only=True, tag="clip"):
    """``CLIP: trailer.wav, in 0:12.5, out 0:21, out-cue "…not a downer"``."""

    asset: str
    in_s: float = 0.0
    """Seconds into the file."""
    out_s: float | None = None
    """Seconds into the file, None for its end."""
    out_cue: str = ""
    """The last words heard."""
    only: Only = ""
    comment: str = ""


class Chapter(Struct, frozen=True, kw_only=True, tag="chapter"):
    """``CHAPTER: The story, link https://example.org/x, image whale.jpg``."""

    title: str
    link: str = ""
    """A page to go with it, or empty."""
    image: str = ""
    """A picture beside the script, or empty."""
    only: Only = ""
    comment: str = ""


class Pause(Struct, frozen=True, kw_only=True, tag="pause"):
    """``PAUSE: 1.5s``: silence between lines."""

    seconds: float
    only: Only = ""
    comment: str = ""


class Speech(Struct, frozen=True, kw_only=True, tag="speech"):
    """``CRITIC: …``: one spoken line (a paragraph)."""

    role: str
    """Lower case: ``host``, ``critic`` or a role of the project."""
    spans: tuple[Span, ...]
    only: Only = ""
    comment: str = ""
    """What follows ``;`` on the line, such as ``bridge``."""


class Comment(Struct, frozen=True, kw_only=True, tag="comment"):
    """A line that starts with ``;``."""

    text: str


class Blank(Struct, frozen=True, kw_only=True, tag="blank"):
    """An empty line, kept so that a script looks as its producer left it."""


Item = Part | Music | Sting | Clip | Chapter | Pause | Speech | Comment | Blank


class Script(Struct, frozen=True, kw_only=True):
    """A whole script."""

    headers: tuple[Header, ...] = ()
    items: tuple[Item, ...] = ()

    def header(self, name: str) -> str:
        """The value of a header, or empty."""
        return next((h.value for h in self.headers if h.name == name), "")
