"""``segment batch``: very many stories or pages, side by side."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import click

from segment.cli import options
from segment.cli.terminal import say_json


@click.command("batch")
@click.argument("what", nargs=-1, required=True, metavar="DIR|GLOB|PAGE...")
@click.option("-j", "--jobs", type=click.IntRange(min=1), default=None, help="How many at once [default: one a processor].")
@click.option("--anew", is_flag=True, help="Make what is up to date, too.")
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folder for the files of pages, each in a folder of its own [default: ./out]. Stories have their own.",
)
@click.option("--cluster", default="", metavar="tcp://HOST:PORT", help="Make them on the workers of this dask scheduler.")
@options.force
@options.accept_doubtful
@options.dry_run
@options.as_json
@options.talk
def command(
    what: tuple[str, ...],
    jobs: int | None,
    anew: bool,
    out: Path | None,
    cluster: str,
    force: bool,
    accept_doubtful: bool,
    dry_run: bool,
    as_json: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Make every story of a show, every page or script of a folder, or those that a pattern names.

    What is up to date is passed over, so that a batch that was stopped, however it was, goes on where it was. One that fails
    does not keep the others. At the end stands a table; the exit code is the highest of all. --json prints a line for each as
    it comes, and one for the whole.

    \b
    segment batch friday-review
    segment batch 'archive/*.html' -o made --jobs 8
    segment batch friday-review --dry-run
    segment batch /mnt/radio/friday-review --cluster tcp://10.0.0.5:8786
    """
    from segment.cli.batch_shown import Progress, plan, table
    from segment.pipeline.batches import batch, plan_batch
    from segment.pipeline.cluster import cluster as connected

    if dry_run:
        plan(plan_batch(what, out=out, anew=anew), as_json=as_json)
        return
    with Progress(as_json=as_json, quiet=quiet) as report, ExitStack() as stack:
        found = stack.enter_context(connected(cluster)) if cluster else None
        if found:
            for folder in {item.root or item.path.parent for item, _ in plan_batch(what, out=out)}:
                found.must_share(Path(folder))
        done = batch(
            what,
            jobs=jobs or (found.slots if found else 0),
            out=out,
            anew=anew,
            force=force,
            accept_doubtful=accept_doubtful,
            report=report,
            pool=found.pool if found else None,
        )
    if as_json:
        counts = {state: sum(row.state == state for row in done.rows) for state in ("made", "up to date", "failed")}
        say_json({"batch": counts, "took_s": done.took_s, "exit_code": done.exit_code}, indent=None)
    else:
        table(done, quiet=quiet)
    if done.exit_code:
        raise click.exceptions.Exit(done.exit_code)
