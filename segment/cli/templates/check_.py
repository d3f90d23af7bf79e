"""``segment templates check``."""

from __future__ import annotations

from pathlib import Path

import click

from segment.cli import options
from segment.cli.terminal import say, say_json


@click.command("check")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Also show, line by line, how the scripts of past stories would differ.",
)
@options.as_json
def command(names: tuple[str, ...], against: Path | None, as_json: bool) -> None:
    """Try every template (or those named) on reviews of every kind, with and without cast, rating and headings.

    Exits 1 where one fails.

    \b
    segment templates check
    segment templates check friday --against stories/
    """
    from segment import pipeline
    from segment.errors import Cause

    told = pipeline.check_templates(names, against=against)
    if as_json:
        say_json(told)
    else:
        for entry in told.templates:
            bad = sum(finding.level == "error" for finding in entry.findings)
            made = f"{entry.scripts} scripts" if entry.scripts else "part" if entry.name.startswith("_") else "no script"
            say(f"{entry.name}: {made}, {_number(bad, 'error')}, {_number(len(entry.findings) - bad, 'note')}")
            for finding in entry.findings:
                say(f"  {finding.code} {finding.where or ''}: {finding.message}")
                if finding.hint:
                    say(f"        {finding.hint}")
        for difference in told.differences:
            count = sum(not line.startswith("@@") for line in difference.lines)
            same = f"{count} lines differ" if count else "the same"
            say(f"{difference.story}, {difference.template}: {difference.wrong or same}")
            for line in difference.lines:
                say(f"  {line}")
    if not told.ok:
        raise click.exceptions.Exit(int(Cause.MATERIAL))


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
