"""``segment templates preview``."""

from __future__ import annotations

import click

from segment.cli import options
from segment.cli.terminal import say, say_json

_LOOK_S = 0.4
"""Seconds between two looks at the files."""


@click.command("preview")
@click.argument("name")
@click.argument("review")
@options.slot_alone
@options.spoilers
@options.work
@click.option("--watch", is_flag=True, help="Show it again whenever a template, the review or the settings are saved.")
@options.as_json
def command(
    name: str, review: str, slot_s: tuple[float, float] | None, spoilers: bool, work: str, watch: bool, as_json: bool
) -> None:
    """Show the script that the template NAME makes of REVIEW, its notes and its length; nothing is written.

    \b
    segment templates preview review-60 page.txt
    segment templates preview friday page.txt --watch
    """
    import time
    from pathlib import Path

    from segment.project.load import project_of
    from segment.project.template_preview import changes

    if not watch:
        _show(name, review, slot_s, spoilers=spoilers, work=work, as_json=as_json)
        return
    for _ in changes(Path(review), project_of(Path(review)).root, lambda: time.sleep(_LOOK_S)):
        _show_or_say(name, review, slot_s, spoilers=spoilers, work=work, as_json=as_json)


def _show(name: str, review: str, slot_s: tuple[float, float] | None, *, spoilers: bool, work: str, as_json: bool) -> None:
    from segment import pipeline
    from segment.cli import show

    made = pipeline.preview_template(name, review, slot_s=slot_s, spoilers=spoilers, work=work)
    if as_json:
        say_json(made)
        return
    say(made.text, nl=False)
    show.notes(made.findings)
    say(f"\nRuns {made.length}, {made.words} words.", err=True)


def _show_or_say(name: str, review: str, slot_s: tuple[float, float] | None, *, spoilers: bool, work: str, as_json: bool) -> None:
    """While somebody edits, a mistake is shown and the next save is waited for."""
    from segment.cli.failure import fail
    from segment.errors import SegmentError

    say("\n" + "─" * 40, err=True)
    try:
        _show(name, review, slot_s, spoilers=spoilers, work=work, as_json=as_json)
    except SegmentError as error:
        fail(error, as_json=as_json, verbose=False)
