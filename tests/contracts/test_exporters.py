"""What every file format in the list must do, and one from outside."""

from __future__ import annotations

import wave
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest
import soundfile
from msgspec.structs import replace

from segment.errors import Cause, PublishError
from segment.library.places import built_in
from segment.model.label import Cut, Label
from segment.model.loudness import Loudness
from segment.model.tags import Tags
from segment.model.timeline import ChapterMark, Timeline
from segment.publish import exporters
from segment.publish.exporters import EXPORTERS
from segment.publish.exporters.recipe import Exporter, Form, Mistake, Programme
from tests.conftest import Run

SECONDS = 119
LENGTHS = (1, 777, 48_000, 133_077)
LOUDNESS = Loudness(
    integrated_lufs=-23, true_peak_dbtp=-1, lra_lu=3, short_term_max_lufs=-20, momentary_max_lufs=-18, sample_peak_dbfs=-2
)


class Plain:
    """A format such as another package would bring: the standard library's WAV."""

    ending = ".wave"
    media_type = "audio/wav"
    what = "WAV of the standard library"
    rate = 44_100

    def missing(self) -> str:
        return ""

    def mistakes(self, form: Form) -> tuple[Mistake, ...]:
        return () if form.rate == 44_100 else (Mistake(key="rate", found=str(form.rate), allowed="It takes 44100 Hz."),)

    def loss_db(self, form: Form) -> float:
        return 0.0

    def headroom_db(self, form: Form) -> float:
        return 0.05

    def encode(self, path: Path, programme: Programme, form: Form, label: Label) -> None:
        with wave.open(str(path), "wb") as file:
            file.setparams((form.channels, 2, programme.rate, programme.frames, "NONE", ""))
            file.writeframes(programme.read(0, programme.frames)[:, : form.channels].tobytes())

    def decode(self, path: Path) -> Iterator[np.ndarray]:
        yield soundfile.read(path, dtype="float32", always_2d=True)[0]

    def note(self, path: Path, loudness: Loudness) -> None:
        return

    def listed(self, path: Path, label: Label) -> tuple[str, ...]:
        return ()


ALL: dict[str, Exporter] = {**EXPORTERS, "plain": Plain()}


class Made:
    """A mastered programme: two tones and a little noise, left and right not alike unless it is mono."""

    def __init__(self, frames: int, rate: int, channels: int) -> None:
        self.frames, self.rate = frames, rate
        at = np.arange(frames) / rate
        random = np.random.default_rng(frames)
        left = 0.2 * np.sin(2 * np.pi * 220 * at) + 0.05 * np.sin(2 * np.pi * 1318 * at) + random.normal(0, 0.002, frames)
        right = left if channels == 1 else 0.8 * left + random.normal(0, 0.002, frames)
        self._sound = np.stack([left, right], axis=1).astype(np.float32)
        self.asked: list[tuple[int, int]] = []

    def floats(self, start: int, stop: int) -> np.ndarray:
        assert 0 <= start <= stop <= self.frames
        self.asked.append((start, stop))
        return self._sound[start:stop].copy()

    def read(self, start: int, stop: int) -> np.ndarray:
        return np.rint(self.floats(start, stop) * 32767).astype(np.int16)


