"""A group of commands, each in a file of its own that is loaded when the command runs: listing them loads none."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

import click


class Commands(click.Group):
    """``helps`` has a line of help for each command, in the order to show them; ``home`` is where a command's module is."""

    def __init__(self, *args: Any, helps: Mapping[str, str], home: str, **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self._helps = helps
        self._home = home

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self._helps)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._helps:
            return None
        command = importlib.import_module(self._home.format(cmd_name)).command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from segment.wording import did_you_mean

            raise click.UsageError(f"{error.message} {did_you_mean(args[0], self._helps)}".rstrip(), ctx) from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(self._helps.items()))
