"""WRITE: a review and a template become an on-air script.

The review's sentences are cleaned and cut (:mod:`segment.script.material`), chosen for the slot (:mod:`segment.script.choose`)
and arranged (:mod:`segment.script.arrange`); the template says them, in a sandbox, with the bridges of the house between them.
Every bridge is marked ``; bridge`` by the template; everything else is the critic's.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Callable, Iterator
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from msgspec import Struct
from msgspec.structs import replace

from segment.errors import Cause, ScriptError, SegmentError, Where
from segment.model.house import House
from segment.model.lexicon import Lexicon
from segment.model.review import Review
from segment.script.arrange import MOST_CHAPTERS, arrange
from segment.script.brief import Brief, brief
from segment.script.cut import terse_from
from segment.script.filters import TESTS, filters
from segment.script.head import Head, head
from segment.script.lexicon.printing import with_pronouncers
from segment.script.material import Candidate, Material, material
from segment.script.plain import even
from segment.script.pool import Choice, Pool, pool
from segment.script.sandbox import ALLOWANCE, LONGEST, Sandbox, file_of, meant
from segment.script.shade import rebuilt, revealed, shaded
from segment.script.timing import text_seconds
from segment.script.uttering import NOBODY
from segment.script.write_notes import notes
from segment.script.written import Written
from segment.units import radio_span
from segment.wording import sentence

WHOLE_S = 270.0
"""Length of a script nobody gave a slot, where the review is long enough."""
_NO_CHAPTERS_S = 90.0
"""A script below which the piece has no chapters; four fifths of it are the piece."""
_MINUTE_S = 75.0
"""The longest slot that is a :60, for which sentences can be marked."""
_ROUNDS = 4
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
"""What no file can hold."""
_CRITIC = re.compile(r"^CRITIC\b", re.MULTILINE)
_NEAR = 0.012
"""Share of a length by which a choice may miss it: pauses make up for that."""
_OFF = 120.0
"""What a miss beyond that costs, for the whole length; a plain sentence is worth about 2."""
_NEARER = (0.0, -0.15, 0.15)
"""First guesses at how many words fit: other choices than the plain one may come nearer."""
_AROUND = (0.0, 0.03, -0.03, 0.06, -0.06, 0.1, -0.1)
"""Second guesses around what the first have shown."""
_FAILURES = (
    TemplateError,
    ArithmeticError,
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
    RecursionError,
    MemoryError,
    SyntaxError,
)
"""What code that a template made can raise."""


def write(
    review: Review,
    *,
    template: str,
    source: Callable[[str], str],
    house: House,
    name: str = "",
    renderer: Renderer | None = None,
    lexicon: Lexicon = NOBODY,
) -> Written:
    """The on-air script of a review.

    ``source`` gives the text of a template by name and is asked for ``template`` and for what it includes; ``name`` is the
    file to show in messages about ``template``, when it differs from the name. Names of the ``lexicon`` get their pronouncer
    where they are first spoken. A ``renderer`` that was made ready before, for the same template and language, saves compiling
    it again.

    Raises ScriptError for a review without a sentence to say and for a template that fails (file and line of the template).
    """
    read: dict[str, str] = {}

    def remembered(template: str) -> str:
        read[template] = source(template)
        return read[template]

    own = _head(template, remembered, name)
    if own.writes != "reviews":
        raise ScriptError(
            f"The template {template} writes the links of an episode, not the script of a review.",
            where=Where(file=name or file_of(template)),
            hint="It is used by segment episode.",
            cause=Cause.USAGE,
        )
    if house.slot_s is None and own.length_s is not None:
        house = replace(house, slot_s=own.length_s, slot_least_s=own.least_s)
    review = rebuilt(review, even)
    found = _material(review, house, own)
    if not found.candidates:
        raise ScriptError(
            "There is no sentence in this review that can be said.",
            where=Where(file=review.source) if review.source else None,
            hint="Look at what `segment review` makes of the page.",
        )
    renderer = renderer or Renderer(template=template, source=remembered, name=name, language=house.language)

    def heard(first: Candidate, hook: str) -> str:
        alone = arrange((first,), ending_after=-1, maker="", work="", language=house.language)
        return _CRITIC.split(renderer.render(brief(review, house, alone, hook)), maxsplit=1)[0]

    choices = pool(found, review, slot_s=house.slot_s, language=house.language, heard=heard)

    def rendered(choice: Choice) -> str:
        piece = arrange(
            choice.said,
            ending_after=found.ending_after,
            maker=choices.maker,
            work=choices.work,
            language=house.language,
            chapters=1 if choice.words * 60 / house.words_per_minute < _NO_CHAPTERS_S * 0.8 else MOST_CHAPTERS,
        )
        return renderer.render(brief(review, house, piece, choices.hook))

    text, choice, length_s = _fitted(choices, rendered, house)
    text = with_pronouncers(_with_cart(text, house), lexicon, house.language)
    return Written(
        text=text,
        findings=notes(review, found, choices, choice, house, length_s),
        templates=tuple(read),
        places=renderer.places,
    )


def _material(review: Review, house: House, own: Head) -> Material:
    """What there is to say; in a short slot that does not hold it all, without what is only added to its sentences."""
    short = house.slot_s is not None and house.slot_s <= _MINUTE_S
    made = functools.partial(
        material,
        review,
        spoilers=house.spoilers,
        evergreen=own.evergreen,
        keeping=frozenset({"keep", "60"} if short else {"keep"}),
    )
    found = made()
    longest = terse_from(house.slot_s)
    room = math.inf if house.slot_s is None else house.slot_s * house.words_per_minute / 60
    return found if longest is None or found.words <= room else made(longest=longest)


def brief_of(review: Review, house: House) -> Brief:
    """What a template would be handed of a review, all of it said: nothing is cut for a slot.

    Raises ScriptError for a review without a sentence to say.
    """
    review = rebuilt(review, even)
    found = material(review, spoilers=house.spoilers)
    if not found.candidates:
        raise ScriptError("There is no sentence in this review that can be said.")
    choices = pool(found, review, language=house.language)
    said = choices.choose(choices.words).said
    piece = arrange(said, ending_after=found.ending_after, maker=choices.maker, work=choices.work, language=house.language)
    return brief(review, house, piece, choices.hook)


def _head(template: str, source: Callable[[str], str], name: str) -> Head:
    try:
        return head(template, source)
    except ScriptError as failure:
        where = failure.where
        if where is not None and name and where.file == file_of(template):
            raise ScriptError(failure.message, where=Where(file=name, line=where.line), hint=failure.hint) from failure
        raise


def _fitted(choices: Pool, rendered: Callable[[Choice], str], house: House) -> tuple[str, Choice, float]:
    """The script whose choice comes nearest to the slot from below, that choice, and the script's length in seconds."""
    if house.aim_s is not None:
        return _aimed(choices, rendered, house, house.aim_s)
    target = WHOLE_S if house.slot_s is None else house.slot_s
    choice = choices.choose(min(choices.words, round(target * house.words_per_minute / 60)))
    text = rendered(choice)
    for attempt in range(_ROUNDS + 1):
        length_s = text_seconds(text, house.words_per_minute, language=house.language)
        over = length_s - target
        if attempt == _ROUNDS or (over <= 0 and (choice.complete or over > -0.04 * target)):
            break
        again = choices.choose(choice.words - round(over * house.words_per_minute / 60))
        if again == choice:
            break
        choice = again
        text = rendered(choice)
    return text, choice, length_s


