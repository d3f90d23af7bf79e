"""``segment feed``: write the show's feed, and check any feed."""

from __future__ import annotations

import click

from segment.cli.commands import Commands

COMMANDS = {
    "build": "Write the show's feed from its made segments.",
    "check": "Hold a feed, yours or anybody's, against the rules.",
}


@click.group("feed", cls=Commands, helps=COMMANDS, home="segment.cli.feed.{}_")
def command() -> None:
    """Write the podcast feed of the show around this folder, and check feeds.

    \b
    segment feed build
    segment feed check feed.xml
    """
