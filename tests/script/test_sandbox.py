"""Templates in the sandbox: what they cannot do, that they end, and what is said when they fail."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

import pytest

from segment.errors import Cause, ScriptError
from segment.model.house import House
from segment.model.review import Review
from segment.script import write

Try = Callable[..., str]


@pytest.fixture
def run(reviews: dict[str, Review]) -> Try:
    """Renders a template's text against the film review; further templates by name."""

    def tried(text: str, **others: str) -> str:
        texts: Mapping[str, str] = {"mine": text, **others}

        def source(name: str) -> str:
            stem = name.removesuffix(".j2")
            if stem not in texts:
                raise ScriptError(f"there is no template called {name!r}", hint="Did you mean mine?", cause=Cause.MISSING)
            return texts[stem]

        return write(reviews["film"], template="mine", source=source, house=House(show="Reel")).text

    return tried


TWINS = (
    "{% set n = namespace(x=[1], y=[1]) %}"
    "{% for i in range(60) %}{% set n.x = [n.x, n.x] %}{% set n.y = [n.y, n.y] %}{% endfor %}"
)
"""Two lists of sixty lists, each of which holds the one before twice."""
ENDLESS = {
    "nested ranges": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "three ranges": "{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}"
    "{% endfor %}{% endfor %}{% endfor %}",
    "long text in a loop": "{% for a in range(9999) %}" + "HOST: Hello, and welcome. " * 40 + "{% endfor %}",
    "a macro of itself": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "a macro of itself, twice": "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "an include of itself": "{% include 'mine' %}",
    "an import of itself": "{% import 'mine' as m %}",
    "an inheritance of itself": "{% extends 'mine' %}",
    "doubling by ~": "{% set n = namespace(x='ha') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "doubling by +": "{% set n = namespace(x='ha') %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "doubling a list": "{% set n = namespace(x=[1]) %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "doubling by a block": "{% set n = namespace(x='ha') %}{% for i in range(60) %}{% set y %}{{ n.x }}{{ n.x }}{% endset %}"
    "{% set n.x = y %}{% endfor %}",
    "doubling by join": "{% set n = namespace(x='ha') %}{% for i in range(60) %}{% set n.x = [n.x, n.x]|join(n.x) %}{% endfor %}",
    "growth by replace": "{% set n = namespace(x='aa') %}{% for i in range(60) %}"
    "{% set n.x = n.x|replace('a', n.x) %}{% endfor %}",
    "times": "{{ 'ha' * 1000000000 }}",
    "a list, times": "{{ ([1] * 1000000000)|length }}",
    "power": "{{ 9 ** 9 ** 9 }}",
    "squares": "{% set n = namespace(x=9) %}{% for i in range(60) %}{% set n.x = n.x * n.x %}{% endfor %}",
    "a wide format": "{{ '%1000000000d' % 1 }}",
    "a wide method": "{{ 'x'.ljust(1000000000) }}",
    "a wide str.format": "{{ '{:>1000000000}'.format(1) }}",
    "filters over ranges": "{% for a in range(9999) %}{{ range(9999)|map('string')|join }}{% endfor %}",
    "sums over ranges": "{% for a in range(9999) %}{% if range(9999)|sum %}{% endif %}{% endfor %}",
    "a recursive loop": "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "a batch, filled up": "{{ [1]|batch(100000000, 'x')|list|length }}",
    "a slice, cut up": "{{ [1]|slice(100000000)|list|length }}",
    "a long rounding": "{{ 1.5|round(10000000) }}",
    "lists of themselves, printed": f"{TWINS}{{{{ n.x|string }}}}",
    "lists of themselves, joined": f"{TWINS}{{{{ n.x|join }}}}",
    "lists of themselves, compared": f"{TWINS}{{{{ 'x' if n.x == n.y }}}}",
    "lists of themselves, found": f"{TWINS}{{{{ 'x' if n.x in [n.y] }}}}",
    "tables of themselves": "{% set n = namespace(x=1) %}{% for i in range(60) %}{% set n.x = dict(a=n.x, b=n.x) %}{% endfor %}",
    "lists by +": "{% set n = namespace(x=[1]) %}{% for i in range(60) %}{% set n.x = n.x|batch(9)|list + n.x|batch(9)|list %}"
    "{% endfor %}{{ n.x|string }}",
    "long texts, compared": "{% set x = 'x' * 199999 %}{% set y = 'x' * 199998 ~ 'z' %}"
    "{% for i in range(9999) %}{% for j in range(9) %}{% if x < y %}{% endif %}{% endfor %}{% endfor %}",
    "long texts, searched": "{% set x = 'a' * 99999 %}{% set y = 'a' * 50000 ~ 'b' %}"
    "{% for i in range(9999) %}{% for j in range(9) %}{% if x.count(y) %}{% endif %}{% endfor %}{% endfor %}",
    "long texts, cut": "{% set x = 'a' * 199999 %}"
    "{% for i in range(9999) %}{% for j in range(9) %}{% set y = x[1:] %}{% endfor %}{% endfor %}",
    "tags without end": "{% if review %}{% endif %}" * 9999,
    "a long range": "{% for a in range(10 ** 9) %}{% endfor %}",
}


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS.keys())
def test_no_template_runs_for_ever(run: Try, text: str) -> None:
    """A template that loops, recurses or swells without end is stopped with a sentence, in seconds and without much memory."""
    began = time.process_time()
    with pytest.raises(ScriptError) as failed:
        run(text)
    assert time.process_time() - began < 4
    assert failed.value.where is not None
    assert failed.value.where.file == "mine.j2"
    assert "Traceback" not in str(failed.value)


