"""``segment review``: what was understood of a page."""

from __future__ import annotations

from pathlib import Path

import click

from segment.cli import options
from segment.cli.terminal import say, say_json_text

_LEVELS = ("info", "warning", "error")


@click.command("review")
@click.argument("page")
@click.option("--list", "listed", is_flag=True, help="List the works that the page reviews.")
@options.work
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the structured review to FILE (.md, .json, .toml); marks in it are carried over.",
)
@options.force
@options.dry_run
@click.option(
    "--strict",
    is_flag=False,
    flag_value="warning",
    default=None,
    type=click.Choice(_LEVELS),
    metavar="[=LEVEL]",
    help="Exit 4 when a note is at or above LEVEL: info, warning or error [default: warning].",
)
@options.as_json
@click.pass_context
def command(
    context: click.Context,
    page: str,
    listed: bool,
    work: str,
    out: Path | None,
    force: bool,
    dry_run: bool,
    strict: str | None,
    as_json: bool,
) -> None:
    """Read a review page and show what was understood, what was left out, and what to look at.

    PAGE is a page of text or HTML, a Word document, a Markdown review, a structured review, or - for standard input.

    \b
    segment review examples/salt-in-the-piano/review.page.txt
    segment review page.txt -o review.md
    segment review page.txt --json --strict=error
    segment review round-up.txt --list
    segment review round-up.txt --work 2
    """
    from segment import pipeline, review
    from segment.cli import show

    data = options.page_bytes(page)
    if listed:
        show.works(review.works(pipeline.read_works(page, data=data)), as_json=as_json)
        return
    read = pipeline.read_review(page, data=data, work=work)
    if out is not None:
        kept = pipeline.keep_review(read, out, force=force, dry_run=dry_run)
        if dry_run:
            from segment.cli.would import would_replace

            would_replace(kept.path, kept.aside, as_json=as_json)
            return
        read = kept.review
        show.kept_review(kept, as_json=as_json)
    elif as_json:
        say_json_text(review.to_json(read))
    else:
        say(review.describe(read))
    if strict and (count := show.at_or_above(read.findings, strict)):
        say(f"segment: {count} {'note' if count == 1 else 'notes'} at or above {strict}", err=True)
        context.exit(4)
