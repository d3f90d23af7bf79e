"""``segment episode``: an episode of several segments, and how far it is."""

from __future__ import annotations

import click

from segment.cli.commands import Commands

COMMANDS = {
    "make": "Make an episode of an episode.toml; the word may be left out.",
    "status": "Show who is missing, and what is over or under.",
}


class _Episode(Commands):
    """Whatever is no command of the group is the episode to make."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in {*self._helps, *ctx.help_option_names}:
            args = ["make", *args]
        return super().parse_args(ctx, args)


@click.group("episode", cls=_Episode, helps=COMMANDS, home="segment.cli.episode.{}_")
def command() -> None:
    """Make an episode of several segments and the host's links: segment episode FILE.

    FILE is an episode.toml, its folder, or its name in the show's episodes/.

    \b
    segment episode episodes/friday-12/episode.toml
    segment episode friday-12 --take host=links.m4a
    segment episode status friday-12
    """
