"""``segment voices say``."""

from __future__ import annotations

from pathlib import Path

import click

from segment.cli import options
from segment.cli.terminal import say, say_json
from segment.cli.would import would


@click.command("say")
@click.argument("word")
@click.option("--voice", default="critic", metavar="NAME", show_default=True, help="The voice that reads it.")
@options.wav
@options.play
@options.force
@options.dry_run
@options.as_json
def command(word: str, voice: str, out: Path | None, play: bool, force: bool, dry_run: bool, as_json: bool) -> None:
    """Show how a voice reads WORD, in IPA, as it is spelt and with its pronouncer or marks; write it to a WAV file.

    \b
    segment voices say "Cotillard (koh-tee-YAR)"
    segment voices say '(Cotillard)[lang:"fr"]' --voice host-gb --play
    """
    from segment import pipeline
    from segment.cli import show

    if dry_run:
        planned = pipeline.plan_try(voice, word, out=out, force=force)
        would([(planned.path, planned.why)], as_json=as_json)
        return

    read = pipeline.say_word(word, voice=voice, out=out, force=force)
    if as_json:
        say_json(read)
    else:
        say(f"{read.word}: {read.plain}")
        if read.marked:
            say(f"{'as marked':>{max(len(read.word), 9)}}: {read.marked}")
        say(f"{read.tried.path}  {read.tried.seconds:.1f} s")
        show.notes(read.tried.findings)
    if play:
        pipeline.play(read.tried.path)
