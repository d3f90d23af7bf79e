"""Every form a script goes out in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from segment.errors import Cause, ScriptError
from segment.script.formats.exporter import Exporter
from segment.script.formats.json_form import JsonForm
from segment.script.formats.paper import Paper
from segment.script.formats.prompter import Prompter
from segment.script.formats.reader import ReaderCopy
from segment.script.formats.ssml import Ssml
from segment.script.formats.text_form import TextForm
from segment.script.formats.word import Word
from segment.wording import did_you_mean, quoted

EXPORTERS: dict[str, Exporter] = {
    "text": TextForm(),
    "docx": Word(),
    "paper": Paper(),
    "reader": ReaderCopy(),
    "prompter": Prompter(),
    "ssml": Ssml(),
    "json": JsonForm(),
}


def exporter(name: str, others: Mapping[str, Exporter] | None = None) -> Exporter:
    """The form called ``name``, those of other packages first. Raises ScriptError (USAGE) for one nobody knows."""
    known = {**EXPORTERS, **(others or {})}
    if name not in known:
        hint = did_you_mean(name, known, f"There are: {', '.join(known)}.")
        raise ScriptError(f"{quoted(name)} is no form of a script.", hint=hint, cause=Cause.USAGE)
    return known[name]


def named_by(file: str) -> str:
    """The form that a file's name asks for: ``text`` where it asks for none; ``.html`` is the one for paper."""
    suffix = PurePath(file).suffix.lower()
    return next((name for name, form in EXPORTERS.items() if form.suffix == suffix), "text")
