"""``segment take labels``."""

from __future__ import annotations

from pathlib import Path

import click

from segment.cli import options
from segment.cli.terminal import say, say_json


@click.command("labels")
@options.recordings
@click.argument("script", type=click.Path(path_type=Path))
@options.role
@click.option("-o", "--out", type=click.Path(path_type=Path), metavar="DIR", help="Folder for the labels [beside the recording].")
@options.force
@options.dry_run
@options.as_json
def command(
    recordings: tuple[str, ...], script: Path, role: str, out: Path | None, force: bool, dry_run: bool, as_json: bool
) -> None:
    """Write the readings of SCRIPT in each RECORDING as labels for Audacity (File, Import, Labels).

    A label with a star is heard. Move its ends, or the star to another label; export the labels, and hand them to
    take list --labels.

    \b
    segment take labels friday.m4a out/rust-and-bone.script.txt
    segment take list friday.m4a out/rust-and-bone.script.txt --labels friday.labels.txt
    """
    from segment import pipeline

    made = pipeline.label_takes(recordings, script, role=role, out=out, force=force, dry_run=dry_run)
    if dry_run:
        from segment.cli.take.would import would_write

        would_write(made, as_json=as_json)
    elif as_json:
        say_json({"paths": [str(file.path) for file in made]})
    else:
        for file in made:
            say(str(file.path))
