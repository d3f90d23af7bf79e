"""``segment voices shelf``."""

from __future__ import annotations

import click

from segment.cli import options
from segment.cli.terminal import say, say_json


@click.command("shelf")
@click.option("--prune", is_flag=True, help="Take away what cannot be read, and the longest not used beyond the limit.")
@options.dry_run
@options.as_json
def command(prune: bool, dry_run: bool, as_json: bool) -> None:
    """Show where sentences that were spoken are kept, how many and how much; nothing on it is needed, all can be spoken again.

    The limit is shelf.megabytes in segment.toml.

    \b
    segment voices shelf
    segment voices shelf --prune
    segment voices shelf --prune --dry-run
    """
    from segment import pipeline

    found = pipeline.voice_shelf(prune=prune, dry_run=dry_run)
    if as_json:
        say_json(found)
        return
    if not found.limit:
        say("Nothing is kept: shelf.megabytes is 0.")
        return
    say(f"{found.folder}: {found.sentences} sentences, {found.bytes / 1e6:.1f} MB of {found.limit / 1e6:,.0f} MB")
    if dry_run:
        say(f"would take away  {found.removed} longest not used, {found.damaged} that cannot be read")
    elif prune:
        say(f"{found.removed} taken away, {found.damaged} could not be read")
