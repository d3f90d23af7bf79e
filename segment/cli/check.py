"""``segment check``: a show's settings judged as a whole."""

from __future__ import annotations

from pathlib import Path

import click

from segment.cli import options
from segment.cli.terminal import say, say_json


@click.command("check")
@click.argument("show", type=click.Path(path_type=Path), default=".")
@options.as_json
def command(show: Path, as_json: bool) -> None:
    """Judge the settings of a SHOW (its folder, or a segment.toml; the one around here without it).

    Every mistake is told at once, with file and line, and so is everything the settings name that is not there: music, cover,
    voices, template. Ends with 2 where there is an error.

    \b
    segment check
    segment check friday-review --json
    """
    from segment import pipeline
    from segment.cli.show import notes
    from segment.errors import Cause

    found = pipeline.check_show(show if show.is_dir() else show.parent)
    if as_json:
        say_json({"ok": found.is_sound, "path": str(found.path), "findings": found.findings})
    else:
        errors = sum(note.level == "error" for note in found.findings)
        say(f"{found.path}: {'no mistake' if not errors else f'{errors} mistake' + ('s' if errors > 1 else '')}")
        notes(found.findings)
    if not found.is_sound:
        raise click.exceptions.Exit(int(Cause.USAGE))
