"""A command's help as a man page (man(7), groff)."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from importlib.metadata import version

import click

_EXITS = (
    ("0", "Fine."),
    ("1", "The material: a review, script or recording that cannot be used."),
    ("2", "The command line or a setting is wrong, or a file would be overwritten."),
    ("3", "A tool, a voice or another named thing is missing."),
    ("4", "A quality gate was not passed."),
    ("5", "The machine refused: disk, permission or network."),
    ("70", "A bug."),
    ("130", "Ctrl-C."),
)


def pages(main: click.Group) -> Iterator[tuple[str, str]]:
    """File name and text of a page for the program, each command, and each command of a group."""
    yield from _pages(main, click.Context(main, info_name="segment"))


def _pages(command: click.Command, context: click.Context) -> Iterator[tuple[str, str]]:
    yield f"{context.command_path.replace(' ', '-')}.1", page(command, context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            if child is not None:
                yield from _pages(child, click.Context(child, parent=context, info_name=name))


def page(command: click.Command, context: click.Context) -> str:
    """One page."""
    text, _, examples = inspect.cleandoc(command.help or "").partition("\b\n")
    first = text.partition("\n\n")[0]
    name = context.command_path.replace(" ", "-")
    lines = [
        f'.TH {name.upper()} 1 "" "radio-segment {version("radio-segment")}" "radio-segment"',
        ".SH NAME",
        f"{_escaped(name)} \\- {_escaped(_one_line(first).rstrip('.'))}",
        ".SH SYNOPSIS",
        f".B {_escaped(context.command_path)}",
        _escaped(" ".join(command.collect_usage_pieces(context))),
        ".SH DESCRIPTION",
        *_paragraphs(text),
    ]
    records = [record for param in command.get_params(context) if (record := param.get_help_record(context))]
    if records:
        lines += [".SH OPTIONS", *(line for record in records for line in _entry(*record))]
    if isinstance(command, click.Group):
        lines.append(".SH COMMANDS")
        for child in command.list_commands(context):
            known = command.get_command(context, child)
            lines += _entry(child, known.get_short_help_str(200) if known else "")
    if examples.strip():
        lines += [".SH EXAMPLES", ".nf", *(_escaped(line.strip()) for line in examples.splitlines() if line.strip()), ".fi"]
    lines += [".SH EXIT STATUS", *(line for code, told in _EXITS for line in _entry(code, told))]
    return "\n".join(lines) + "\n"


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in text.strip().split("\n\n"):
        yield ".PP"
        yield _escaped(_one_line(paragraph))


def _entry(term: str, told: str) -> Iterator[str]:
    yield from (".TP", f".B {_escaped(term)}", _escaped(_one_line(told)) or "\\&")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _escaped(text: str) -> str:
    """Text that groff takes as it stands: no line of it is a request, a hyphen can be copied."""
    plain = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", plain)
