"""``segment voices check``."""

from __future__ import annotations

from pathlib import Path

import click

from segment.cli import options
from segment.cli.terminal import say, say_json


@click.command("check")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("-o", "--out", type=click.Path(path_type=Path), metavar="DIR", help="Keep what they said, a WAV each, in DIR.")
@options.as_json
def command(names: tuple[str, ...], out: Path | None, as_json: bool) -> None:
    """Have each voice (or those named) speak a sentence, which must pass the check of every line. Exits 3 where one cannot.

    \b
    segment voices check
    segment voices check critic my-voice -o heard
    """
    from segment import pipeline
    from segment.errors import Cause
    from segment.model.audition import Listed

    told = pipeline.check_voices(names, out=out)
    failed = [entry for entry in told if isinstance(entry, Listed)]
    if as_json:
        say_json({"ok": not failed, "voices": told})
    else:
        width = max((len(entry.name) for entry in told), default=0)
        for entry in told:
            if isinstance(entry, Listed):
                say(f"{entry.name:{width}}  FAILED  {entry.wrong}")
            else:
                place = f"  {entry.path}" if entry.path else ""
                say(f"{entry.name:{width}}  speaks  {entry.seconds:.1f} s, {entry.words_per_minute:.0f} words a minute{place}")
    if failed:
        raise click.exceptions.Exit(int(Cause.MISSING))
