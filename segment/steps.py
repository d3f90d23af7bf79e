"""Progress as data: stages report steps, the command line decides how to show them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from msgspec import Struct

Stage = Literal["read", "write", "speak", "mix", "master", "publish"]

SHARES: Final[dict[Stage, float]] = {"read": 0.06, "write": 0.1, "speak": 0.2, "mix": 0.12, "master": 0.5, "publish": 0.02}
"""What part of a build's time each stage takes, in their order; measured on a segment of four minutes."""


class Step(Struct, frozen=True, kw_only=True):
    """Something began or moved on."""

    stage: Stage
    message: str
    done: float = 0.0
    """How far its stage is, 0–1."""


def whole(step: Step) -> float:
    """How far a build is with a step of it, 0–1."""
    stages = list(SHARES)
    return sum(SHARES[one] for one in stages[: stages.index(step.stage)]) + SHARES[step.stage] * min(max(step.done, 0.0), 1.0)


Report = Callable[[Step], None]


def silent(step: Step) -> None:
    """A report that nobody reads."""
