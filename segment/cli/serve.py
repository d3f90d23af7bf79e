"""``segment serve``."""

from __future__ import annotations

from pathlib import Path

import click

from segment.cli.terminal import say


@click.command("serve")
@click.argument("folder", type=click.Path(path_type=Path), default="site")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Where on this machine.")
def command(folder: Path, port: int) -> None:
    """Serve a published folder on this machine alone, to look at it and to try it in podcast apps.

    \b
    segment publish && segment serve
    segment serve site --port 8080
    """
    from segment import pipeline

    say(f"http://127.0.0.1:{port}/  (Ctrl-C ends it)")
    pipeline.serve(folder, port)
