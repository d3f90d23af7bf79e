"""``segment feed restore``."""

from __future__ import annotations

import click

from segment.cli import options
from segment.cli.terminal import say, say_json
from segment.cli.would import would


@click.command("restore")
@click.argument("name")
@options.dry_run
@options.as_json
def command(name: str, dry_run: bool, as_json: bool) -> None:
    """Take back into the feed what was withdrawn, with the id and the date it had.

    \b
    segment feed restore rust-and-bone
    """
    from segment import pipeline

    path = pipeline.restore_to_feed(name, dry_run=dry_run)
    if dry_run:
        would([(path, f"{name} taken back")], as_json=as_json)
    elif as_json:
        say_json({"name": name, "path": str(path)})
    else:
        say(f"{name} is in the feed again; segment publish tells the feed and its page.")
