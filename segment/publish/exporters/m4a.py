"""AAC in an M4A file, with chapters, cover and iTunes' items."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from segment.model.label import Label
from segment.model.loudness import Loudness
from segment.publish.chapters import shown_chapters
from segment.publish.comments import CHAPTER, COVER, LANGUAGE, mp4_items, mp4_to_be_said, stills_of
from segment.publish.exporters.recipe import Form, Mistake, Programme
from segment.publish.languages import iso_639_2
from segment.publish.picture import picture_type
from segment.publish.read_back import listed, picture_said
from segment.units import milliseconds
from segment.wording import one_of

if TYPE_CHECKING:
    from pathlib import Path

    from segment.model.sound import Samples

_RATES = (44_100, 48_000)
_USUAL_KBPS = 128
_LOWEST, _HIGHEST = 48, 320
_HEADROOM_DB = 0.5


class M4a:
    """An M4A file."""

    ending = ".m4a"
    media_type = "audio/mp4"
    what = "AAC in M4A: kbps 48 to 320; chapters with their pictures, cover, transcript"
    rate = 44_100

    def missing(self) -> str:
        """A sentence where PyAV was built without the encoder."""
        from segment.media import coded

        return coded.missing(coded.AAC)

    def mistakes(self, form: Form) -> tuple[Mistake, ...]:
        """The sampling rates that programmes are made at, and what is worth hearing."""
        found = []
        if form.rate not in _RATES:
            found.append(Mistake(key="rate", found=str(form.rate), allowed=f"It takes {one_of(_RATES)} Hz."))
        if form.kbps and not _LOWEST <= form.kbps <= _HIGHEST:
            found.append(Mistake(key="kbps", found=str(form.kbps), allowed=f"It takes {_LOWEST} to {_HIGHEST} kbit/s."))
        return tuple(found)

    def loss_db(self, form: Form) -> float:
        """None."""
        return 0.0

    def headroom_db(self, form: Form) -> float:
        """As for MP3 at 128 kbit/s; what is more is found when the file is decoded."""
        return _HEADROOM_DB

    def encode(self, path: Path, programme: Programme, form: Form, label: Label) -> None:
        """The sound and its chapters, then the items."""
        from segment.media import coded, tagging

        chapters = [coded.ChapterAt(title=mark.title, start=mark.start, end=mark.end) for mark in shown_chapters(label.timeline)]
        coded.write(
            path,
            programme.floats,
            programme.frames,
            programme.rate,
            codec=coded.AAC,
            kbps=form.kbps or _USUAL_KBPS,
            channels=form.channels,
            chapters=chapters,
            language=iso_639_2(label.tags.language),
        )
        if shown := stills_of(label):
            from segment.media import mp4_pictures

            stills = [mp4_pictures.Still(frames=frames, media_type=kind, data=data) for frames, kind, data in shown]
            mp4_pictures.add(path, stills, programme.rate)
        tagging.tag_mp4(path, mp4_items(label), label.cover, picture_type(label.cover))

    def decode(self, path: Path) -> Iterator[Samples]:
        """By libavcodec's decoder, from and to where the edit list says."""
        from segment.media import libav

        return libav.blocks(path)

    def note(self, path: Path, loudness: Loudness) -> None:
        """There is no common place for it."""

    def listed(self, path: Path, label: Label) -> tuple[str, ...]:
        """Its items, and its chapters as both kinds of players find them: Nero's list and QuickTime's track."""
        from segment.media import coded, mp4_pictures, tagging

        items, cover, nero = tagging.read_mp4(path)
        wanted = mp4_to_be_said(label)
        language, quicktime = coded.found(path)
        names = (*(name for name, _ in wanted if name in items), *(name for name in items if name not in dict(wanted)))
        found = (
            (LANGUAGE, language),
            *((name, items[name]) for name in names),
            *([(COVER, picture_said(picture_type(cover), cover))] if cover else []),
            *((f"{CHAPTER}:nero", f"{round(float(at) * 1000)} ms {title}") for title, at in nero),
            *((f"{CHAPTER}:quicktime", f"{mark.start} ms {mark.title}") for mark in quicktime),
            *(
                (f"{CHAPTER}:picture", f"{milliseconds(at, label.timeline.rate)} ms {picture_said(picture_type(data), data)}")
                for at, data in (mp4_pictures.stills(path) if stills_of(label) else ())
            ),
        )
        return listed(found, wanted)
