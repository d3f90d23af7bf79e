"""``segment templates fields``."""

from __future__ import annotations

import click

from segment.cli import options
from segment.cli.terminal import say, say_json


@click.command("fields")
@click.argument("review")
@options.work
@options.as_json
def command(review: str, work: str, as_json: bool) -> None:
    """Show every field a template can use, its value in this REVIEW, and how many of the show's reviews lack it.

    \b
    segment templates fields page.txt
    segment templates fields stories/rust-and-bone/review.md --json
    """
    from pathlib import Path

    from segment import pipeline
    from segment.project.load import project_of

    read = pipeline.read_review(review, data=options.page_bytes(review), work=work)
    found = pipeline.template_fields(read, project=project_of(Path(review)))
    if as_json:
        say_json(found)
        return
    for entry in found.fields:
        lacking = f"  (lacking in {entry.lacking} of {found.reviews})" if entry.lacking else ""
        say(f"{entry.name:26} {entry.value or '—'}{lacking}")
        if entry.help:
            say(f"{'':26}   {entry.help}")
    say(f"\nFilters: {', '.join(found.filters)}")
    say(f"Tests: {', '.join(found.tests)}")
