"""``segment episode FILE``: an episode.toml in, finished files out."""

from __future__ import annotations

from pathlib import Path

import click

from segment.cli import options
from segment.cli.terminal import say, say_json


@click.command("make")
@click.argument("file", default="", metavar="[FILE]")
@click.option("--rewrite", is_flag=True, help="Write the links anew; the old script is kept as script.txt~1.")
@options.voices
@options.takes
@options.out
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
    file: str,
    rewrite: bool,
    voices: dict[str, str],
    takes: dict[str, tuple[str, ...]],
    out: Path | None,
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
    """Make an episode of several segments and the host's links.

    FILE is an episode.toml, its folder, or its name in the show's episodes/; inside an episode it is not needed. Stories that are
    not made, or have changed, are made first. The links are written into script.txt beside it, once, and are yours from then on.
    Where nothing has changed, nothing is done.

    \b
    segment episode episodes/friday-12/episode.toml
    segment episode friday-12 --take host=links.m4a
    segment episode friday-12 --take host=link-1.wav --take host=link-2.wav
    segment episode friday-12 --correct "The organ is in Turku."
    segment episode make friday-12 --dry-run
    """
    from segment.cli.episode import shown
    from segment.pipeline import episodes

    if dry_run:
        from segment.cli.would import would

        planned = episodes.plan_episode(file, voices=voices, takes=takes, out=out, rewrite=rewrite, force=force, formats=formats)
        would([(one.path, one.why) for one in planned], as_json=as_json)
        if not planned and not as_json:
            say("It is up to date: nothing would be written.", err=True)
        return
    from segment.cli import show

    with show.progress(quiet=quiet or as_json) as report:
        made = episodes.make_episode(
            file,
            voices=voices,
            takes=takes,
            out=out,
            rewrite=rewrite,
            force=force,
            accept_doubtful=accept_doubtful,
            formats=formats,
            also=options.also(stems=stems, labels=labels, cue_sheet=cue_sheet),
            report=report,
        )
    if correct:
        from segment import pipeline

        pipeline.correct_in_feed(made.slug, correct, Path(made.artifacts[0].path).parent)
    if as_json:
        say_json(shown.made_json(made, running_order=running_order))
        return
    shown.made(made, quiet=quiet)
    if running_order or verbose:
        shown.order(made)
    show.notes(made.findings, "warning" if quiet else "info")
