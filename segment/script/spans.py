"""The inside of a spoken line: words, silences, stress, pronouncers and marks. One pass, no going back.

White space of any kind becomes one space; what is no mark is text, its quotation marks and dashes made even.
"""

from __future__ import annotations

import re
from typing import Literal, cast

from segment.model.script import Break, Marked, Pronounced, Span, Stress, Text
from segment.script.escapes import escapable
from segment.script.lines import Located
from segment.script.marks import ALLOWED, KEYS, Mark, beat_ms, read_mark
from segment.script.problems import BAD_MARK, BRACKETS, Problems
from segment.script.pronouncer import covered, respelling
from segment.script.typography import even, even_unescaped
from segment.wording import did_you_mean, quoted

_SPECIAL = re.compile(r"[\\\[(+]")
_STRESS_ENDS = re.compile(r"\\.|[+\[\]()]", re.DOTALL)
_LONGEST_STRESS = 300


def read_spans(body: Located, problems: Problems) -> tuple[Span, ...]:
    """The spans of a spoken line's text, mistakes and notes put into ``problems``."""
    return _Reader(body, problems).spans()


class _Literal(str):
    """Characters behind a back-slash, and others that are to stay as they are."""


class _Reader:
    def __init__(self, body: Located, problems: Problems) -> None:
        self.body = body
        self.text = body.text
        self.problems = problems
        self.closing = _pairs(self.text)
        self.found: list[Span] = []
        self.words: list[str] = []

    def spans(self) -> tuple[Span, ...]:
        at = 0
        while (special := _SPECIAL.search(self.text, at)) is not None:
            self.words.append(self.text[at : special.start()])
            at = special.start()
            match self.text[at]:
                case "\\":
                    at = self._escape(at)
                case "[":
                    at = self._mark(at)
                case "(":
                    at = self._bracket(at)
                case _:
                    at = self._stress(at)
        self.words.append(self.text[at:])
        self._end_text()
        return _trimmed(self.found)

    def _add(self, span: Span) -> None:
        self._end_text()
        self.found.append(span)

    def _end_text(self) -> None:
        text = _single_spaced(self._words())
        self.words = []
        if text:
            self.found.append(Text(text=text))

    def _words(self) -> str:
        """The words since the last mark, made even but for what a back-slash keeps."""
        made = ""
        before = self._before()
        for words in self.words:
            made += words if isinstance(words, _Literal) else even(words, (made or before)[-1:])
        return made

    def _before(self) -> str:
        """What the words since the last mark stand behind."""
        last = self.found[-1] if self.found else None
        return "" if last is None or isinstance(last, Break) else last.text

    def _escape(self, at: int) -> int:
        following = self.text[at + 1 : at + 2]
        literal = following if following and escapable(following) else self.text[at : at + 2]
        self.words.append(_Literal(literal) if len(literal) == 1 else literal)
        return at + 2

    def _mark(self, at: int) -> int:
        mark = read_mark(self.text, at)
        if mark is None:
            self.problems.mistake(BAD_MARK, "A bracket that opens here is not closed.", self.body, offset=at, hint=ALLOWED)
            return at + 1
        ms = mark.milliseconds()
        if ms is None or mark.several:
            self._bad_mark(mark, at)
        else:
            self._add(Break(ms=ms))
        return mark.stop

    def _bad_mark(self, mark: Mark, at: int) -> None:
        if mark.several and mark.key in KEYS:
            message = f"{quoted(f'[{mark.inner}]')} has more than one key."
        elif mark.key in KEYS:
            message = f"{quoted(f'[{mark.inner}]')} does not stand right behind its text in round brackets."
        else:
            message = f"{quoted(f'[{mark.inner}]')} is no mark that is known here."
        known = ("break", *KEYS)
        hint = did_you_mean(mark.key, known, ALLOWED) if mark.key and mark.key not in known else ALLOWED
        self.problems.mistake(BAD_MARK, message, self.body, offset=at, hint=hint)

    def _bracket(self, at: int) -> int:
        end = self.closing.get(at)
        if end is None:
            self.words.append("(")
            return at + 1
        inner = self.text[at + 1 : end]
        if self.text[end + 1 : end + 2] == "[" and (mark := read_mark(self.text, end + 1)) and mark.key not in {"", "break"}:
            return self._marked(inner, mark, at)
        if (beat := beat_ms(inner)) is not None:
            self._add(Break(ms=beat))
            return end + 1
        respelled = respelling(inner)
        if respelled is not None and self._pronounced(respelled):
            return end + 1
        if respelled is not None and "-" in respelled:
            self._end_text()
            hint = 'A pronouncer stands right behind plain words; elsewhere write (text)[say:"…"], or \\( for a bracket.'
            self.problems.mistake(
                BAD_MARK, f"Nothing stands before the pronouncer {quoted(inner)}.", self.body, offset=at, hint=hint
            )
            return end + 1
        hint = "Say it with commas, or leave it out. A pronouncer has its stressed syllable in capitals: (koh-tee-YAR)."
        place = self.body.place(at)
        self.problems.note(
            BRACKETS, f"{quoted(f'({inner})')}: brackets are not read aloud, the words in them are.", place, hint=hint
        )
        self.words.append("(")
        return at + 1

    def _marked(self, inner: str, mark: Mark, at: int) -> int:
        text = " ".join(even_unescaped(inner).split())
        if mark.several or mark.key not in KEYS or not text or not mark.value:
            self._bad_mark(mark, at)
        else:
            key = cast('Literal["sub", "say", "ipa", "lang"]', mark.key)
            self._add(Marked(text=text, key=key, value=mark.value))
        return mark.stop

    def _pronounced(self, respelled: str) -> bool:
        before = _single_spaced(self._words()).rstrip()
        start = covered(before, respelled)
        named = any(char.isupper() for char in before[start:].rpartition(" ")[2])
        if start == len(before) or not (named or "-" in respelled):
            return False
        self.words = [_Literal(before[:start])]
        self._add(Pronounced(text=before[start:], respelling=respelled))
        return True

    def _stress(self, at: int) -> int:
        """``+text+``, ``++text++``, or a plus sign: one that stands inside a word, before a space, or is not closed."""
        level = 2 if self.text.startswith("++", at) else 1
        start = at + level
        before = self.text[at - 1 : at] if at else ""
        ends = _STRESS_ENDS.finditer(self.text, start, start + _LONGEST_STRESS)
        end = next((m.start() for m in ends if m[0][0] != "\\"), start)
        if not before.isalnum() and end > start and self.text.startswith("+" * level, end):
            inner, after = self.text[start:end], self.text[end + level : end + level + 1]
            if not (inner[0].isspace() or inner[-1].isspace() or after.isalnum() or after == "+"):
                self._add(Stress(text=_single_spaced(even_unescaped(inner)), level=level))
                return end + level
        self.words.append("+" * level)
        return start


def _single_spaced(text: str) -> str:
    """The text with each run of white space, of any kind, as one space; one is kept at either end."""
    middle = " ".join(text.split())
    if not middle:
        return " " if text else ""
    return " " * text[0].isspace() + middle + " " * text[-1].isspace()


def _trimmed(spans: list[Span]) -> tuple[Span, ...]:
    """Without white space at the two ends of the line."""
    if spans and isinstance(first := spans[0], Text):
        spans[0] = Text(text=first.text.lstrip())
    if spans and isinstance(last := spans[-1], Text):
        spans[-1] = Text(text=last.text.rstrip())
    return tuple(span for span in spans if not (isinstance(span, Text) and not span.text))


def _pairs(text: str) -> dict[int, int]:
    """For every opening round bracket that is closed, where; escaped ones don't count."""
    waiting: list[int] = []
    closing: dict[int, int] = {}
    at = 0
    while at < len(text):
        if text[at] == "\\":
            at += 1
        elif text[at] == "(":
            waiting.append(at)
        elif text[at] == ")" and waiting:
            closing[waiting.pop()] = at
        at += 1
    return closing
