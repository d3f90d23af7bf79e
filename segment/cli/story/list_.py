"""``segment story list``."""

from __future__ import annotations

from typing import Any

import click

from segment.cli import options
from segment.cli.terminal import in_line, say, say_json


@click.command("list")
@options.as_json
def command(as_json: bool) -> None:
    """Show every story of the show around this folder, and where it stands.

    The state is "no review", "to write", "to make", "up to date", or "changed" with what did. A length with ~ is reckoned
    from the words of the script; behind it stands by how much the story is over or under its slot.

    \b
    segment story list
    segment story list --json
    """
    from segment import pipeline

    found = pipeline.stories()
    if as_json:
        say_json({"stories": found})
        return
    for line in lines(found):
        say(line)
    if not found:
        say("There is no story yet: segment story new PAGE makes one.", err=True)


def lines(found: Any) -> list[str]:
    """A line for each story."""
    width = max((len(one.name) for one in found), default=0)
    return [f"{in_line(one.name):{width}}  {_length(one):>6} {_over(one):>13}  {_state(one)}" for one in found]


def _length(one: Any) -> str:
    from segment.units import radio_time

    return "" if one.length_s is None else f"{'~' if one.is_reckoned else ''}{radio_time(round(one.length_s))}"


def _over(one: Any) -> str:
    if not one.over_s:
        return ""
    from segment.units import radio_time

    return f"{radio_time(round(abs(one.over_s)))} {'over' if one.over_s > 0 else 'under'}"


def _state(one: Any) -> str:
    parts = [one.state if one.state != "changed" else f"changed: {', '.join(one.changed)}"]
    if one.takes:
        parts.append(f"takes: {', '.join(one.takes)}")
    if one.scratch:
        parts.append("SCRATCH")
    if one.notes:
        parts.append(f"{one.notes} note{'' if one.notes == 1 else 's'}")
    return "; ".join(parts)
