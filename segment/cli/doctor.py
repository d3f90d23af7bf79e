"""``segment doctor``: what is there and what is missing."""

from __future__ import annotations

import click

from segment.cli import options
from segment.cli.terminal import say, say_json


@click.command("doctor")
@options.as_json
def command(as_json: bool) -> None:
    """Say what is there to make segments with, and what is missing. Exits 3 when something needed is missing.

    \b
    segment doctor
    segment doctor --json
    """
    from segment import pipeline
    from segment.errors import Cause

    checks = pipeline.doctor()
    missing = [check for check in checks if check.needed and not check.ok]
    if as_json:
        say_json({"ok": not missing, "checks": checks})
    else:
        for check in checks:
            state = "ok     " if check.ok else "MISSING" if check.needed else "-      "
            say(f"{state} {check.name}: {check.detail}")
            if check.hint:
                say(f"        {check.hint}")
    if missing:
        raise click.exceptions.Exit(int(Cause.MISSING))
