"""``segment mix``: an edited script in, finished files out."""

from __future__ import annotations

from pathlib import Path

import click

from segment.cli import options
from segment.cli.terminal import say_json


@click.command("mix")
@click.argument("script", type=click.Path(path_type=Path))
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
    script: Path,
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
    """Make a finished segment of an on-air SCRIPT (or - for standard input), exactly as it stands.

    \b
    segment mix out/salt-in-the-piano.script.txt
    segment mix stories/rust-and-bone/script.txt --take critic=friday.m4a
    segment mix script.txt --running-order
    segment mix script.txt --stems --labels --cue-sheet
    """
    from segment import pipeline
    from segment.cli import show

    if dry_run:
        from segment.cli.would import would
        from segment.pipeline.planning import plan_mix

        planned = plan_mix(
            script,
            voices=voices,
            takes=takes,
            out=out,
            force=force,
            formats=formats,
            also=options.also(stems=stems, labels=labels, cue_sheet=cue_sheet),
            data=options.page_bytes(str(script)),
        )
        would([(one.path, one.why) for one in planned], as_json=as_json)
        return
    with show.progress(quiet=quiet or as_json) as report:
        result = pipeline.mix_script(
            script,
            voices=voices,
            takes=takes,
            out=out,
            force=force,
            accept_doubtful=accept_doubtful,
            formats=formats,
            also=options.also(stems=stems, labels=labels, cue_sheet=cue_sheet),
            data=options.page_bytes(str(script)),
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
