"""``segment templates new``."""

from __future__ import annotations

import click

from segment.cli import options
from segment.cli.terminal import say, say_json
from segment.cli.would import would


@click.command("new")
@click.argument("name")
@click.option("--from", "source", default="review", metavar="TEMPLATE", show_default=True, help="The template to copy.")
@options.dry_run
@options.as_json
def command(name: str, source: str, dry_run: bool, as_json: bool) -> None:
    """Copy a template into the show's scripts/ as NAME.j2, with comments that explain it; outside a show, among your own.

    \b
    segment templates new friday
    segment templates new friday-60 --from review-60
    segment templates new _house --from _house
    """
    from segment import pipeline

    path = pipeline.new_template(name, source=source, dry_run=dry_run)
    if dry_run:
        would([(path, f"a copy of {source}")], as_json=as_json)
        return
    if as_json:
        say_json({"path": str(path)})
    else:
        say(str(path))
