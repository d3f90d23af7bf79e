"""``segment episode status FILE``."""

from __future__ import annotations

import click

from segment.cli import options
from segment.cli.terminal import say_json


@click.command("status")
@click.argument("file", default="", metavar="[FILE]")
@options.as_json
def command(file: str, as_json: bool) -> None:
    """Show how far an episode is: who is missing, how long it is, what is over or under against the clock.

    A length with ~ is reckoned, from words or from what was asked for. Nothing is made.

    \b
    segment episode status friday-12
    segment episode status episodes/friday-12/episode.toml --json
    """
    from segment.cli.episode import shown
    from segment.pipeline import episodes

    found = episodes.episode_status(file)
    if as_json:
        say_json(found)
        return
    shown.status(found)
