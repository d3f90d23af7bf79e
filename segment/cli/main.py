"""The ``segment`` command: what there is, and failures turned into a sentence and an exit code."""

from __future__ import annotations

import gc
import os
import sys

import click

from segment.cli.commands import Commands

COMMANDS = {
    "init": "Make a new show folder that builds at once.",
    "story": "Make a story of a review page; show where each story stands.",
    "make": "Turn a review page into a finished segment.",
    "review": "Read a review page and show what was understood.",
    "script": "Write the on-air script of a review.",
    "batch": "Make every story of a show, or every page of a folder, side by side.",
    "watch": "Make what is dropped into a folder.",
    "mix": "Make a finished segment of an edited script.",
    "episode": "Make an episode of several segments and the host's links; show how far it is.",
    "templates": "Show, copy, try and check the script templates.",
    "voices": "Show, hear and check the voices.",
    "take": "Look at a person's recordings before they are used.",
    "feed": "Write the show's podcast feed, and check any feed.",
    "publish": "Bring the show's files, pages and feed to where listeners find them.",
    "serve": "Serve what was published on this machine, to look at it.",
    "why": "Say what finished files were made from, and what a change made anew.",
    "check": "Judge the settings of a show: every mistake at once.",
    "config": "Show the settings that hold and who says so; write one.",
    "doctor": "Say what is there, and what is missing.",
    "completion": "Print what makes a shell complete commands and options.",
    "man": "Write a man page for every command.",
}
"""Commands in the order a producer meets them. The help is here so that listing them loads none of them."""


@click.group(cls=Commands, helps=COMMANDS, home="segment.cli.{}", context_settings={"help_option_names": ["-h", "--help"]})
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
    # What a build makes lives to its end: looking through it again and again for what could go costs a twentieth of the time.
    gc.set_threshold(100_000, 20, 20)
    given = sys.argv[1:] if arguments is None else arguments
    try:
        _refuse_no_text(given)
        # Outside its standalone mode click hands back the code of an Exit, and what the command returned, which is None.
        code = main.main(args=given, prog_name="segment", standalone_mode=False) or 0
    except SystemExit:  # click's, when whoever reads the output has gone
        code = 0
    except BaseException as error:
        from segment.cli.failure import fail

        code = fail(error, as_json="--json" in given, verbose="-v" in given or "--verbose" in given)
    sys.exit(code)


def _refuse_no_text(given: list[str]) -> None:
    """Raise for an argument with bytes that are no UTF-8: libraries below us could not open such a file, records not name it."""
    for argument in given:
        try:
            argument.encode()
        except UnicodeEncodeError:
            message = f"A name here is no text in UTF-8: {os.fsencode(argument)!r}."
            raise click.UsageError(f"{message} Rename the file or folder, or go into it and name what is there.") from None


if __name__ == "__main__":
    run()
