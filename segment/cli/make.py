"""``segment make``: a review page in, finished files out."""

from __future__ import annotations

from pathlib import Path

import click

from segment.cli import options


@click.command("make")
@click.argument("page")
@click.option("-t", "--template", default="", metavar="TEMPLATE", help="Script template [default: the project's, else review].")
@click.option("--slot", default="", metavar="TIME", help="Length to write for, such as 3:00 or :60.")
@click.option("--rewrite", is_flag=True, help="Write the story's script anew; the old one is kept as script.txt~1.")
@options.work
@options.voices
@options.takes
@options.out
@options.force
@options.as_json
@options.talk
def command(
    page: str,
    template: str,
    slot: str,
    rewrite: bool,
    work: str,
    voices: dict[str, str],
    takes: dict[str, str],
    out: Path | None,
    force: bool,
    as_json: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Turn a review page into a finished segment.

    PAGE is a page of text, a Markdown review, its JSON, a story folder, or - for standard input. Makes an MP3 for the podcast,
    a WAV for air, captions, chapters and a record of the build.

    \b
    segment make examples/salt-in-the-piano/review.page.txt
    segment make stories/rust-and-bone --take critic=takes/friday.wav
    segment make page.txt --slot 3:00 -o friday
    """
    from segment import pipeline
    from segment.cli import show
    from segment.cli.slot import seconds_of

    with show.progress(quiet=quiet or as_json) as report:
        result = pipeline.make(
            page,
            template=template,
            voices=voices,
            takes=takes,
            out=out,
            slot_s=seconds_of(slot),
            rewrite=rewrite,
            force=force,
            data=options.page_bytes(page),
            work=work,
            report=report,
        )
    if as_json:
        show.print_json(show.made_json(result))
        return
    show.made(result)
    show.notes(result.findings, "warning" if quiet else "info")
