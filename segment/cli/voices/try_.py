"""``segment voices try``."""

from __future__ import annotations

from pathlib import Path

import click

from segment.cli import options
from segment.cli.terminal import say, say_json
from segment.cli.would import would


@click.command("try")
@click.argument("name")
@click.argument("text", required=False, default="")
@options.wav
@options.play
@options.force
@options.dry_run
@options.as_json
def command(name: str, text: str, out: Path | None, play: bool, force: bool, dry_run: bool, as_json: bool) -> None:
    """Have the voice NAME say TEXT (a sentence of ours without it), as the mix would play it, into a WAV file.

    TEXT may hold pronouncers and marks as in a script.

    \b
    segment voices try critic
    segment voices try host-gb "Good evening. [400ms] It rained." -o rain.wav --play
    """
    from segment import pipeline
    from segment.cli import show

    if dry_run:
        planned = pipeline.plan_try(name, text, out=out, force=force)
        would([(planned.path, planned.why)], as_json=as_json)
        return

    made = pipeline.try_voice(name, text, out=out, force=force)
    if as_json:
        say_json(made)
    else:
        pace = f", {made.words_per_minute:.0f} words a minute" if made.words_per_minute else ""
        say(f"{made.path}  {made.seconds:.1f} s{pace}")
        show.notes(made.findings)
    if play:
        pipeline.play(made.path)
