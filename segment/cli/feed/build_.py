"""``segment feed build``."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from segment.cli import options
from segment.cli.terminal import say, say_json
from segment.cli.would import would


@click.command("build")
@click.option("-o", "--out", type=click.Path(path_type=Path), metavar="FILE", help="The feed [default: feed.xml in the show].")
@options.corrections
@options.force
@options.dry_run
@options.as_json
@options.talk
def command(
    out: Path | None, corrections: dict[str, str], force: bool, dry_run: bool, as_json: bool, quiet: bool, verbose: bool
) -> None:
    """Write the show's feed from every segment and episode that is made.

    What is scheduled for later waits. SCRATCH material, and material that may not be used in a podcast, stays out; the feed is
    written without it, and the exit code is 4. Ids are given once and kept in feed.guids.toml.

    \b
    segment feed build
    segment feed build -o site/feed.xml --json
    """
    from segment import pipeline
    from segment.cli import show

    made, findings = pipeline.build_feed(out=out, corrections=corrections, force=force, dry_run=dry_run)
    if dry_run:
        items = f"{made.items} {'item' if made.items == 1 else 'items'}"
        would([(Path(made.path), items)] if made.changed else [], as_json=as_json)
        return
    if as_json:
        if not made.withheld:
            say_json({**msgspec.to_builtins(made), "findings": msgspec.to_builtins(findings)})
    else:
        say(f"{made.path}  {made.items} {'item' if made.items == 1 else 'items'}{'' if made.changed else ', as it was'}")
        for name in made.withdrawn:
            say(f"withdrawn: {name}", err=True)
        for name in made.waiting:
            say(f"waits for its date: {name}", err=True)
        show.notes(findings, "warning" if quiet else "info")
    pipeline.refuse_withheld(made)
