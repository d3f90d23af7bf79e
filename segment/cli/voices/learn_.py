"""``segment voices learn``."""

from __future__ import annotations

from pathlib import Path

import click

from segment.cli import options
from segment.cli.terminal import say, say_json
from segment.cli.would import would


@click.command("learn")
@click.argument("name")
@click.option("--ipa", default="", metavar="IPA", help="The sounds in the International Phonetic Alphabet, word for word.")
@click.option("--language", default="", metavar="TAG", help="The language the name is from, such as fr.")
@click.option("--note", default="", metavar="TEXT", help="For people: who or what it is.")
@options.dry_run
@options.as_json
def command(name: str, ipa: str, language: str, note: str, dry_run: bool, as_json: bool) -> None:
    """Write down how NAME is said, below what stands in the show's voices/pronunciations.toml (the user's outside any show).

    Nothing that stands there is changed: a name that the list says otherwise is refused, exit 2.

    \b
    segment voices learn "Cotillard (koh-tee-YAR)" --note actor
    segment voices learn Noirmoutier --language fr
    """
    from segment import pipeline

    learnt = pipeline.learn(name, ipa=ipa, language=language, note=note, dry_run=dry_run)
    if dry_run:
        would([(Path(learnt.path), f"{learnt.spelling} added")] if learnt.added else [], as_json=as_json)
        return
    if as_json:
        say_json(learnt)
    else:
        say(f"{learnt.path}: {learnt.spelling} {'is written down' if learnt.added else 'stands there already'}")
