"""``segment review``: what was understood of a page."""

from __future__ import annotations

import click

from segment.cli import options


@click.command("review")
@click.argument("page")
@click.option("--list", "listed", is_flag=True, help="List the works that the page reviews.")
@options.work
@options.as_json
def command(page: str, listed: bool, work: str, as_json: bool) -> None:
    """Read a review page and show what was understood, what was left out, and what to look at.

    PAGE is a page of text, a Markdown review, its JSON, or - for standard input.

    \b
    segment review examples/salt-in-the-piano/review.page.txt
    segment review page.txt --json > review.json
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
    click.echo(review.to_json(read) if as_json else review.describe(read), nl=not as_json)
