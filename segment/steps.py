"""Progress as data: stages report steps, the command line decides how to show them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from msgspec import Struct

Stage = Literal["read", "write", "speak", "mix", "master", "publish"]


class Step(Struct, frozen=True, kw_only=True):
    """Something began or moved on."""

    stage: Stage
    message: str
    done: float = 0.0
    """How far, 0–1."""


Report = Callable[[Step], None]


def silent(step: Step) -> None:
    """A report that nobody reads."""
