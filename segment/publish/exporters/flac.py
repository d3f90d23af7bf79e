"""FLAC of 16 or 24 bits, with Vorbis comments, chapters in them, and the cover."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

from segment.model.label import Label
from segment.model.loudness import Loudness
from segment.publish.comments import PICTURE, comments_to_be_said, vorbis_comments
from segment.publish.exporters.depth import whole_24
from segment.publish.exporters.recipe import Form, Mistake, Programme
from segment.publish.picture import picture_type
from segment.publish.read_back import listed, picture_said
from segment.wording import one_of

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from segment.model.sound import Samples

_RATES = (44_100, 48_000)
_HEADROOM_DB = 0.05


class Flac:
    """A FLAC file."""

    ending = ".flac"
    media_type = "audio/flac"
    rate = 48_000

    def __init__(self, bits: Literal[16, 24], what: str) -> None:
        self._bits: Literal[16, 24] = bits
        self.what = what

    def missing(self) -> str:
        """Nothing: libsndfile is a library of the core."""
        return ""

    def mistakes(self, form: Form) -> tuple[Mistake, ...]:
        """The two sampling rates that programmes are made at."""
        if form.rate in _RATES:
            return ()
        return (Mistake(key="rate", found=str(form.rate), allowed=f"It takes {one_of(_RATES)} Hz."),)

    def loss_db(self, form: Form) -> float:
        """None."""
        return 0.0

    def headroom_db(self, form: Form) -> float:
        """For rounding and dither."""
        return _HEADROOM_DB

    def encode(self, path: Path, programme: Programme, form: Form, label: Label) -> None:
        """The sound as it is read, then the comments."""
        from segment.media import lossless, tagging

        def read_24(start: int, stop: int) -> NDArray[Any]:
            return whole_24(programme.floats(start, stop))

        read: Any = programme.read if self._bits == 16 else read_24
        lossless.write(path, read, programme.frames, programme.rate, bits=self._bits, channels=form.channels)
        tagging.tag_flac(path, vorbis_comments(label), label.cover, picture_type(label.cover))

    def decode(self, path: Path) -> Iterator[Samples]:
        """By libavcodec's own decoder; libsndfile made it."""
        from segment.media import libav

        return libav.blocks(path)

    def note(self, path: Path, loudness: Loudness) -> None:
        """There is no common place for it."""

    def listed(self, path: Path, label: Label) -> tuple[str, ...]:
        """Its comments in their order, chapters among them, and its picture."""
        from segment.media import tagging

        comments, pictures = tagging.read_flac(path)
        shown = ((PICTURE, picture_said(kind, data)) for kind, data in pictures)
        return listed((*comments, *shown), comments_to_be_said(label))