FORBIDDEN = {
    "a file": "{{ open('/etc/hostname') }}",
    "a file, by class": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "a file, by function": "{{ write.__globals__ }}",
    "a class by attr": "{{ ''|attr('__class__') }}",
    "a class by map": "{{ [review]|map(attribute='__class__')|list }}",
    "the environment": "{{ self._TemplateReference__context.environment }}",
    "the parent": "{{ cycler.__init__.__globals__.os }}",
    "a macro's code": "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    "imports": "{{ __import__('os') }}",
    "a change to the review": "{% set review.title = 'Mine' %}",
    "a change to a list": "{{ review.cast.append(1) }}",
    "a change to a table": "{% set d = dict(a=1) %}{{ d.update(b=2) }}",
    "a change by setattr": "{{ review.__setattr__('title', 'x') }}",
    "a template from a path": "{% include '../../etc/passwd' %}",
}


@pytest.mark.parametrize("text", FORBIDDEN.values(), ids=FORBIDDEN.keys())
def test_a_template_reaches_nothing_and_changes_nothing(run: Try, text: str) -> None:
    """No file, no import, no inside of Python, no change to what it was given: each try is an error with its place."""
    with pytest.raises(ScriptError) as failed:
        run(f"HOST: one.\n{text}")
    assert failed.value.where is not None
    assert (failed.value.where.file, failed.value.where.line) == ("mine.j2", 2)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{{ piec.closing }}", "nothing called 'piec'; did you mean piece?"),
        ("{{ work.titel }}", "Work has no field 'titel'; did you mean title?"),
        ("{{ critic.nane }}", "Critic has no field 'nane'; did you mean name?"),
        ("{{ work.title|uper }}", "no filter called 'uper'; did you mean upper?"),
        ("{% if work.title is filmed %}x{% endif %}", "filmed"),
        ("{% include 'hous' %}", "no template called 'hous'"),
        ("{% for a in work %}{% endfor %}", "not iterable"),
        ("{% if %}", "not a template"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{{ work }}", "work cannot be said"),
        ("{{ review.cast }}", "A list cannot be said"),
        ("{{ none }}", "Nothing cannot be said"),
        ("{{ 'a' + 1 }}", "The template fails"),
        ("{{ work.title.titel }}", "has no 'titel'"),
    ],
)
def test_a_failure_names_the_line(run: Try, line: str, said: str) -> None:
    """A mistake in a template is a sentence with the template's file and line, and the nearest name that exists."""
    with pytest.raises(ScriptError) as failed:
        run(f"HOST: one.\n\n{line}\nHOST: two.")
    assert said in failed.value.message
    assert failed.value.where is not None
    assert (failed.value.where.file, failed.value.where.line) == ("mine.j2", 3)


