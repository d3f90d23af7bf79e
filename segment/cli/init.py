"""``segment init``: a show folder that builds at once."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

import click

from segment.cli import options
from segment.cli.terminal import say, say_json


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path))
@options.dry_run
@options.as_json
def command(folder: Path, dry_run: bool, as_json: bool) -> None:
    """Make a new show FOLDER: settings, an example story, and places for templates, voices and music.

    \b
    segment init friday-review
    segment make friday-review/stories/salt-in-the-piano
    """
    from segment import pipeline
    from segment.project.scaffold import EXAMPLE
    from segment.project.story import STORIES

    written = pipeline.init(folder, dry_run=dry_run)
    if dry_run:
        from segment.cli.would import would

        would([(path, "new") for path in written], as_json=as_json)
        return
    if as_json:
        say_json({"written": [str(path) for path in written]})
        return
    for path in written:
        say(str(path))
    say(f"\nMake the example:  segment make {quote(str(folder / STORIES / EXAMPLE))}", err=True)
