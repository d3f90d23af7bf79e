"""``segment feed restore``."""

from __future__ import annotations

import click

from segment.cli.terminal import say


@click.command("restore")
@click.argument("name")
def command(name: str) -> None:
    """Take back into the feed what was withdrawn, with the id and the date it had.

    \b
    segment feed restore rust-and-bone
    """
    from segment import pipeline

    pipeline.restore_to_feed(name)
    say(f"{name} is in the feed again; segment publish tells the feed and its page.")