def test_nothing_but_text_is_printed_by_a_filter(run: Try) -> None:
    """A list or a macro is not text: a filter that would print it says so."""
    for tried in ("{{ [1, 2]|upper }}", "{{ review|string }}", "{{ [[1]]|join }}", "{% macro m() %}{% endmacro %}{{ m|title }}"):
        with pytest.raises(ScriptError, match="is no text"):
            run(tried)


def test_a_script_can_always_be_kept(run: Try) -> None:
    """Half a character from a template does not reach the script."""
    assert run("HOST: a{{ '\\ud800' }}b\n").startswith("HOST: a\N{REPLACEMENT CHARACTER}b")


def test_a_failure_in_a_part_names_the_part(run: Try) -> None:
    """The place is where the mistake stands, not where the part was asked for."""
    with pytest.raises(ScriptError) as failed:
        run(
            "{% import 'house' as say with context %}\nHOST: {{ say.hello() }}",
            house="{# one #}\n{% macro hello() %}\n{{ nobody }}\n{% endmacro %}",
        )
    assert str(failed.value.where) == "house.j2:3"


def test_the_shown_name_is_the_callers(reviews: dict[str, Review]) -> None:
    """Messages about the template show the file that the caller knows it by."""
    with pytest.raises(ScriptError) as failed:
        write(reviews["film"], template="mine", source=lambda name: "{{ nobody }}", house=House(), name="shows/scripts/mine.j2")
    assert str(failed.value.where) == "shows/scripts/mine.j2:1"


def test_a_missing_part_keeps_its_cause(run: Try) -> None:
    """An unknown template stays a missing thing for the exit code, with the line that asked for it."""
    with pytest.raises(ScriptError) as failed:
        run("HOST: one.\n{% include 'hous' %}")
    assert failed.value.cause is Cause.MISSING
    assert str(failed.value.where) == "mine.j2:2"


def test_a_script_that_is_too_long_is_stopped(run: Try) -> None:
    """Output is bounded."""
    with pytest.raises(ScriptError, match="200000 characters"):
        run("{% for a in range(6000) %}HOST: one two three four five six seven eight nine ten.\n{% endfor %}")


def test_what_writers_need_works(run: Try) -> None:
    """Macros, blocks, joins, slices, tests and the house's own filters do what they say."""
    template = (
        "{% macro hi(who) %}Hello, {{ who }}.{% endmacro %}"
        "{% set both = review.cast|map(attribute='actor')|list_and %}"
        "HOST: {{ hi(both) ~ ' ' ~ hi(critic.name|first_name) }} {{ 'x' if false }}{{ [1, 2, 3]|join('-') }}\n"
        "{% for member in review.cast if member.role %}HOST: {{ loop.index }} {{ member.role|upper }}\n{% endfor %}"
        "HOST: {{ (review.sections[2].paragraphs[0])|trim_to(15) }} {{ 'one two'|words }} {{ 'the end'|opening }}"
    )
    assert run(template) == (
        "HOST: Hello, Ruth Adeyemi and Tom Vasquez. Hello, Hanna. 1-2-3\n"
        "HOST: 1 NELL\nHOST: 2 PIET\n"
        "HOST: Nell \\(Adeyemi\\) and Piet \\(Tom Vasquez\\) share a boat and not much else. She steers. 2 The end\n"
    )
