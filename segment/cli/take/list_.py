"""``segment take list``."""

from __future__ import annotations

from pathlib import Path

import click

from segment.cli import options
from segment.cli.terminal import say, say_json


@click.command("list")
@options.recordings
@click.argument("script", type=click.Path(path_type=Path))
@options.role
@click.option(
    "--labels",
    multiple=True,
    metavar="FILE",
    help="Labels edited in Audacity, whose stars decide; may be repeated, one for each recording, named after it.",
)
@options.force
@options.dry_run
@options.as_json
def command(
    recordings: tuple[str, ...],
    script: Path,
    role: str,
    labels: tuple[str, ...],
    force: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Write what is heard of each RECORDING as a list beside it: the sentences of SCRIPT, their readings, and a star.

    Move a star and make the segment again: an edited list is obeyed, and never written over. make and mix write it too.

    \b
    segment take list friday.m4a out/rust-and-bone.script.txt
    segment take list friday.m4a script.txt --labels friday.labels.txt
    """
    from segment import pipeline

    made = pipeline.list_takes(recordings, script, role=role, labels=labels, force=force, dry_run=dry_run)
    if dry_run:
        from segment.cli.take.would import would_write

        would_write([made], as_json=as_json)
    elif as_json:
        say_json({"path": str(made.path)})
    else:
        say(str(made.path))
