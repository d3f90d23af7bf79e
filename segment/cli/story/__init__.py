"""``segment story``: a new story of a review, and where each stands."""

from __future__ import annotations

import click

from segment.cli.commands import Commands

COMMANDS = {
    "new": "Make a story of a review page.",
    "list": "Show every story: script, takes, what was made, and whether it is up to date.",
}


@click.group("story", cls=Commands, helps=COMMANDS, home="segment.cli.story.{}_")
def command() -> None:
    """Make and list the stories of the show around this folder.

    \b
    segment story new page.txt
    segment story list
    """
