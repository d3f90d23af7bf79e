"""``segment script``: the on-air script as text."""

from __future__ import annotations

import click

from segment.cli import options


@click.command("script")
@click.argument("review")
@click.option("-t", "--template", default="", metavar="TEMPLATE", help="Script template [default: the project's, else review].")
@click.option("--slot", default="", metavar="TIME", help="Length to write for, such as 3:00 or :60.")
@options.work
@options.as_json
@options.talk
def command(review: str, template: str, slot: str, work: str, as_json: bool, quiet: bool, verbose: bool) -> None:
    """Write the on-air script of a REVIEW (a page, its Markdown or JSON, or - for standard input) to standard output.

    \b
    segment script examples/salt-in-the-piano/review.page.txt
    segment script review.md --slot 3:00 > script.txt
    """
    from pathlib import Path

    from segment import pipeline
    from segment.cli import show
    from segment.cli.slot import seconds_of
    from segment.project.load import project_of

    read = pipeline.read_review(review, data=options.page_bytes(review), work=work)
    written = pipeline.write_script(read, template=template, project=project_of(Path(review)), slot_s=seconds_of(slot))
    if as_json:
        show.print_json({"text": written.text, "findings": (*read.findings, *written.findings)})
        return
    click.echo(written.text, nl=False)
    show.notes((*read.findings, *written.findings), "warning" if quiet else "info")
