"""Options that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from segment.units import clock_time, parse_span

STDIN_LIMIT = 50_000_000
"""Bytes; the longest page there is."""

Command = TypeVar("Command", bound=Callable[..., Any])


def pairs(what: str) -> Callable[[click.Context, click.Parameter, tuple[str, ...]], dict[str, str]]:
    """A callback that turns repeated ``ROLE=THING`` into a mapping."""

    def convert(ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
        found: dict[str, str] = {}
        for value in values:
            role, equals, thing = value.partition("=")
            if not equals or not role.strip() or not thing.strip():
                raise click.BadParameter(f"{value!r} is not ROLE={what}, such as critic={what.lower()}.", ctx, parameter)
            if role.strip().lower() in found:
                raise click.BadParameter(f"{role.strip()} is given twice; a role has one {what}.", ctx, parameter)
            found[role.strip().lower()] = thing.strip()
        return found

    return convert


def _recordings(ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Repeated ``ROLE=FILE``, several files of a role in their order."""
    found: dict[str, tuple[str, ...]] = {}
    for value in values:
        for role, file in pairs("FILE")(ctx, parameter, (value,)).items():
            found[role] = (*found.get(role, ()), file)
    return found


def template(command: Command) -> Command:
    """``-t TEMPLATE``."""
    help_ = "Script template [default: the project's, else review]."
    return click.option("-t", "--template", default="", metavar="TEMPLATE", help=help_)(command)


def slot(command: Command) -> Command:
    """``--slot TIME`` and ``--cart TIME``, handed over as ``slot_s`` and ``cart_s``: least and most seconds, or None."""
    help_ = "Length of the air file alone, such as 2:33."
    return click.option("--cart", "cart_s", metavar="TIME", callback=_seconds, help=help_)(slot_alone(command))


def slot_alone(command: Command) -> Command:
    """``--slot TIME``, handed over as ``slot_s``: least and most seconds, or None."""
    help_ = "Length of INTRO, PIECE and TAG together, such as 3:00, :60 or 2:50-3:00."
    return click.option("--slot", "slot_s", metavar="TIME", callback=_seconds, help=help_)(command)


def _seconds(ctx: click.Context, parameter: click.Parameter, value: str | None) -> tuple[float, float] | None:
    if not value:
        return None
    try:
        least, most = parse_span(value)
    except ValueError:
        least = most = 0.0
    if least <= 0:
        raise click.BadParameter(f"{value!r} is not a length: write 3:00, :60, 2'30\" or 2:50-3:00.", ctx, parameter)
    return least, most


def out_at(command: Command) -> Command:
    """``--out-at TIME``: seconds from midnight, or None."""
    help_ = "Time of day at which it must be over, such as 8:58:30: prints when to be where."
    return click.option("--out-at", "out_at_s", metavar="TIME", callback=_of_day, help=help_)(command)


