"""``segment feed check``."""

from __future__ import annotations

import click
import msgspec

from segment.cli import options
from segment.cli.terminal import say, say_json


@click.command("check")
@click.argument("feed", default="feed.xml", metavar="[FILE|URL]")
@options.as_json
@click.pass_context
def command(context: click.Context, feed: str, as_json: bool) -> None:
    """Hold a feed against every rule of the apps and directories; docs/feed.md lists them by code.

    A file is checked without any connection. Ends with exit code 4 where a rule of the level error is broken.

    \b
    segment feed check
    segment feed check https://example.org/friday/feed.xml --json
    """
    from segment import pipeline
    from segment.errors import Cause

    findings = pipeline.check_feed(feed)
    errors = sum(one.level == "error" for one in findings)
    if as_json:
        say_json({"findings": msgspec.to_builtins(findings), "errors": errors})
    else:
        for one in findings:
            say(f"{one.where}: {one.code} {one.level}: {one.message}")
            say(f"    {one.hint}")
        say(f"notes: {len(findings)}, of these errors: {errors}", err=True)
    if errors:
        context.exit(int(Cause.GATE))
