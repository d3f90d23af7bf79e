"""``segment voices list``."""

from __future__ import annotations

import click

from segment.cli import options
from segment.cli.terminal import say, say_json


@click.command("list")
@options.as_json
def command(as_json: bool) -> None:
    """Show every voice that can be cast: the show's own first, then the user's, then the built-in ones.

    \b
    segment voices list
    segment voices list --json
    """
    from segment import pipeline

    found = pipeline.voices()
    if as_json:
        say_json({"voices": found})
        return
    width = max((len(entry.name) for entry in found), default=0)
    for entry in found:
        about = f"{entry.engine} {entry.voice}, {entry.language}, {entry.rate:g} words a minute"
        say(f"{entry.name:{width}}  {entry.origin:8}  {entry.wrong or about}")
        if entry.sounds:
            say(f"{'':{width}}            {entry.sounds}")
