"""MP3 with an ID3v2.3 tag: chapters, cover and transcript in it; constant or variable bit rate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from segment.media import files, mp3
from segment.media.mp3.frames import BIT_RATES
from segment.model.label import Label
from segment.model.loudness import Loudness
from segment.publish.exporters.recipe import Form, Mistake, Programme
from segment.wording import one_of

if TYPE_CHECKING:
    from pathlib import Path

    from segment.model.sound import Samples

_RATES = (32000, 44100, 48000)
_USUAL_KBPS = 128
_USUAL_QUALITY = 4
_WORST_QUALITY = 9
_HEADROOM_DB = 0.5
"""Measured over speech, music and both, limited by up to 5 dB: at 128 kbit/s and more the decoded true peak lay at most 0.35 dB
above the limiter's ceiling (less what LAME takes from the level)."""
_LOW_RATES_DB = ((64, 1.0), (96, 0.8))
"""The same up to a bit rate in kbit/s; measured at most 0.87 and 0.69."""
_VBR_HEADROOM_DB = 0.8


class Mp3:
    """An MP3 of constant bit rate, 64 to 320 kbit/s."""

    ending = ".mp3"
    media_type = "audio/mpeg"
    what = "MP3 of constant bit rate: kbps 64 to 320; mono or joint stereo; ID3 chapters, cover, transcript"
    rate = 44_100

    def missing(self) -> str:
        """Nothing: LAME is a library of the core."""
        return ""

    def mistakes(self, form: Form) -> tuple[Mistake, ...]:
        """MPEG-1 has three sampling rates and its own list of bit rates."""
        found = [*_wrong_rate(form)]
        if form.kbps and form.kbps not in BIT_RATES:
            found.append(Mistake(key="kbps", found=str(form.kbps), allowed=f"It takes {one_of(BIT_RATES)} kbit/s."))
        return tuple(found)

    def loss_db(self, form: Form) -> float:
        """LAME lowers what it codes at lower bit rates."""
        return mp3.loss_db(form.kbps or _USUAL_KBPS)

    def headroom_db(self, form: Form) -> float:
        """The lower the bit rate, the more peaks move."""
        kbps = form.kbps or _USUAL_KBPS
        return next((db for most, db in _LOW_RATES_DB if kbps <= most), _HEADROOM_DB)

    def encode(self, path: Path, programme: Programme, form: Form, label: Label) -> None:
        """The tag, then the stream."""
        kbps = form.kbps or _USUAL_KBPS
        mp3.write(path, tag(label), programme.read, programme.frames, programme.rate, kbps, channels=form.channels)

    def decode(self, path: Path) -> Iterator[Samples]:
        """By libsndfile, which has mpg123 in it."""
        return mp3.decode(path)

    def note(self, path: Path, loudness: Loudness) -> None:
        """An MP3 has no place for it."""

    def listed(self, path: Path, label: Label) -> tuple[str, ...]:
        """The tag's frames in their order."""
        return _listed(path, label)


class VariableMp3:
    """An MP3 of variable bit rate, LAME's -V."""

    ending = ".mp3"
    media_type = "audio/mpeg"
    what = "MP3 of variable bit rate: quality 0 (best) to 9; otherwise as mp3"
    rate = 44_100

    def missing(self) -> str:
        """Nothing: LAME is a library of the core."""
        return ""

    def mistakes(self, form: Form) -> tuple[Mistake, ...]:
        """MPEG-1 has three sampling rates; LAME has ten qualities."""
        found = [*_wrong_rate(form)]
        if form.quality is not None and not 0 <= form.quality <= _WORST_QUALITY:
            found.append(Mistake(key="quality", found=str(form.quality), allowed="It takes 0 (best) to 9."))
        return tuple(found)

    def loss_db(self, form: Form) -> float:
        """LAME leaves the level of a variable bit rate alone."""
        return 0.0

    def headroom_db(self, form: Form) -> float:
        """As at middling constant bit rates."""
        return _VBR_HEADROOM_DB

    def encode(self, path: Path, programme: Programme, form: Form, label: Label) -> None:
        """The tag, then the stream."""
        quality = _USUAL_QUALITY if form.quality is None else form.quality
        rate, channels = programme.rate, form.channels
        mp3.write(path, tag(label), programme.read, programme.frames, rate, _USUAL_KBPS, channels=channels, vbr=quality)

    def decode(self, path: Path) -> Iterator[Samples]:
        """By libsndfile, which has mpg123 in it."""
        return mp3.decode(path)

    def note(self, path: Path, loudness: Loudness) -> None:
        """An MP3 has no place for it."""

    def listed(self, path: Path, label: Label) -> tuple[str, ...]:
        """The tag's frames in their order."""
        return _listed(path, label)


def tag(label: Label) -> bytes:
    """What stands before the stream."""
    from segment.publish.id3 import id3

    return id3(label.tags, label.timeline, cover=label.cover, transcript=label.transcript, pictures=label.pictures)


def _listed(path: Path, label: Label) -> tuple[str, ...]:
    from segment.publish.read_back import listed
    from segment.publish.tag_listing import said, tag_length, to_be_said

    header = files.beginning(path, 10)
    return listed(said(files.beginning(path, 10 + tag_length(header))), to_be_said(label))


def _wrong_rate(form: Form) -> Iterator[Mistake]:
    if form.rate not in _RATES:
        yield Mistake(key="rate", found=str(form.rate), allowed=f"It takes {one_of(_RATES)} Hz.")
