"""``segment why``: what finished files were made from, and what the last change made anew."""

from __future__ import annotations

from pathlib import Path

import click

from segment.cli import options
from segment.cli.terminal import say, say_json


@click.command("why")
@click.argument("out", type=click.Path(path_type=Path))
@options.as_json
def command(out: Path, as_json: bool) -> None:
    """Say what OUT (a finished file, its report, or a folder) was made from, what changed since, and what was made anew for it.

    \b
    segment why out/rust-and-bone.mp3
    segment why stories/rust-and-bone/out --json
    """
    from segment import pipeline
    from segment.cli.show import because

    found = pipeline.why(out)
    if as_json:
        say_json(found)
        return
    for line in because(found):
        say(line)
