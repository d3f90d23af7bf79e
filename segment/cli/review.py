"""``segment review``: what was understood of a page."""

from __future__ import annotations

import click

from segment.cli import options
from segment.cli.terminal import say, say_json_text


@click.command("review")
@click.argument("page")
@options.as_json
def command(page: str, as_json: bool) -> None:
    """Read a review page and show what was understood, what was left out, and what to look at.

    PAGE is a page of text, a Markdown review, its JSON, or - for standard input.

    \b
    segment review examples/salt-in-the-piano/review.page.txt
    segment review page.txt --json > review.json
    """
    from segment import pipeline, review

    read = pipeline.read_review(page, data=options.page_bytes(page))
    if as_json:
        say_json_text(review.to_json(read))
    else:
        say(review.describe(read))
