"""``segment voices names``."""

from __future__ import annotations

import click

from segment.cli import options
from segment.cli.terminal import say, say_json


@click.command("names")
@click.argument("review")
@options.work
@options.as_json
def command(review: str, work: str, as_json: bool) -> None:
    """List names of a REVIEW's cast and credits that may be said wrong: foreign to the show, and in no pronunciations.toml.

    Each comes with respellings, as the language it looks like reads it and as the show's does; take one over with learn.

    \b
    segment voices names examples/salt-in-the-piano/review.page.txt
    segment voices learn "Cotillard (koh-tee-YAR)"
    """
    from pathlib import Path

    from segment import pipeline

    page = Path(review)
    read = pipeline.read_review(review, data=options.page_bytes(review), work=work)
    found = pipeline.names_at_risk(read, folder=page.parent if page.is_file() else Path())
    if as_json:
        say_json({"names": found})
        return
    if not found:
        say("No name of the cast, the credits or the text is at risk.")
    for entry in found:
        language = f", {entry.language}" if entry.language else ""
        ways = " or ".join(f"({way})" for way in entry.candidates) or "no candidate"
        say(f"{entry.word} {ways}  [{entry.name}: {entry.field}{language}]")
