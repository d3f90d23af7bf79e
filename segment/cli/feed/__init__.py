"""``segment feed``: write the show's feed, take things out of it, and check any feed."""

from __future__ import annotations

import click

from segment.cli.commands import Commands

COMMANDS = {
    "build": "Write the show's feed from its made segments.",
    "check": "Hold a feed, yours or anybody's, against the rules.",
    "restore": "Take back into the feed what was withdrawn.",
    "withdraw": "Take something out of the feed; its files stay.",
}


@click.group("feed", cls=Commands, helps=COMMANDS, home="segment.cli.feed.{}_")
def command() -> None:
    """Write the podcast feed of the show around this folder, and check feeds.

    \b
    segment feed build
    segment feed check feed.xml
    segment feed withdraw rust-and-bone
    """
