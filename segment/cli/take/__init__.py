"""``segment take``: a person's recordings and what was found in them."""

from __future__ import annotations

import click

from segment.cli.commands import Commands

COMMANDS = {
    "check": "Say what of a script was found in a recording, sentence by sentence.",
    "list": "Write the list of takes, to choose what is heard.",
    "script": "Write a script of what was read of the printed review.",
    "labels": "Write the takes as labels for Audacity.",
}


@click.group("take", cls=Commands, helps=COMMANDS, home="segment.cli.take.{}_")
def command() -> None:
    """Look at a person's recordings before they are used, and choose what is heard of them.

    \b
    segment take check friday.m4a stories/rust-and-bone/script.txt
    segment take list friday.m4a script.txt
    """