def _aimed(choices: Pool, rendered: Callable[[Choice], str], house: House, aim_s: float) -> tuple[str, Choice, float]:
    """The script whose talk, at the paces of its voices and with a pause before each line, comes nearest to ``aim_s``."""
    found: list[tuple[float, str, Choice]] = []
    budget = round(aim_s * house.words_per_minute / 60)

    def price(tried: tuple[float, str, Choice]) -> float:
        return _OFF * max(0.0, abs(tried[0]) / aim_s - _NEAR) - tried[2].value

    for steps in (_NEARER, _AROUND):
        for step in steps:
            choice = choices.choose(max(1, min(choices.words, round(budget * (1 + step)))))
            if any(choice == before for _, _, before in found):
                continue
            text = rendered(choice)
            over = text_seconds(text, house.words_per_minute, language=house.language, paces=house.paces) - aim_s
            found.append((over, text, choice))
            if choice.complete and over <= 0:
                return text, choice, (house.slot_s or house.cart_s or aim_s) + over
        over, _, choice = min(found, key=lambda tried: abs(tried[0]))
        budget = max(1, choice.words - round(over * house.words_per_minute / 60))
    over, text, choice = min(found, key=price)
    return text, choice, (house.slot_s or house.cart_s or aim_s) + over


def _with_cart(script: str, house: House) -> str:
    """The script with its CART header, behind the other headers."""
    if house.cart_s is None:
        return script
    header = f"CART: {radio_span(house.cart_least_s or house.cart_s, house.cart_s)}"
    lines = script.split("\n")
    at = next((place for place, line in enumerate(lines) if not re.match(r"(?:SLUG|TITLE|SLOT):", line)), len(lines))
    return "\n".join([*lines[:at], header, *lines[at:]])


class Renderer:
    """A template made ready: its text is read and compiled once, however often it is rendered."""

    def __init__(self, *, template: str, source: Callable[[str], str], name: str = "", language: str = "en") -> None:
        self._template = template
        self._main = file_of(template)
        self._name = name
        self._heard: set[str] = set()
        self._sandbox = Sandbox(source, filters(language, self._heard), TESTS)
        self.places: tuple[Where | None, ...] = ()
        """For each line of the last script where it was made."""

    def render(self, given: Struct) -> str:
        """The script the template makes of a brief.

        Raises ScriptError with the template's file and line.
        """
        sandbox = self._sandbox
        sandbox.left = ALLOWANCE
        self._heard.clear()
        context = {field: shaded(getattr(given, field)) for field in given.__struct_fields__}
        try:
            text, made = sandbox.map.read(_tidy(revealed("".join(self._parts(context)))))
            self.places = tuple(self._place(sandbox.map.places[at]) if at >= 0 else None for at in made)
            return text
        except SegmentError as failure:
            if failure.where is not None:
                raise
            where = _where(failure, sandbox, self._main, self._name)
            raise ScriptError(failure.message, where=where, hint=failure.hint, cause=failure.cause) from failure
        except _FAILURES as failure:
            where = _where(failure, sandbox, self._main, self._name)
            raise ScriptError(sentence(_told(failure, context, sandbox)), where=where) from failure

    def _place(self, where: Where) -> Where:
        return Where(file=self._name, line=where.line) if self._name and where.file == self._main else where

    def _parts(self, context: dict[str, Any]) -> Iterator[str]:
        length = 0
        for part in self._sandbox.get_template(self._template).generate(context):
            length += len(part)
            if length > LONGEST:
                raise ScriptError(f"This template makes a script of more than {LONGEST} characters.")
            yield part


def _tidy(script: str) -> str:
    """No white space at line ends, no two blank lines together, one line feed at the end."""
    lines = "\n".join(line.rstrip() for line in _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", script).strip().splitlines())
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


def _told(failure: Exception, context: dict[str, Any], sandbox: Sandbox) -> str:
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
