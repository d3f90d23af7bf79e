"""An on-air script from text to value: every mistake with its place, and not a word lost.

The grammar is in ``docs/script-format.md``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import cast

from segment.model.script import Blank, Break, Comment, Header, Item, Only, Part, PartName, Script, Speech
from segment.script.bed_notes import bed_notes
from segment.script.cues import read_cue
from segment.script.ear_notes import ear_notes
from segment.script.lines import Located, joined, read_lines, split_comment
from segment.script.parsed import Parsed
from segment.script.problems import (
    BAD_DELIVERABLE,
    BAD_TIME,
    BEFORE_PARTS,
    MISPLACED,
    NO_SOURCE,
    NOTHING_TO_SAY,
    ONLY_SILENCE,
    OTHER_HEADER,
    UNKNOWN_SOURCE,
    Problems,
    failure,
)
from segment.script.sources import COMMON_HEADERS, CUES, HEADERS, PARTS, Label, label
from segment.script.spans import read_spans
from segment.script.times import read_span
from segment.script.typography import even_unescaped
from segment.wording import did_you_mean, quoted

ROLES = frozenset({"host", "critic"})
_DELIVERABLES = {"air": "air", "podcast": "podcast"}


def parse(text: str, *, file: str = "", roles: Iterable[str] = ROLES) -> Parsed:
    """The script that ``text`` holds, ``roles`` being the project's (lower case).

    Raises ScriptError that lists every mistake with file, line and column, what was found and what is allowed.
    """
    parsed = examine(text, file=file, roles=roles)
    mistakes = [finding for finding in parsed.findings if finding.level == "error"]
    if mistakes:
        raise failure(mistakes)
    return parsed


def examine(text: str, *, file: str = "", roles: Iterable[str] = ROLES) -> Parsed:
    """As :func:`parse`, but mistakes come back as findings of level ``error`` and the script holds what could be read."""
    reader = _Reader(Problems(file), frozenset(role.lower() for role in roles))
    for line in read_lines(text):
        reader.read(line)
    reader.end()
    script = Script(headers=tuple(reader.headers), items=tuple(reader.items))
    bed_notes(script, reader.lines, reader.problems)
    return Parsed(script=script, lines=tuple(reader.lines), findings=reader.problems.ordered())


@dataclass
class _Open:
    """A line with a source, and the hard-wrapped lines that belong to it."""

    label: Label
    source: Located
    pieces: list[Located]
    comment: str | None = None


@dataclass
class _Reader:
    problems: Problems
    roles: frozenset[str]
    headers: list[Header] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    """The line of each item."""
    open: _Open | None = None
    heading: bool = True
    """True until the first part, cue or spoken line."""
    in_part: bool = False
    lost: bool = False
    """True after a line without a source, until something else begins: its neighbours are not reported again."""

    def read(self, line: Located) -> None:
        """Takes the next line of the file."""
        before, comment = split_comment(line)
        if not before.text:
            self._close()
            self._add(Blank() if comment is None else Comment(text=comment), line)
            return
        found = self._label(before)
        if found is not None:
            self._close()
            self.open = _Open(label=found, source=line, pieces=[before.part(found.body)], comment=comment)
            if comment is not None or found.kind in {"part", "header"} or found.name == "CHAPTER":
                self._close()
        elif self.open is not None:
            self.open.pieces.append(before)
            self.open.comment = comment
            if comment is not None:
                self._close()
        elif not self.lost:
            self._without_source(before)

    def end(self) -> None:
        """After the last line."""
        self._close()

    def _label(self, line: Located) -> Label | None:
        found = label(line, self.roles)
        if found is None:
            return None
        if found.kind == "header" and not self.heading:
            return found if found.found.isupper() else None
        return found

    def _without_source(self, line: Located) -> None:
        self.lost = True
        sources = ", ".join(f"{name.upper()}:" for name in sorted(self.roles))
        hint = f"Begin it with {sources}; or join it to the line before, or put ; in front of what is not to be heard."
        self.problems.mistake(NO_SOURCE, f"Nobody is there to say {quoted(line.text)}.", line, hint=hint)

    def _add(self, item: Item, at: Located) -> None:
        self.lost = False
        self.items.append(item)
        self.lines.append(at.place(0)[0])

    def _close(self) -> None:
        done, self.open = self.open, None
        if done is None:
            return
        self.lost = False
        body = joined(done.pieces)
        body = body.part(0)
        name, kind = done.label.name, done.label.kind
        if done.label.found.islower():
            self._lower_case(done)
        elif kind == "header" or (kind == "unknown" and self.heading and not self._near(name)):
            self._header(done, body)
        elif kind == "unknown":
            allowed = f"Allowed: {', '.join(self._sources())}. Words to speak need \\ before the colon."
            hint = did_you_mean(name, self._sources(), allowed)
            self.problems.mistake(
                UNKNOWN_SOURCE, f"{quoted(name)} is no part, cue or role of this project.", done.source, hint=hint
            )
        elif kind == "part":
            self._part(done, body)
        else:
            self._sounding(done, body)

    def _sources(self) -> list[str]:
        return [*PARTS, *CUES, *sorted(role.upper() for role in self.roles)]

    def _near(self, name: str) -> bool:
        """Whether an unknown name above the first part is more likely a slip of the pen than a header."""
        return name not in COMMON_HEADERS and bool(did_you_mean(name, self._sources()))

    def _lower_case(self, done: _Open) -> None:
        found = done.label.found
        hint = f"Write {found.upper()}: for a source, or {found}\\: for words to speak."
        self.problems.mistake(UNKNOWN_SOURCE, f"{quoted(found + ':')} may be a source or words to speak.", done.source, hint=hint)

    def _header(self, done: _Open, body: Located) -> None:
        name = done.label.name
        if not self.heading:
            hint = "Move it to the top of the script. Words to speak need \\ before the colon."
            self.problems.mistake(MISPLACED, f"{name} is a header and stands below the first part.", done.source, hint=hint)
            return
        if done.label.bracket is not None:
            self._no_bracket(done)
            return
        if name in {"SLOT", "CART"} and read_span(body.text) is None:
            hint = "Write a time such as 3:00 or :60, or a range such as 2:50-3:00, the shorter first."
            self.problems.mistake(BAD_TIME, f"{name} does not understand {quoted(body.text)}.", body, hint=hint)
        if name not in HEADERS and name not in COMMON_HEADERS:
            hint = "Headers are not spoken. Put it below INTRO: with a role of the project if it is to be heard."
            self.problems.note(OTHER_HEADER, f"{name} is kept as a header.", done.source.place(0), hint=hint, level="info")
        kept = [(i, n) for i, n in zip(self.items, self.lines, strict=True) if not isinstance(i, Blank)]
        self.items, self.lines = [i for i, _ in kept], [n for _, n in kept]
        value = " ".join(even_unescaped(body.text).split())
        self.headers.append(Header(name=name, value=value, comment=done.comment or ""))

    def _no_bracket(self, done: _Open) -> None:
        hint = "Only cues and spoken lines are for one deliverable, such as “HOST [podcast]:”."
        message = f"{done.label.name} cannot be for {quoted(f'[{done.label.bracket}]')} alone."
        self.problems.mistake(BAD_DELIVERABLE, message, done.source, hint=hint)

    def _part(self, done: _Open, body: Located) -> None:
        self.heading, self.in_part = False, True
        name = done.label.name
        if done.label.bracket is not None:
            self._no_bracket(done)
        elif body.text:
            hint = f"Leave {name}: alone on its line, and give the words a role on the next one."
            self.problems.mistake(NO_SOURCE, f"{name} opens a part; nobody is there to say {quoted(body.text)}.", body, hint=hint)
        else:
            self._add(Part(name=cast(PartName, name), comment=done.comment or ""), done.source)

    def _sounding(self, done: _Open, body: Located) -> None:
        if self.heading:
            hint = "It counts as PIECE. Put INTRO:, PIECE: or TAG: above it."
            self.problems.note(BEFORE_PARTS, "This stands above the first part.", done.source.place(0), hint=hint, level="info")
        self.heading = False
        only = _DELIVERABLES.get((done.label.bracket or "").lower(), "")
        if done.label.bracket is not None and not only:
            hint = did_you_mean(done.label.bracket, _DELIVERABLES, "Allowed: [air], [podcast].")
            message = f"{quoted(f'[{done.label.bracket}]')} is no deliverable."
            self.problems.mistake(BAD_DELIVERABLE, message, done.source, hint=hint)
        comment = done.comment or ""
        if done.label.kind == "cue":
            cue = read_cue(done.label.name, body, cast(Only, only), comment, self.problems)
            if cue is not None:
                self._add(cue, done.source)
            return
        spans = read_spans(body, self.problems)
        if not body.text:
            hint = "Put words behind the colon, or delete the line."
            message = f"{done.label.name.upper()} has nothing to say."
            self.problems.mistake(NOTHING_TO_SAY, message, done.source, hint=hint)
            return
        if all(isinstance(span, Break) for span in spans):
            message = f"This line of {done.label.name.upper()} is nothing but silence."
            self.problems.note(ONLY_SILENCE, message, done.source.place(0), hint="PAUSE: makes a silence between lines.")
        speech = Speech(role=done.label.name, spans=spans, only=cast(Only, only), comment=comment)
        ear_notes(speech, body, self.problems)
        self._add(speech, done.source)
