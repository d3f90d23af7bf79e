"""``segment config``: the settings that hold, who says so, and writing one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from segment.cli import options
from segment.cli.terminal import say, say_json

if TYPE_CHECKING:
    from segment.project.settings import Setting


@click.command("config", context_settings={"ignore_unknown_options": True})  # a value may be -23
@click.argument("key", default="")
@click.argument("value", default="")
@click.option("--origin", is_flag=True, help="Say where each comes from: environment, project, user or built-in.")
@click.option("--user", is_flag=True, help="Write the settings of all of your shows instead of this show's.")
@click.option("--schema", is_flag=True, help="Print a JSON Schema of segment.toml, for editors.")
@options.dry_run
@options.as_json
def command(key: str, value: str, origin: bool, user: bool, schema: bool, dry_run: bool, as_json: bool) -> None:
    """Show the settings that hold here, or the one called KEY; with a VALUE, write it into segment.toml.

    A list is written with commas. Comments in the file, and everything else in it, stay as they are.

    \b
    segment config --origin
    segment config air.lufs -23
    segment config show.name "The Friday Review"
    segment config --schema > segment.schema.json
    """
    from segment import pipeline

    for given in (key, value):
        if given.startswith("-") and not given[1:2].isdigit():
            raise click.NoSuchOption(given)
    if schema:
        say_json(pipeline.config_schema())
        return
    if value:
        change = pipeline.set_config(key, value, user=user, dry_run=dry_run)
        if as_json:
            say_json({**_plain(change), "path": str(change.path), "written": not dry_run})
            return
        was = "" if change.before is None else f" (was {_shown(change.before)})"
        say(f"{'would write' if dry_run else 'wrote'}  {change.path}: {change.key} = {_shown(change.value)}{was}")
        return
    if user or dry_run:
        raise click.UsageError("--user and --dry-run go with a KEY and a VALUE to write.")
    if key:
        from segment.pipeline.showing import setting

        known: tuple[Setting, ...] = (setting(key),)
    else:
        known = pipeline.config()
    if as_json:
        say_json(known[0] if key else {"settings": known})
        return
    for one in known:
        named = "" if key and not origin else f"{one.key} = "
        place = f"  [{': '.join(filter(None, (one.origin, one.source)))}]" if origin else ""
        say(f"{named}{_shown(one.value)}{place}")


def _plain(change: Any) -> dict[str, Any]:
    return {name: getattr(change, name) for name in ("key", "value", "before")}


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return str(value)
