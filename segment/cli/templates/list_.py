"""``segment templates list``."""

from __future__ import annotations

import click

from segment.cli import options
from segment.cli.terminal import say, say_json


@click.command("list")
@options.as_json
def command(as_json: bool) -> None:
    """Show every template: the show's own first, then the user's, then the built-in ones.

    \b
    segment templates list
    segment templates list --json
    """
    from segment import pipeline
    from segment.units import radio_time

    found = pipeline.templates()
    if as_json:
        say_json({"templates": found})
        return
    width = max((len(entry.name) for entry in found), default=0)
    for entry in found:
        length = radio_time(entry.length_s) if entry.length_s else "any" if entry.writes == "reviews" else "episode"
        say(f"{entry.name:{width}}  {entry.origin:8}  {length:>7}  {entry.wrong or entry.about}")
