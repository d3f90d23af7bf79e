"""WRITE: a review and a template become an on-air script.

The review's sentences are cleaned and cut (:mod:`segment.script.material`), chosen for the slot (:mod:`segment.script.choose`)
and arranged (:mod:`segment.script.arrange`); the template says them, in a sandbox, with the bridges of the house between them.
Every bridge is marked ``; bridge`` by the template; everything else is the critic's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from msgspec import Struct

from segment.errors import Cause, ScriptError, SegmentError, Where
from segment.model.finding import Finding
from segment.model.house import House
from segment.model.review import Review
from segment.script.arrange import MOST_CHAPTERS, arrange
from segment.script.brief import Brief, brief
from segment.script.choosing import Choice, Pool, pool
from segment.script.filters import FILTERS
from segment.script.length import seconds
from segment.script.material import material
from segment.script.sandbox import LONGEST, Sandbox, file_of, meant
from segment.script.shade import revealed, shaded
from segment.script.write_notes import notes

WHOLE_S = 270.0
"""Length of a script nobody gave a slot, where the review is long enough."""
_NO_CHAPTERS_S = 90.0
"""A script below which the piece has no chapters; four fifths of it are the piece."""
_ROUNDS = 4


class Written(Struct, frozen=True, kw_only=True):
    """A script as text, and what was cut on the way to it."""

    text: str
    findings: tuple[Finding, ...] = ()


def write(review: Review, *, template: str, source: Callable[[str], str], house: House, name: str = "") -> Written:
    """The on-air script of a review.

    ``source`` gives the text of a template by name and is asked for ``template`` and for what it includes; ``name`` is the
    file to show in messages about ``template``, when it differs from the name.

    Raises ScriptError for a review without a sentence to say and for a template that fails (file and line of the template).
    """
    found = material(review, spoilers=house.spoilers)
    if not found.candidates:
        raise ScriptError(
            "there is no sentence in this review that can be said",
            where=Where(file=review.source) if review.source else None,
            hint="Look at what `segment review` makes of the page.",
        )
    choices = pool(found, review)

    def rendered(choice: Choice) -> str:
        piece = arrange(
            choice.said,
            ending_after=found.ending_after,
            maker=choices.maker,
            work=choices.work,
            chapters=1 if choice.words * 60 / house.words_per_minute < _NO_CHAPTERS_S * 0.8 else MOST_CHAPTERS,
        )
        return render(brief(review, house, piece, choices.hook), template=template, source=source, name=name)

    text, choice = _fitted(choices, rendered, house)
    return Written(text=text, findings=notes(review, found, choices, choice, house, _seconds(text, house)))


def _fitted(choices: Pool, rendered: Callable[[Choice], str], house: House) -> tuple[str, Choice]:
    """The script whose choice comes nearest to the slot from below, and that choice."""
    target = WHOLE_S if house.slot_s is None else house.slot_s
    choice = choices.choose(min(choices.words, round(target * house.words_per_minute / 60)))
    text = rendered(choice)
    for _ in range(_ROUNDS):
        over = _seconds(text, house) - target
        if over <= 0 and (choice.complete or over > -0.04 * target):
            break
        budget = choice.words - round(over * house.words_per_minute / 60)
        again = choices.choose(budget)
        if again == choice:
            break
        choice = again
        text = rendered(choice)
    return text, choice


def _seconds(text: str, house: House) -> float:
    return seconds(text, house.words_per_minute, language=house.language)


def render(given: Brief, *, template: str, source: Callable[[str], str], name: str = "") -> str:
    """The script a template makes of a brief.

    Raises ScriptError with the template's file and line.
    """
    sandbox = Sandbox(source, FILTERS)
    context = {field: shaded(getattr(given, field)) for field in given.__struct_fields__}
    main = file_of(template)
    try:
        parts: list[str] = []
        length = 0
        for part in sandbox.get_template(template).generate(context):
            parts.append(part)
            length += len(part)
            if length > LONGEST:
                raise ScriptError(
                    f"this template makes a script of more than {LONGEST} characters", where=Where(file=name or main)
                )
        return _tidy(revealed("".join(parts)))
    except SegmentError as failure:
        if failure.where is not None:
            raise
        raise ScriptError(
            failure.message, where=_where(failure, sandbox, main, name), hint=failure.hint, cause=failure.cause
        ) from failure
    except (
        TemplateError,
        ArithmeticError,
        LookupError,
        TypeError,
        ValueError,
        RecursionError,
        MemoryError,
        SyntaxError,
    ) as failure:
        raise ScriptError(
            _sentence(failure, context, sandbox), where=_where(failure, sandbox, main, name), cause=Cause.MATERIAL
        ) from failure


def _tidy(script: str) -> str:
    """No white space at line ends, no two blank lines together, one line feed at the end."""
    lines = "\n".join(line.rstrip() for line in script.strip().splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines) + "\n"


def _where(failure: BaseException, sandbox: Sandbox, main: str, name: str) -> Where:
    """The template and line a failure came from: the innermost frame that is a template's."""
    file, line = main, 0
    if isinstance(failure, TemplateSyntaxError):
        file, line = failure.filename or failure.name or main, failure.lineno
    elif not isinstance(failure, SyntaxError):
        trace = failure.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename in sandbox.loaded:
                file, line = trace.tb_frame.f_code.co_filename, trace.tb_lineno
            trace = trace.tb_next
    return Where(file=name if name and file == main else file, line=line)


def _sentence(failure: Exception, context: dict[str, Any], sandbox: Sandbox) -> str:
    text = str(failure.args[0]) if failure.args else ""
    if isinstance(failure, RecursionError):
        return "this template calls itself without end"
    if isinstance(failure, MemoryError):
        return "this template asks for more memory than a script can need"
    if isinstance(failure, SecurityError):
        return f"a template may not do that: {text}"
    if isinstance(failure, UndefinedError):
        unknown = re.fullmatch(r"there is nothing called '(\w+)'", text)
        return text + meant(unknown[1], [*context, *sandbox.globals]) if unknown else text
    if isinstance(failure, TemplateSyntaxError):
        unknown = re.match(r"No filter named '(\w+)'", failure.message or "")
        if unknown:
            return f"there is no filter called {unknown[1]!r}{meant(unknown[1], sandbox.filters)}"
        return f"this is not a template: {failure.message}"
    if isinstance(failure, TemplateError):
        return failure.message or text
    return f"the template fails: {text or type(failure).__name__}"