def _of_day(ctx: click.Context, parameter: click.Parameter, value: str | None) -> int | None:
    if not value:
        return None
    try:
        return clock_time(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a time of day: write 8:58:30 or 17:00.", ctx, parameter) from None


def spoilers(command: Command) -> Command:
    """``--spoilers``."""
    return click.option("--spoilers", is_flag=True, help="Let the script tell the ending.")(command)


def voices(command: Command) -> Command:
    """``--voice ROLE=PROFILE``."""
    return click.option(
        "--voice",
        "voices",
        multiple=True,
        metavar="ROLE=PROFILE",
        callback=pairs("PROFILE"),
        help="Voice profile for a role; may be repeated.",
    )(command)


def takes(command: Command) -> Command:
    """``--take ROLE=FILE``."""
    return click.option(
        "--take",
        "takes",
        multiple=True,
        metavar="ROLE=FILE",
        callback=_recordings,
        help="A person's recording of a role's lines (WAV, FLAC, MP3, M4A); several of one role in the order they were made.",
    )(command)


def recordings(command: Command) -> Command:
    """``RECORDING...``."""
    return click.argument("recordings", nargs=-1, required=True, metavar="RECORDING...")(command)


def role(command: Command) -> Command:
    """``--role ROLE``."""
    return click.option("--role", default="critic", metavar="ROLE", help="Whose recording it is [critic].")(command)


def out(command: Command) -> Command:
    """``-o DIR``."""
    return click.option(
        "-o",
        "--out",
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="Folder for the finished files [default: the story's out/, else ./out].",
    )(command)


def wav(command: Command) -> Command:
    """``-o FILE``."""
    help_ = "The WAV file [default: NAME.try.wav here, the next free number where that is taken]."
    return click.option("-o", "--out", type=click.Path(path_type=Path), metavar="FILE", help=help_)(command)


def play(command: Command) -> Command:
    """``--play``."""
    return click.option("--play", is_flag=True, help="Play it, with a player that is on this machine.")(command)


def dry_run(command: Command) -> Command:
    """``--dry-run``."""
    return click.option("--dry-run", is_flag=True, help="Say what would be written, and why; write nothing.")(command)


def force(command: Command) -> Command:
    """``--force``."""
    return click.option(
        "--force", is_flag=True, help="Make files anew that are not ours or were edited; keeps the old as NAME~1."
    )(command)


def accept_doubtful(command: Command) -> Command:
    """``--accept-doubtful``."""
    help_ = "Take a sentence that failed its check twice, with a warning, instead of stopping."
    return click.option("--accept-doubtful", is_flag=True, help=help_)(command)


def formats(command: Command) -> Command:
    """``--formats``, handed over as a tuple."""
    help_ = "Texts beside the podcast file: vtt,srt,json,html,notes or all [default: the show's, else vtt]."
    return click.option("--formats", default="", metavar="LIST", callback=_parts, help=help_)(command)


def _parts(ctx: click.Context, parameter: click.Parameter, value: str) -> tuple[str, ...]:
    return tuple(part.strip().lower() for part in value.split(",") if part.strip())


def further_files(command: Command) -> Command:
    """``--stems``, ``--labels``, ``--cue-sheet``: files that are made only when asked for, handed over as flags."""
    for flag, help_ in (
        ("--cue-sheet", "Write a cue sheet of the music, stings and clips heard (CSV), one for each file."),
        ("--labels", "Write labels for Audacity, one file for each deliverable."),
        ("--stems", "Write stems, 32-bit float WAV: each role's voice, beds, stings, clips; they add up to the mix."),
    ):
        command = click.option(flag, is_flag=True, help=help_)(command)
    return command


def running_order(command: Command) -> Command:
    """``--running-order``."""
    help_ = "Print what is heard in each file: time in, time out, what, who, level."
    return click.option("--running-order", is_flag=True, help=help_)(command)


def also(**flags: bool) -> tuple[Any, ...]:
    """The further files that were asked for, as the pipeline names them."""
    return tuple(name.replace("_", "-") for name, given in flags.items() if given)


def as_json(command: Command) -> Command:
    """``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="Print the result as JSON and nothing else.")(command)


def talk(command: Command) -> Command:
    """``-q`` and ``-v``."""
    with_quiet = click.option("-q", "--quiet", is_flag=True, help="No progress and no notes below a warning.")(command)
    return click.option("-v", "--verbose", is_flag=True, help="Say where a bug happened.")(with_quiet)


def work(command: Command) -> Command:
    """``--work N|TITLE``."""
    return click.option(
        "--work", default="", metavar="N|TITLE", help="Which work, where the page reviews several [default: the first]."
    )(command)


def corrections(command: Command) -> Command:
    """``--correct NAME=TEXT``, handed over by name."""
    return click.option(
        "--correct",
        "corrections",
        multiple=True,
        metavar="NAME=TEXT",
        callback=_corrections,
        help="Something that is out and was made again: a new file name, a line in its notes, the old id and date.",
    )(command)


def correct(command: Command) -> Command:
    """``--correct TEXT``: what was wrong with something that is out and is made again now."""
    help_ = "What was wrong with it, where it is published: it goes out again under a new file name, its old id and date."
    return click.option("--correct", default="", metavar="TEXT", help=help_)(command)


def _corrections(ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for value in values:
        name, equals, text = (part.strip() for part in value.partition("="))
        if not equals or not name or not text:
            raise click.BadParameter(f'{value!r} is not NAME=TEXT, such as rust-and-bone="The director\'s name."', ctx, parameter)
        found[name] = text
    return found


def page_bytes(page: str) -> bytes | None:
    """The page from standard input when it is ``-``; no more of it than shows that it is too long."""
    return sys.stdin.buffer.read(STDIN_LIMIT + 1) if page == "-" else None
