"""The table of targets, and the headroom before encoders."""

from __future__ import annotations

import pytest

from segment.master.headroom import headroom, mp3_headroom
from segment.master.targets import TARGETS


def test_targets_are_what_their_documents_say() -> None:
    """Loudness and true peak of each target, looked up in the documents named."""
    assert {name: (target.integrated_lufs, target.true_peak_dbtp) for name, target in TARGETS.items()} == {
        "podcast": (-16, -1),
        "air": (-24, -2),
        "spotify": (-14, -1),
        "aes-speech": (-18, -1),
        "ebu-r128": (-23, -1),
        "bbc": (-23, -1),
        "atsc": (-24, -2),
        "prss": (-24, -2),
        "cbc": (-24, -2),
    }


def test_every_target_names_its_source() -> None:
    """Each target is known by its own name, has a source, and is held within 0.1 LU."""
    for name, target in TARGETS.items():
        assert target.name == name
        assert target.source
        assert target.tolerance_lu == 0.1


def test_the_table_cannot_be_changed() -> None:
    """Nobody can put another target under a name."""
    with pytest.raises(TypeError):
        TARGETS["podcast"] = TARGETS["air"]


def test_lower_bit_rates_get_more_headroom() -> None:
    """Lossless encoders need next to none; MP3 the more, the lower its bit rate."""
    assert headroom(0.0) < 0.1 < headroom(0.4) == mp3_headroom(128)
    assert mp3_headroom(64) > mp3_headroom(96) > mp3_headroom(128) == mp3_headroom(320)
