"""The ``segment`` command: finds a command's file when it is asked for, and turns failures into a sentence and an exit code."""

from __future__ import annotations

import importlib
import os
import sys

import click

COMMANDS = {
    "init": "Make a new show folder that builds at once.",
    "make": "Turn a review page into a finished segment.",
    "review": "Read a review page and show what was understood.",
    "script": "Write the on-air script of a review.",
    "mix": "Make a finished segment of an edited script.",
    "why": "Say what finished files were made from, and what a change made anew.",
    "doctor": "Say what is there, and what is missing.",
}
"""Commands in the order a producer meets them. The help is here so that listing them loads none of them."""


class Commands(click.Group):
    """A group that imports a command's module only when the command runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"segment.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from segment.wording import did_you_mean

            raise click.UsageError(f"{error.message} {did_you_mean(args[0], COMMANDS)}".rstrip(), ctx) from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="radio-segment", prog_name="segment")
def main() -> None:
    """Turn a written review into a radio segment: script, voice, music, master, tagged files.

    \b
    segment make examples/salt-in-the-piano/review.page.txt
    segment init my-show
    """


def run(arguments: list[str] | None = None) -> None:
    """The entry point of the installed command."""
    # Matrix products here are small and threads of ours use both cores; must be set before numpy loads.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    given = sys.argv[1:] if arguments is None else arguments
    try:
        # Outside its standalone mode click hands back the code of an Exit, and what the command returned, which is None.
        code = main.main(args=given, prog_name="segment", standalone_mode=False) or 0
    except SystemExit as left:  # click's, when whoever reads the output has gone
        code = left.code
    except BaseException as error:
        from segment.cli.failure import fail

        code = fail(error, as_json="--json" in given, verbose="-v" in given or "--verbose" in given)
    sys.exit(code)


if __name__ == "__main__":
    run()
