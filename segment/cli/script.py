"""``segment script``: the on-air script as text."""

from __future__ import annotations

import click

from segment.cli import options
from segment.cli.terminal import say, say_json


@click.command("script")
@click.argument("review")
@options.template
@options.slot
@options.spoilers
@options.work
@options.as_json
@options.talk
def command(
    review: str,
    template: str,
    slot_s: float | None,
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
    written = pipeline.write_script(read, template=template, project=project, slot_s=slot_s, spoilers=spoilers)
    findings = (*read.findings, *written.findings, *pipeline.script_notes(written.text, review=read, project=project))
    if as_json:
        say_json({"text": written.text, "findings": findings})
        return
    say(written.text, nl=False)
    show.notes(findings, "warning" if quiet else "info")
