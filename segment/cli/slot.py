"""``--slot``: a length as radio people write it."""

from __future__ import annotations

import click

from segment.units import parse_time


def seconds_of(slot: str) -> float | None:
    """Seconds, or None for no slot."""
    if not slot:
        return None
    try:
        length = parse_time(slot)
    except ValueError:
        length = 0.0
    if length <= 0:
        raise click.BadParameter(f"{slot!r} is not a length: write 3:00, :60 or 2'30\".", param_hint="--slot")
    return length