def label(frames: int, rate: int) -> Label:
    """A programme's label with all that can be said: three chapters where it is long enough, a cover, a transcript, a feed."""
    starts = [0, frames // 3, 2 * frames // 3, frames]
    names = ("The story", "Ce qu'on en pense, déjà", "Verdict; 5 = five")
    chapters = tuple(ChapterMark(title=t, start=a, end=b) for t, a, b in zip(names, starts, starts[1:], strict=False))
    timeline = Timeline(deliverable="podcast", rate=rate, frames=frames, chapters=chapters)
    tags = Tags(
        title="Salt — ça",
        artist="Zoë",
        album="The Show",
        date="2026-11-27",
        comment="A review.",
        copyright="2026 Us",
        website="https://example.org/é",
        track="7",
        keywords=("film", "Salt — ça"),
        guid="5b1d",
        feed="https://example.org/feed.xml",
        category="TV & Film",
    )
    cover = (built_in("art") / "cover.png").read_bytes()
    return Label(tags=tags, timeline=timeline, cut=Cut(id="x"), cover=cover, transcript="Host: Hello.\n", made_by="test 1")


@pytest.fixture(params=ALL)
def name(request: pytest.FixtureRequest) -> str:
    """Each format in turn."""
    return str(request.param)


@pytest.fixture
def exporter(name: str) -> Exporter:
    """The format, where it can be made here."""
    if missing := ALL[name].missing():
        pytest.skip(missing)
    return ALL[name]


@pytest.fixture(params=[2, 1], ids=["stereo", "mono"])
def form(request: pytest.FixtureRequest, exporter: Exporter) -> Form:
    """Its usual form."""
    return Form(rate=exporter.rate, channels=request.param)


def decoded(exporter: Exporter, path: Path) -> np.ndarray:
    """All of what its own reader makes of a file."""
    return np.concatenate(list(exporter.decode(path)))


def by_libav(path: Path) -> int:
    """Frames that libav decodes; of an MP4 those up to the end its edit list gives."""
    with av.open(str(path)) as container:
        stream = container.streams.audio[0]
        frames = sum(frame.samples for frame in container.decode(stream))
        if container.format.name.startswith("mov"):
            edited = int(stream.duration * stream.time_base * stream.rate)
            assert 0 <= frames - edited < 1024
            return edited
        return frames


def test_it_says_what_it_is(name: str, exporter: Exporter, form: Form) -> None:
    """It has an ending, a media type, a few words, and nothing against its own usual form."""
    assert exporter.ending.startswith(".")
    assert exporter.media_type.startswith("audio/")
    assert exporter.what
    assert exporter.mistakes(form) == ()
    assert exporter.loss_db(form) >= 0
    assert 0 < exporter.headroom_db(form) < 2


def test_it_refuses_a_rate_nobody_has(exporter: Exporter, form: Form) -> None:
    """47 kHz is a mistake that names the key and says what would be right."""
    (mistake,) = exporter.mistakes(replace(form, rate=47_000))
    assert (mistake.key, mistake.found) == ("rate", "47000")
    assert mistake.allowed.startswith("It takes ")


@pytest.mark.parametrize("frames", LENGTHS)
def test_two_decoders_give_back_the_programme_to_the_sample(exporter: Exporter, form: Form, frames: int, tmp_path: Path) -> None:
    """Its own reader and libav both find exactly as many frames as went in, in as many channels."""
    path = tmp_path / f"a{exporter.ending}"
    exporter.encode(path, Made(frames, form.rate, form.channels), form, label(frames, form.rate))
    assert decoded(exporter, path).shape == (frames, form.channels)
    assert by_libav(path) == frames


def test_the_sound_is_the_programmes_and_in_its_place(exporter: Exporter, form: Form, tmp_path: Path) -> None:
    """Decoded, it is the programme less the stated loss, and neither early nor late by a sample."""
    programme = Made(96_000, form.rate, form.channels)
    path = tmp_path / f"a{exporter.ending}"
    exporter.encode(path, programme, form, label(96_000, form.rate))
    wanted = programme.floats(0, 96_000)[:, : form.channels] * 10 ** (-exporter.loss_db(form) / 20)
    found = decoded(exporter, path)
    errors = [np.square(np.roll(found, shift, axis=0) - wanted)[2000:-2000].mean() for shift in (-1, 0, 1)]
    assert np.argmin(errors) == 1
    assert errors[1] < 1e-2 * np.square(wanted).mean()


def test_the_same_programme_gives_the_same_bytes(exporter: Exporter, form: Form, tmp_path: Path) -> None:
    """Two files of one programme do not differ in a byte, and the second replaces a longer one whole."""
    first, second = tmp_path / f"a{exporter.ending}", tmp_path / f"b{exporter.ending}"
    exporter.encode(first, Made(5000, form.rate, form.channels), form, label(5000, form.rate))
    exporter.encode(second, Made(50_000, form.rate, form.channels), form, label(50_000, form.rate))
    exporter.encode(second, Made(5000, form.rate, form.channels), form, label(5000, form.rate))
    for path in (first, second):
        exporter.note(path, LOUDNESS)
    assert first.read_bytes() == second.read_bytes()


def test_noting_the_loudness_changes_no_sample(exporter: Exporter, form: Form, tmp_path: Path) -> None:
    """What is written after the proof is no sound."""
    path = tmp_path / f"a{exporter.ending}"
    exporter.encode(path, Made(5000, form.rate, form.channels), form, label(5000, form.rate))
    before = decoded(exporter, path)
    exporter.note(path, LOUDNESS)
    assert np.array_equal(decoded(exporter, path), before)


def test_what_was_written_is_listed(exporter: Exporter, form: Form, tmp_path: Path) -> None:
    """The finished file is read back: its title is in the list, and of another label the list is refused as a bug."""
    if exporter is ALL["plain"]:
        pytest.skip("the stand-in has no place for words")
    told = label(5000, form.rate)
    path = tmp_path / f"a{exporter.ending}"
    exporter.encode(path, Made(5000, form.rate, form.channels), form, told)
    exporter.note(path, LOUDNESS)
    lines = exporter.listed(path, told)
    assert any("Salt" in line for line in lines)
    with pytest.raises(PublishError, match="not Pepper") as caught:
        exporter.listed(path, replace(told, tags=replace(told.tags, title="Pepper")))
    assert caught.value.cause is Cause.BUG


def test_it_asks_for_little_at_a_time(exporter: Exporter, form: Form, tmp_path: Path) -> None:
    """A long programme is read in stretches, so that it need not fit into memory."""
    if exporter is ALL["plain"]:
        pytest.skip("the stand-in is no streamer")
    programme = Made(20 * form.rate, form.rate, form.channels)
    exporter.encode(tmp_path / f"a{exporter.ending}", programme, form, label(programme.frames, form.rate))
    assert max(stop - start for start, stop in programme.asked) <= 5 * form.rate


@pytest.mark.parametrize("lossless", ["wav16", "wav24", "wav32f", "flac", "flac16"])
def test_lossless_formats_lose_nothing_but_bits(lossless: str, tmp_path: Path) -> None:
    """Float comes back as it is, 24 and 16 bits within half a step of the undithered and the dithered programme."""
    programme = Made(5000, 48_000, 2)
    path = tmp_path / "a"
    EXPORTERS[lossless].encode(path, programme, Form(rate=48_000), label(5000, 48_000))
    off = np.abs(decoded(EXPORTERS[lossless], path) - programme.floats(0, 5000)).max()
    assert off <= {"wav32f": 0.0, "wav24": 0.51 / (1 << 23), "flac": 0.51 / (1 << 23)}.get(lossless, 0.6 / 32767 + 1 / 32768)


@pytest.mark.tools
@pytest.mark.parametrize("carrier", ["mp3", "mp3-vbr", "flac", "m4a", "opus"])
def test_chapters_cover_and_tags_reach_other_readers(carrier: str, tmp_path: Path, tool: Run) -> None:
    """ffprobe finds the chapters at their times, the cover and the title; mediainfo the cover; the list has all that was said."""
    exporter = EXPORTERS[carrier]
    rate = exporter.rate
    frames = SECONDS * rate + 77
    names = ("The story", "Ce qu'on en pense, déjà")
    page = "https://example.org/whales"
    chapters = (
        ChapterMark(title=names[0], start=0, end=70 * rate),
        ChapterMark(title=names[1], start=70 * rate, end=SECONDS * rate, link=page, image="whale.png"),
    )
    told = label(frames, rate)
    told = replace(told, timeline=replace(told.timeline, chapters=chapters), pictures={"whale.png": told.cover})
    path = tmp_path / f"a{exporter.ending}"
    exporter.encode(path, Made(frames, rate, 1), Form(rate=rate, channels=1, kbps=64), told)
    seen = tool("ffprobe", "-v", "error", "-show_chapters", "-show_format", "-show_streams", "-of", "flat", path).stdout
    starts = [float(row.split('"')[1]) for row in seen.splitlines() if ".start_time=" in row and row.startswith("chapters.")]
    assert starts == pytest.approx([0, 70], abs=0.002)
    assert "Ce qu'on en pense, déjà" in seen
    assert 'codec_name="png"' in seen
    assert "Salt — ça" in seen
    assert "Cover                                    : Yes" in tool("mediainfo", path).stdout
    lines = "\n".join(exporter.listed(path, told))
    tags = told.tags
    for words in (
        tags.title,
        tags.artist,
        tags.album,
        " 7",
        "2026",
        "2026 Us",
        "A review.",
        "Host: Hello.",
        "Podcast",
        "image/png",
    ):
        assert words in lines
    for words in (tags.feed, tags.guid, "film, Salt — ça", tags.category, "image/png", "The story", "Ce qu'on en pense, déjà"):
        assert words in lines
    assert "https://example.org/%C3%A9" in lines or tags.website in lines
    assert page in lines or carrier == "m4a"
    if carrier == "m4a":
        assert f"chapter:picture 70000 ms image/png, {len(told.cover)} bytes" in lines
        assert "timed_thumbnails=1" in seen
    if carrier.startswith("mp3"):
        assert f"<{page}> [image/png" in lines


def test_what_is_unknown_or_missing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name nobody knows exits 2 with the nearest one; a format that lacks something exits 3 with the command."""
    with pytest.raises(PublishError, match="no file format") as caught:
        exporters.exporter("flak")
    assert caught.value.cause is Cause.USAGE
    assert "flac" in caught.value.hint
    monkeypatch.setattr("segment.media.coded.missing", lambda codec: "PyAV lacks it: pip install av")
    with pytest.raises(PublishError, match="pip install av") as caught:
        exporters.exporter("opus")
    assert caught.value.cause is Cause.MISSING


def test_another_packages_format_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A format under the entry point can be named like ours."""
    monkeypatch.setattr(exporters, "plugins", lambda group: {"plain": Plain()} if group == "segment.exporters" else {})
    assert exporters.exporter("plain").ending == ".wave"
    assert exporters.names()[-1] == "plain"
