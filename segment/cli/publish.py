"""``segment publish``."""

from __future__ import annotations

import click
import msgspec

from segment.cli import options
from segment.cli.terminal import say, say_json


@click.command("publish")
@click.option("--to", default="", metavar="PLACE", help="A folder, or s3://bucket/prefix [default: publish.to, else site/].")
@options.corrections
@click.option("--dry-run", is_flag=True, help="Only list what would go out.")
@options.force
@options.as_json
@options.talk
def command(to: str, corrections: dict[str, str], dry_run: bool, force: bool, as_json: bool, quiet: bool, verbose: bool) -> None:
    """Publish the show: sound, transcripts, a page for each segment and episode, and the feed.

    Only what changed goes out, the sound first and the feed last, so that a feed never points at what is not there. Stopped half
    way, it goes on where it stopped. What is scheduled for later waits.

    --correct is for something that is out and was made again: it goes out as NAME-r2.mp3, so that apps fetch it anew, with a line
    in its notes and under its old id and date; the file that was there stays.

    \b
    segment publish
    segment publish --to /var/www/friday --dry-run
    segment publish --to s3://my-bucket/friday
    segment publish --correct rust-and-bone="The director is Jacques Audiard."
    """
    from segment import pipeline
    from segment.cli import show

    with show.progress(quiet=quiet or as_json) as report:
        done = pipeline.publish_show(to=to, corrections=corrections, dry_run=dry_run, force=force, report=report)
    if as_json:
        if not done.feed.withheld:
            say_json(msgspec.to_builtins(done))
    else:
        for name in done.sent:
            say(name)
        verb = "would go" if dry_run else "went"
        say(f"{len(done.sent)} files {verb} to {done.place}, {done.kept} were there already.", err=True)
        for name in done.feed.withdrawn:
            say(f"withdrawn: {name}", err=True)
        for name in done.feed.waiting:
            say(f"waits for its date: {name}", err=True)
        show.notes(done.findings, "warning" if quiet else "info")
    pipeline.refuse_withheld(done.feed)
