"""The timeline as sound."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace
from numpy.typing import NDArray

from segment.dsp.resample import resample
from segment.mix.render import blocks, render
from segment.model.sound import Sound, Spoken
from segment.model.timeline import Played, Point, Timeline, Voiced

RATE = 16_000
Samples = NDArray[np.float32]


def wide(made: list[Samples]) -> Samples:
    """Blocks put together in two channels."""
    return np.concatenate([np.broadcast_to(block, (len(block), 2)) for block in made])


def played(start: int, end: int, offset: int = 0, envelope: tuple[Point, ...] = ()) -> Timeline:
    """A timeline of one asset, called ``bed``."""
    piece = Played(kind="bed", asset="bed", start=start, end=end, offset=offset, envelope=envelope)
    return Timeline(deliverable="podcast", rate=RATE, frames=end + 1000, played=(piece,))


def noise(seconds: float, rate: int, channels: int) -> Sound:
    """White noise, the same every time."""
    samples = np.random.default_rng(1).standard_normal((round(seconds * rate), channels)).astype(np.float32) * 0.1
    return Sound(samples=samples, rate=rate, fingerprint=f"{seconds} {rate} {channels}")


@pytest.mark.parametrize("size", [1, 777, 4096, RATE // 2, 10 * RATE])
def test_the_sound_does_not_depend_on_the_size_of_the_blocks(size: int) -> None:
    """Every sample is the same to the last bit whether it comes in blocks of one frame or of ten seconds."""
    assets = {"bed": noise(1.3, 22_050, 2), "own": noise(0.5, RATE, 1), "hd": noise(0.7, 48_000, 2)}
    fall = (Point(at=4000, db=0.0), Point(at=9000, db=-30.0), Point(at=9100, db=-120.0))
    pieces = tuple(
        Played(kind="bed", asset=name, start=at, end=at + 9000, offset=at // 2, envelope=fall)
        for name, at in zip(assets, (100, 2000, 7001), strict=True)
    )
    spoken = {"host-1": Spoken(id="host-1", role="host", voice="v", sound=noise(0.9, 22_050, 1), words=())}
    line = Voiced(id="host-1", role="host", voice="v", part="PIECE", text="", start=50, end=14_450, gain_db=-3.0, words=())
    timeline = Timeline(deliverable="podcast", rate=RATE, frames=20_000, voiced=(line,), played=pieces)
    whole = wide(list(render(timeline, spoken, assets)))
    assert np.array_equal(wide(list(blocks(timeline, spoken, assets, size))), whole)
    assert np.abs(whole).max() > 0.1


def test_blocks_are_four_seconds_and_the_length_is_the_timelines(segment_order: Any, assets: dict[str, Sound]) -> None:
    """All blocks but the last have four seconds, and together they are as long as the timeline says."""
    timeline = segment_order.arranged(assets).timeline
    lengths = [len(block) for block in render(timeline, segment_order.spoken, assets)]
    assert set(lengths[:-1]) == {4 * RATE}
    assert sum(lengths) == timeline.frames


def test_a_block_has_one_channel_while_only_mono_sounds(segment_order: Any, assets: dict[str, Sound]) -> None:
    """The dry critic is one channel, music is two."""
    timeline = segment_order.arranged(assets).timeline
    channels = [block.shape[1] for block in blocks(timeline, segment_order.spoken, assets, RATE)]
    dry = next(line for line in timeline.voiced if line.id == "critic-2")
    assert channels[0] == 2
    assert set(channels[dry.start // RATE + 1 : dry.end // RATE]) == {1}


def test_voice_and_music_rendered_apart_sum_to_the_mix(segment_order: Any, assets: dict[str, Sound]) -> None:
    """Nothing depends on what else is heard: the two buses add up to the programme."""
    timeline = segment_order.arranged(assets).timeline
    apart = [replace(timeline, played=()), replace(timeline, voiced=())]
    voice, music = (wide(list(render(one, segment_order.spoken, assets))) for one in apart)
    mix = wide(list(render(timeline, segment_order.spoken, assets)))
    assert np.abs(voice + music - mix).max() < 1e-6


@pytest.mark.parametrize("rate", [RATE, 22_050, 44_100])
@pytest.mark.parametrize("offset", [0, 5, 12_345])
def test_an_offset_is_kept_to_the_frame_at_any_rate(rate: int, offset: int) -> None:
    """Music heard from the middle is the same as the whole converted and cut there."""
    bed = noise(2.0, rate, 2)
    end = 100 + 2 * RATE - offset
    heard = wide(list(render(played(100, end, offset), {}, {"bed": bed})))
    whole = resample(bed.samples, rate, RATE)
    assert np.abs(heard[100:end] - whole[offset:]).max() < 1e-4


def test_there_is_silence_before_and_after_a_sound() -> None:
    """Not a sample sounds outside a stretch, however long its asset is."""
    heard = wide(list(render(played(500, 900), {}, {"bed": noise(2.0, 22_050, 1)})))
    assert not heard[:500].any()
    assert not heard[900:].any()
    assert heard[500:900].any()


def test_gain_runs_straight_in_db_between_corners() -> None:
    """Half-way between −6 and −26 dB it is −16 dB; before the first corner and after the last it stays."""
    steady = Sound(samples=np.ones((4000, 1), np.float32), rate=RATE, fingerprint="ones")
    corners = (Point(at=1000, db=-6.0), Point(at=2000, db=-26.0))
    heard = wide(list(render(played(0, 3000, envelope=corners), {}, {"bed": steady})))[:, 0]
    db = 20 * np.log10(heard[[0, 1000, 1500, 2000, 2999]])
    assert db == pytest.approx([-6.0, -6.0, -16.0, -26.0, -26.0], abs=1e-4)


def test_silence_is_nothing_at_all() -> None:
    """At −120 dB the samples are zero, not small."""
    steady = Sound(samples=np.ones((4000, 1), np.float32), rate=RATE, fingerprint="ones")
    heard = wide(list(render(played(0, 3000, envelope=(Point(at=0, db=-120.0),)), {}, {"bed": steady})))
    assert not heard.any()


def test_a_line_has_its_gain_and_its_exact_length(written: Callable[[], Any]) -> None:
    """A line at 22.05 kHz takes round(n · rate / 22050) frames in the programme."""
    voice = noise(1.0, 22_050, 1)
    order = written().add("PIECE", ("host", voice))
    timeline = order.arranged({}).timeline
    [line] = timeline.voiced
    assert line.end - line.start == round(voice.frames * RATE / 22_050)
    heard = wide(list(render(timeline, order.spoken, {})))[line.start : line.end]
    whole = resample(voice.samples, 22_050, RATE) * 10 ** (line.gain_db / 20)
    assert np.abs(heard[:, :1] - whole).max() < 1e-4
