"""The table of targets, and the headroom before encoders."""

from __future__ import annotations

import pytest

from segment.errors import Cause, MasterError
from segment.master.headroom import headroom
from segment.master.targets import TARGETS, target


def test_targets_are_what_their_documents_say() -> None:
    """Loudness and true peak of each target, looked up in the documents named."""
    assert {name: (one.integrated_lufs, one.true_peak_dbtp) for name, one in TARGETS.items()} == {
        "podcast": (-16, -1),
        "podcast-mono": (-19, -1),
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
    for name, one in TARGETS.items():
        assert one.name == name
        assert one.source
        assert one.tolerance_lu == 0.1


def test_what_documents_allow_others() -> None:
    """A file of anybody's is judged by its document's own tolerance; one channel's −19 is two channels' −16."""
    allowed = {name: one.allowed_lu for name, one in TARGETS.items()}
    assert (allowed["podcast"], allowed["ebu-r128"], allowed["prss"], allowed["cbc"]) == (1.0, 0.5, 2.0, 1.0)
    assert TARGETS["podcast-mono"].on_two_channels_lufs == pytest.approx(-16, abs=0.011)
    assert TARGETS["prss"].sample_peak_dbfs == -3.0


@pytest.mark.parametrize(
    ("text", "figures"), [("-18", (-18, -1, 0.5)), ("−23/−2", (-23, -2, 0.5)), ("-20.5/-1.5/0.3", (-20.5, -1.5, 0.3))]
)
def test_a_target_of_ones_own_is_figures(text: str, figures: tuple[float, float, float]) -> None:
    """LUFS, dBTP and tolerance are separated by strokes; a dash may be a minus sign."""
    own = target(text)
    assert (own.integrated_lufs, own.true_peak_dbtp, own.allowed_lu) == figures


@pytest.mark.parametrize("text", ["podcst", "", "-3", "-18/3", "loud", "-18/-1/-1"])
def test_what_is_no_target_is_a_usage_mistake(text: str) -> None:
    """An unknown name and impossible figures exit 2 with what there is."""
    with pytest.raises(MasterError, match="no target") as caught:
        target(text)
    assert caught.value.cause is Cause.USAGE
    assert caught.value.hint


def test_the_table_cannot_be_changed() -> None:
    """Nobody can put another target under a name."""
    with pytest.raises(TypeError):
        TARGETS["podcast"] = TARGETS["air"]


def test_lossy_encoders_get_more_headroom() -> None:
    """Lossless encoders need next to none."""
    assert headroom(0.0) < 0.1 < headroom(0.4)
