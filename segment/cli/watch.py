"""``segment watch``: what is dropped into a folder is made."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from segment.cli import options
from segment.cli.terminal import say, say_json


@click.command("watch")
@click.argument("folder", type=click.Path(path_type=Path), default=".")
@click.option("-o", "--out", type=click.Path(path_type=Path), metavar="DIR", help="For pages [default: FOLDER/out].")
@options.force
@options.accept_doubtful
@options.dry_run
@options.as_json
@options.talk
def command(
    folder: Path, out: Path | None, force: bool, accept_doubtful: bool, dry_run: bool, as_json: bool, quiet: bool, verbose: bool
) -> None:
    """Make what is dropped into FOLDER: a page, a script, or the recording of a story. Ends with Ctrl-C.

    A file that is still being copied is waited for. What the tool writes sets nothing off. --json prints a line for each.
    --dry-run says what lies there to be made, and ends.

    \b
    segment watch inbox -o made
    segment watch friday-review
    segment watch friday-review --dry-run
    """
    from segment.cli.batch_shown import plan, row_line
    from segment.cli.interrupt import interruptible
    from segment.model.batch import Row
    from segment.pipeline.watching import plan_watch, watch

    if dry_run:
        plan(plan_watch(folder, out=out), as_json=as_json)
        return

    def told(row: Row) -> None:
        if as_json:
            say_json(row, indent=None)
        else:
            say(row_line(row))
            if row.message:
                say(f"  {row.message} {row.hint}".rstrip(), err=True)
        sys.stdout.flush()

    if not quiet and not as_json:
        say(f"Watching {folder}; Ctrl-C ends it.", err=True)
    with interruptible():
        watch(folder, out=out, force=force, accept_doubtful=accept_doubtful, report=told)
