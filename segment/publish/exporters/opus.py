"""Opus in an Ogg file, with Vorbis comments, chapters in them, and the cover (RFC 7845)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from segment.model.label import Label
from segment.model.loudness import Loudness
from segment.publish.comments import PICTURE, comments_to_be_said, vorbis_comments
from segment.publish.exporters.recipe import Form, Mistake, Programme
from segment.publish.picture import picture_type
from segment.publish.read_back import listed, picture_said

if TYPE_CHECKING:
    from pathlib import Path

    from segment.model.sound import Samples

_RATE = 48_000
_USUAL_KBPS = 64
_LOWEST, _HIGHEST = 16, 256
_HEADROOM_DB = 0.7


class Opus:
    """An Opus file."""

    ending = ".opus"
    media_type = "audio/ogg"
    what = "Opus at 48 kHz: kbps 16 to 256; chapters, cover, transcript"
    rate = _RATE

    def missing(self) -> str:
        """A sentence where PyAV was built without the encoder."""
        from segment.media import coded

        return coded.missing(coded.OPUS)

    def mistakes(self, form: Form) -> tuple[Mistake, ...]:
        """Opus has one sampling rate."""
        found = []
        if form.rate != _RATE:
            found.append(Mistake(key="rate", found=str(form.rate), allowed=f"It takes {_RATE} Hz."))
        if form.kbps and not _LOWEST <= form.kbps <= _HIGHEST:
            found.append(Mistake(key="kbps", found=str(form.kbps), allowed=f"It takes {_LOWEST} to {_HIGHEST} kbit/s."))
        return tuple(found)

    def loss_db(self, form: Form) -> float:
        """None."""
        return 0.0

    def headroom_db(self, form: Form) -> float:
        """More than for MP3: it is used at lower bit rates."""
        return _HEADROOM_DB

    def encode(self, path: Path, programme: Programme, form: Form, label: Label) -> None:
        """The sound, then the comments."""
        from segment.media import coded, tagging

        coded.write(
            path,
            programme.floats,
            programme.frames,
            programme.rate,
            codec=coded.OPUS,
            kbps=form.kbps or _USUAL_KBPS,
            channels=form.channels,
        )
        tagging.tag_opus(path, vorbis_comments(label), label.cover, picture_type(label.cover))

    def decode(self, path: Path) -> Iterator[Samples]:
        """By libsndfile; libav's library made it."""
        from segment.media.blocks import blocks

        return blocks(path, str(path))

    def note(self, path: Path, loudness: Loudness) -> None:
        """There is no common place for it."""

    def listed(self, path: Path, label: Label) -> tuple[str, ...]:
        """Its comments in their order, chapters among them, and its picture."""
        from segment.media import tagging

        comments, pictures = tagging.read_opus(path)
        shown = ((PICTURE, picture_said(kind, data)) for kind, data in pictures)
        return listed((*comments, *shown), comments_to_be_said(label))
