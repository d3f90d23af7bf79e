"""A programme taken apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from segment.mix.render import render
from segment.mix.stems import beds, stems, voices
from segment.model.script import Clip, Music, Sting
from segment.model.sound import Sound
from segment.model.timeline import Timeline

Assets = dict[str, Sound]
Samples = NDArray[np.float64]


def wide(timeline: Timeline, order: Any, assets: Assets) -> Samples:
    """A timeline rendered, (frames, 2)."""
    blocks = render(timeline, order.spoken, assets)
    return np.concatenate([np.broadcast_to(block, (len(block), 2)) for block in blocks]).astype(np.float64)


def test_stems_add_up_to_the_mix(written: Callable[[], Any], cue: Callable[[str, str], Music], assets: Assets) -> None:
    """Each role, beds, stings and clips, rendered by themselves, leave less than −120 dBFS of the mix over."""
    order = written().add("PIECE", cue("intro", "establish 2s, under"), ("host", 3.0), Sting(asset="swish"), ("critic", 4.0))
    order.add("PIECE", cue("intro", "cross to outro, under"), Clip(asset="trailer.wav", in_s=1.0, out_s=3.0), ("host", 2.0))
    timeline = order.add("PIECE", cue("outro", "up full, out cold")).arranged(assets).timeline
    apart = stems(timeline)
    assert list(apart) == ["voice-critic", "voice-host", "beds", "stings", "clips"]
    left = sum(wide(part, order, assets) for part in apart.values()) - wide(timeline, order, assets)
    assert np.abs(left).max() < 10 ** (-120 / 20)
    both = wide(voices(timeline), order, assets) + wide(beds(timeline), order, assets)
    assert np.abs(both - wide(timeline, order, assets)).max() < 10 ** (-120 / 20)


def test_what_is_not_heard_has_no_stem(written: Callable[[], Any]) -> None:
    """A dry host is one stem."""
    timeline = written().add("PIECE", ("host", 2.0)).arranged({}).timeline
    assert list(stems(timeline)) == ["voice-host"]
