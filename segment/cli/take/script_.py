"""``segment take script``."""

from __future__ import annotations

from pathlib import Path

import click

from segment.cli import options
from segment.cli.terminal import say, say_json


@click.command("script")
@options.recordings
@click.argument("review", type=click.Path(path_type=Path))
@options.role
@options.work
@click.option("-o", "--out", type=click.Path(path_type=Path), metavar="FILE", help="The script [default: print it].")
@options.force
@options.dry_run
@options.as_json
def command(
    recordings: tuple[str, ...],
    review: Path,
    role: str,
    work: str,
    out: Path | None,
    force: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Write a script of what was read of REVIEW in each RECORDING, where the printed review was read and not the script.

    Its lines are the review's own sentences in the order they were read, with the host's lines and the music of the house; it
    makes with the same recording.

    \b
    segment take script friday.m4a stories/rust-and-bone/review.md
    segment take script friday.m4a review.md -o script.txt
    """
    from segment import pipeline
    from segment.project.load import project_of

    made = pipeline.script_of_take(recordings, review, role=role, work=work)
    share = f"{100 * made.found:.0f} % of the review was found in {', '.join(Path(name).name for name in recordings)}."
    if out is not None:
        kept = pipeline.keep_script(made.text.encode(), out, project=project_of(review), force=force, dry_run=dry_run)
        if dry_run:
            from segment.cli.would import would_replace

            would_replace(kept.path, kept.aside, as_json=as_json)
            return
    if as_json:
        say_json({"found": made.found, "text": made.text, "path": None if out is None else str(out)})
        return
    say(share, err=True)
    say(str(out) if out is not None else made.text.rstrip())
