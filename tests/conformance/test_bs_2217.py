"""ITU-R BS.2217 compliance recordings, where they are at hand."""

from __future__ import annotations

import pytest
import soundfile

from segment.dsp.gating import gated_lufs


@pytest.mark.parametrize(("name", "lkfs"), [("1770-2_Comp_AbsGateTest.wav", -69.5), ("1770-2_Comp_RelGateTest.wav", -10.0)])
def test_compliance_recordings_read_their_printed_figure(samples, name: str, lkfs: float) -> None:
    """The recordings for the absolute and the relative gate read what the report prints, within 0.1 LU."""
    sound, rate = soundfile.read(samples / "music" / name, dtype="float32", always_2d=True)
    assert gated_lufs(sound, rate) == pytest.approx(lkfs, abs=0.1)
