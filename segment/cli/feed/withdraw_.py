"""``segment feed withdraw``."""

from __future__ import annotations

import click

from segment.cli import options
from segment.cli.terminal import say, say_json
from segment.cli.would import would


@click.command("withdraw")
@click.argument("name")
@click.option("--reason", default="", metavar="TEXT", help="Why, for the listeners who find its page.")
@options.dry_run
@options.as_json
def command(name: str, reason: str, dry_run: bool, as_json: bool) -> None:
    """Take a published segment or episode out of the feed.

    The next build or publication leaves it out. Its files stay where they are, and its page says that it was withdrawn.
    Nothing is lost: segment feed restore takes it back in, with the id and the date it had.

    \b
    segment feed withdraw rust-and-bone
    segment feed withdraw rust-and-bone --reason "A name was wrong; it will be back on Monday."
    """
    from segment import pipeline

    path = pipeline.withdraw_from_feed(name, reason=reason, dry_run=dry_run)
    if dry_run:
        would([(path, f"{name} withdrawn")], as_json=as_json)
    elif as_json:
        say_json({"name": name, "path": str(path)})
    else:
        say(f"{name} is withdrawn; segment publish tells the feed and its page.")
