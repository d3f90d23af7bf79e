"""``segment story new``."""

from __future__ import annotations

from pathlib import Path

import click

from segment.cli import options
from segment.cli.terminal import say, say_json


@click.command("new")
@click.argument("page")
@click.option("--name", default="", metavar="NAME", help="Name of the folder [default: made of the title].")
@options.work
@options.dry_run
@options.as_json
def command(page: str, name: str, work: str, dry_run: bool, as_json: bool) -> None:
    """Make a story of a review PAGE (or - for standard input): a folder in stories/ with the review as review.md.

    \b
    segment story new page.html
    segment story new page.txt --work 2 --name the-other-film
    """
    from segment import pipeline
    from segment.cli.show import notes

    made = pipeline.new_story(page, name=name, work=work, data=options.page_bytes(page), dry_run=dry_run)
    if as_json:
        say_json({"folder": str(made.folder), "files": list(map(str, made.files)), "written": not dry_run, "review": made.review})
        return
    for path in made.files:
        say(f"would write  {path}: the review, read from {page}" if dry_run else str(path))
    notes(made.review.findings)
    if not dry_run:
        say(f"\nMake it:  segment make {_quoted(made.folder)}", err=True)


def _quoted(folder: Path) -> str:
    from shlex import quote

    return quote(folder.name)
