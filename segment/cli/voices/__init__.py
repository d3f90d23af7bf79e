"""``segment voices``: the voices there are, how they sound, how they read a word, and the shelf of what they said."""

from __future__ import annotations

import click

from segment.cli.commands import Commands

COMMANDS = {
    "list": "Show the voices that can be cast, and where each comes from.",
    "try": "Hear a voice: write a WAV of a sentence.",
    "say": "Show how a voice reads a word, and write a WAV of it.",
    "names": "List names of a review that may be said wrong, with ways to say them.",
    "learn": "Write down how a name is said.",
    "check": "Have each voice speak a sentence, and check it.",
    "shelf": "Show what is kept of spoken lines, and tidy it.",
}


@click.group("voices", cls=Commands, helps=COMMANDS, home="segment.cli.voices.{}_")
def command() -> None:
    """Show, hear and check the voices of the show around this folder.

    \b
    segment voices list
    segment voices try critic "Marion Cotillard (koh-tee-YAR) is a wonder."
    """
