"""A script from value to text: the form it is kept, sent and edited in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from msgspec.structs import replace

from segment.errors import ScriptError
from segment.model.script import Blank, Break, Comment, Header, Item, Marked, Part, Pronounced, Script, Speech, Stress
from segment.script.cues import written_cue
from segment.script.escapes import escape_comment, literal, literal_where_sure
from segment.script.marks import written_value
from segment.script.parsing import examine
from segment.script.typography import even_comment, kept_uneven

HeaderOrItem = TypeVar("HeaderOrItem", Header, Item)


def to_text(script: Script) -> str:
    """The script as text; ``parse`` makes an equal script of it.

    Raises ScriptError for a value that no text stands for, such as a bed's name with a line end in it.
    """
    lines = [_header(header) for header in script.headers]
    lines += [_line(item) for item in script.items]
    return "".join(f"{line}\n" for line in lines)


def _header(header: Header) -> str:
    value = escape_comment(kept_uneven(header.value.replace("\\", "\\\\")))
    line = _commented(f"{header.name}: {value}".rstrip(), header.comment)
    if examine(line + "\nTAG:\n").script.headers != (_even(header),):
        raise ScriptError(f"No line of a script stands for this header: {header!r}.")
    return line


def _line(item: Item) -> str:
    match item:
        case Blank():
            return ""
        case Comment():
            line = f"; {item.text}".rstrip()
        case Part():
            line = _commented(f"{item.name}:", item.comment)
        case Speech():
            line = _speech(item)
        case _:
            name, body = written_cue(item)
            line = _commented(f"{_source(name, item.only)} {body}", item.comment)
    if not _reads_as(line, item):
        raise ScriptError(f"No line of a script stands for this: {item!r}.")
    return line


def _speech(speech: Speech) -> str:
    """With as few back-slashes as read back right."""
    source = _source(speech.role.upper(), speech.only)
    for plain in (literal_where_sure, literal):
        line = _commented(f"{source} {_spans(speech, plain)}", speech.comment)
        if _reads_as(line, speech):
            return line
    return _commented(f"{source} {_spans(speech, lambda text: kept_uneven(literal(text)))}", speech.comment)


def _spans(speech: Speech, plain: Callable[[str], str]) -> str:
    written = []
    for span in speech.spans:
        match span:
            case Break():
                written.append(f"[{span.ms}ms]")
            case Stress():
                mark = "+" * span.level
                written.append(f"{mark}{kept_uneven(literal(span.text))}{mark}")
            case Pronounced():
                written.append(f"{plain(span.text)} ({span.respelling})")
            case Marked():
                written.append(f"({kept_uneven(literal(span.text))})[{span.key}:{written_value(span.value)}]")
            case _:
                written.append(plain(span.text))
    return escape_comment("".join(written))


def _source(name: str, only: str) -> str:
    return f"{name} [{only}]:" if only else f"{name}:"


def _commented(line: str, comment: str) -> str:
    return f"{line} ; {comment}" if comment else line


def _even(item: HeaderOrItem) -> HeaderOrItem:
    """With a comment as it reads back: nothing in a comment can be kept from being made even."""
    match item:
        case Comment():
            return replace(item, text=even_comment(item.text))
        case Blank():
            return item
        case _:
            return replace(item, comment=even_comment(item.comment))


def _reads_as(line: str, item: Item) -> bool:
    roles = {item.role} if isinstance(item, Speech) else frozenset[str]()
    parsed = examine(line + "\n", roles=roles)
    return parsed.script.items == (_even(item),) and not any(f.level == "error" for f in parsed.findings)
