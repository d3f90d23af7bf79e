"""``segment man``: the help as man pages."""

from __future__ import annotations

from pathlib import Path

import click

from segment.cli import options
from segment.cli.terminal import say, say_json


@click.command("man")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@options.dry_run
@options.force
@options.as_json
def command(folder: Path, dry_run: bool, force: bool, as_json: bool) -> None:
    """Write a man page for the program and for every command into FOLDER, made of their help.

    \b
    segment man ~/.local/share/man/man1
    segment man man1 --dry-run
    """
    from segment.cli.main import main
    from segment.cli.manual import pages
    from segment.media import files
    from segment.project.given_out import give_out

    made = {folder / name: text.encode() for name, text in pages(main)}
    if not dry_run:
        files.make_folder(folder)
        for path, data in made.items():
            give_out(data, path, "", force=force)
    if as_json:
        say_json({"files": [str(path) for path in made], "written": not dry_run})
        return
    for path in made:
        say(f"would write  {path}: the help of {path.stem.replace('-', ' ')}" if dry_run else str(path))
