"""Text on its way to a terminal, without the characters that would command it.

A title, a file name or a template may hold escape sequences; shown raw, they could colour, move or retitle the window.
"""

from __future__ import annotations

import json
import re
from typing import Any

import click

_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""C0 without tab and line feed, DEL, C1, the marks that reverse text, and bytes of a file name that are no text."""


def plain(text: str) -> str:
    """The text with each such character shown as U+FFFD."""
    return _COMMANDS.sub("\N{REPLACEMENT CHARACTER}", text)


def in_line(text: str) -> str:
    """The same for a name that stands in a line: it does not end it."""
    return plain(text.replace("\n", "\N{REPLACEMENT CHARACTER}").replace("\t", " "))


def say(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Print for people."""
    click.echo(plain(text), err=err, nl=nl)


def say_json(value: Any, *, indent: int | None = 2) -> None:
    """Print one JSON document on stdout."""
    import msgspec

    say_json_text(json.dumps(msgspec.to_builtins(value), ensure_ascii=False, indent=indent))


def say_json_text(text: str) -> None:
    """Print a JSON document; what would command a terminal is escaped, so nothing is lost."""
    click.echo(_COMMANDS.sub(lambda found: f"\\u{ord(found[0]):04x}", text.rstrip("\n")))
