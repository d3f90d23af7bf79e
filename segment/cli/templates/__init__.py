"""``segment templates``: the script templates there are, a copy to change, and trying them."""

from __future__ import annotations

import click

from segment.cli.commands import Commands

COMMANDS = {
    "list": "Show the templates, what each is for, and where each comes from.",
    "show": "Print a template.",
    "new": "Copy a template to change it, with comments that explain it.",
    "fields": "Show every field a template can use, and its value in a review.",
    "check": "Try templates on reviews of every kind, and on past stories.",
    "preview": "Show what a template makes of a review, again at every save.",
}


@click.group("templates", cls=Commands, helps=COMMANDS, home="segment.cli.templates.{}_")
def command() -> None:
    """Show, copy, try and check the script templates of the show around this folder.

    \b
    segment templates list
    segment templates new friday-60 --from review-60
    """
