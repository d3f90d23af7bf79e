"""``segment make``: a review page in, finished files out."""

from __future__ import annotations

from pathlib import Path

import click

from segment.cli import options
from segment.cli.terminal import say_json


@click.command("make")
@click.argument("page", default="", metavar="[PAGE|STORY]")
@options.template
@options.slot
@options.spoilers
@click.option("--rewrite", is_flag=True, help="Write the story's script anew; the old one is kept as script.txt~1.")
@options.work
@options.voices
@options.takes
@options.out
@options.out_at
@options.force
@options.accept_doubtful
@options.formats
@options.correct
@options.further_files
@options.running_order
@options.dry_run
@options.as_json
@options.talk
def command(
    page: str,
    template: str,
    slot_s: tuple[float, float] | None,
    cart_s: tuple[float, float] | None,
    spoilers: bool,
    rewrite: bool,
    work: str,
    voices: dict[str, str],
    takes: dict[str, tuple[str, ...]],
    out: Path | None,
    out_at_s: int | None,
    force: bool,
    accept_doubtful: bool,
    formats: tuple[str, ...],
    correct: str,
    stems: bool,
    labels: bool,
    cue_sheet: bool,
    running_order: bool,
    dry_run: bool,
    as_json: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Turn a review page into a finished segment.

    PAGE is a page of text, a Markdown review, its JSON, or - for standard input; STORY is a story's folder or its name. Inside a
    story neither is needed. Makes an MP3 for the podcast, a WAV for air, captions, chapters and a record of the build.

    \b
    segment make examples/salt-in-the-piano/review.page.txt
    segment make stories/rust-and-bone --take critic=takes/friday.wav
    segment make page.txt --slot 3:00 -o friday --formats all
    """
    from segment import pipeline
    from segment.cli import show

    if dry_run:
        from segment.cli.would import would
        from segment.pipeline.planning import plan_make

        planned = plan_make(
            page,
            template=template,
            voices=voices,
            takes=takes,
            out=out,
            slot_s=slot_s,
            cart_s=cart_s,
            spoilers=spoilers,
            rewrite=rewrite,
            force=force,
            formats=formats,
            also=options.also(stems=stems, labels=labels, cue_sheet=cue_sheet),
            data=options.page_bytes(page),
            work=work,
        )
        would([(one.path, one.why) for one in planned], as_json=as_json)
        return
    with show.progress(quiet=quiet or as_json) as report:
        result = pipeline.make(
            page,
            template=template,
            voices=voices,
            takes=takes,
            out=out,
            slot_s=slot_s,
            cart_s=cart_s,
            spoilers=spoilers,
            rewrite=rewrite,
            force=force,
            accept_doubtful=accept_doubtful,
            formats=formats,
            also=options.also(stems=stems, labels=labels, cue_sheet=cue_sheet),
            data=options.page_bytes(page),
            work=work,
            report=report,
        )
    if correct:
        pipeline.correct_in_feed(result.slug, correct, Path(result.artifacts[0].path).parent)
    if as_json:
        say_json(show.made_json(result, running_order=running_order))
        return
    show.made(result)
    if running_order or verbose:
        show.orders(result)
    if out_at_s is not None:
        show.back_times(result, out_at_s)
    show.notes(result.findings, "warning" if quiet else "info")
