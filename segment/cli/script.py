"""``segment script``: the on-air script as text."""

from __future__ import annotations

import click

from segment.cli import options
from segment.cli.terminal import say, say_json


@click.command("script")
@click.argument("review")
@options.template
@options.slot
@options.out_at
@options.spoilers
@options.work
@options.as_json
@options.talk
def command(
    review: str,
    template: str,
    slot_s: tuple[float, float] | None,
    cart_s: tuple[float, float] | None,
    out_at_s: int | None,
    spoilers: bool,
    work: str,
    as_json: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Write the on-air script of a REVIEW (a page, its Markdown or JSON, or - for standard input) to standard output.

    \b
    segment script examples/salt-in-the-piano/review.page.txt
    segment script review.md --slot 3:00 > script.txt
    """
    from pathlib import Path

    from segment import pipeline
    from segment.cli import show
    from segment.project.load import project_of

    read = pipeline.read_review(review, data=options.page_bytes(review), work=work)
    project = project_of(Path(review))
    written = pipeline.write_script(read, template=template, project=project, slot_s=slot_s, cart_s=cart_s, spoilers=spoilers)
    text = written.text if out_at_s is None else pipeline.back_timed(written.text, project, out_at_s)
    if as_json:
        say_json({"text": text, "findings": (*read.findings, *written.findings)})
        return
    say(text, nl=False)
    show.notes((*read.findings, *written.findings), "warning" if quiet else "info")
