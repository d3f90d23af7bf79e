"""Progress of a whole build out of the steps of its stages."""

from __future__ import annotations

import pytest

from segment.steps import SHARES, Step, whole


def test_the_shares_of_all_stages_make_a_whole_build() -> None:
    """A build that has published everything is done, and one that has not begun has nothing."""
    assert sum(SHARES.values()) == pytest.approx(1.0)
    assert whole(Step(stage="publish", message="", done=1.0)) == pytest.approx(1.0)
    assert whole(Step(stage="read", message="")) == 0.0


def test_progress_never_falls_from_stage_to_stage() -> None:
    """Where one stage ends, the next begins; beyond its end a stage does not go."""
    ends = [whole(Step(stage=stage, message="", done=1.0)) for stage in SHARES]
    begins = [whole(Step(stage=stage, message="")) for stage in SHARES]
    assert begins[1:] == pytest.approx(ends[:-1])
    assert whole(Step(stage="speak", message="", done=3.0)) == ends[2]
