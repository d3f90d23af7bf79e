"""``segment templates show``."""

from __future__ import annotations

import click

from segment.cli import options
from segment.cli.terminal import say, say_json


@click.command("show")
@click.argument("name")
@options.as_json
def command(name: str, as_json: bool) -> None:
    """Print the template NAME; parts such as _house are shown too.

    \b
    segment templates show two-way
    segment templates show _house
    """
    from segment import pipeline

    entry, text = pipeline.show_template(name)
    if as_json:
        say_json({"template": entry, "text": text})
        return
    say(text, nl=False)
    say(f"{entry.path} ({entry.origin})", err=True)
