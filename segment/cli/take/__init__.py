"""``segment take``: a person's recordings and what was found in them."""

from __future__ import annotations

import click

from segment.cli.commands import Commands

COMMANDS = {
    "check": "Say what of a script was found in a recording, sentence by sentence.",
}


@click.group("take", cls=Commands, helps=COMMANDS, home="segment.cli.take.{}_")
def command() -> None:
    """Look at a person's recordings before they are used.

    \b
    segment take check friday.m4a stories/rust-and-bone/script.txt
    """
