"""The room a template runs in: it sees the review and nothing else, changes nothing, and always comes to an end.

Jinja2's own sandbox keeps a template away from Python's insides. Added here: a template is compiled with a meter in every loop,
macro and block, which spends from a fixed allowance (counted in steps and characters, not in seconds, so that the same template
always ends the same way); the few operations that can make much out of little (``*``, ``**``, ``+``, ``%``, ``~``, joining and
replacing) look at what they are about to make; strings and lists have only the methods a writer needs.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, TemplateRuntimeError, Undefined, nodes
from jinja2.filters import FILTERS
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from jinja2.visitor import NodeTransformer
from msgspec import Struct

from segment.script.source_map import SourceMap
from segment.wording import did_you_mean

ALLOWANCE = 2_000_000
"""Steps and characters a template may spend; a script of an hour takes a tenth of it."""
LONGEST = 200_000
"""Characters a script, or any text on the way to it, may have."""
LONGEST_RANGE = 10_000
DEEPEST = 12
"""Lists inside lists."""
_WEIGHT = 10
"""Characters that are compared or cut in the time of one that is written."""
_MOST_TAGS = 5_000
"""A template with more takes too long to be made ready; the largest built-in one has a twentieth of it."""
_STEP = 20
"""What one turn of a loop or one call costs, in characters."""

_FILTERS = (
    "abs capitalize d default dictsort first float groupby int items last length count list lower map max min reject rejectattr "
    "reverse select selectattr sort string sum title trim unique upper wordcount"
)
_COUNTING = "batch round slice truncate"
"""Filters that are told how many: they make that many, or count so far."""
_OF_TEXT = "capitalize lower string title trim truncate upper wordcount"
"""Filters that would print whatever they are given."""
_STRING_METHODS = (
    "capitalize casefold count endswith find isalpha isdigit islower istitle isupper lower lstrip partition removeprefix "
    "removesuffix rpartition rsplit rstrip split startswith strip swapcase title upper"
)
_LIST_METHODS = "count index items keys values get"


class Missing(StrictUndefined):
    """A name or field that is not there; the message offers the nearest one that is."""

    @property
    def _undefined_message(self) -> str:
        name = str(self._undefined_name)
        if self._undefined_hint:
            return self._undefined_hint
        owner = self._undefined_obj
        if isinstance(owner, Struct):
            return f"{type(owner).__name__.lower()} has no field {name!r}{meant(name, owner.__struct_fields__)}"
        if isinstance(owner, Mapping):
            return f"there is no {name!r} here{meant(name, map(str, owner))}"
        if owner is missing:
            return f"there is nothing called {name!r}"
        return f"{_called(owner)} has no {name!r}"


def meant(name: str, names: Iterable[str]) -> str:
    """``; did you mean …?`` with the nearest of the names, or nothing."""
    near = did_you_mean(name, names)
    return f"; {near[0].lower()}{near[1:]}" if near else ""


class _Metered(NodeTransformer):
    """Puts the meter into a template's tree, and sends ``~`` through a function that looks at lengths."""

    def visit_For(self, node: Any) -> nodes.Node:
        self.generic_visit(node)
        literal = sum(len(data.data) for data in node.find_all(nodes.TemplateData))
        step = nodes.ExprStmt(_call("spend", [nodes.Const(_STEP + literal)], node.lineno), lineno=node.lineno)
        node.body.insert(0, step)
        metered: nodes.Node = node
        return metered

    visit_Macro = visit_CallBlock = visit_Block = visit_Template = visit_For

    def visit_Assign(self, node: nodes.Assign) -> Any:
        # A step of its own before it, so that a refused assignment is reported on its own line.
        self.generic_visit(node)
        return [nodes.ExprStmt(_call("spend", [nodes.Const(_STEP)], node.lineno), lineno=node.lineno), node]

    def visit_List(self, node: Any) -> nodes.Node:
        self.generic_visit(node)
        return node if getattr(node, "ctx", "load") != "load" else _call("held", [node], node.lineno)

    visit_Tuple = visit_Dict = visit_List

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:
        self.generic_visit(node)
        node.expr = _call("weighed", [node.expr], node.lineno)
        for operand in node.ops:
            operand.expr = _call("weighed", [operand.expr], node.lineno)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:
        self.generic_visit(node)
        if isinstance(node.arg, nodes.Slice):
            node.node = _call("weighed", [node.node], node.lineno)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        self.generic_visit(node)
        return _call("joined", node.nodes, node.lineno)


def _call(name: str, arguments: list[nodes.Expr], line: int) -> nodes.Call:
    return nodes.Call(nodes.EnvironmentAttribute(name), arguments, [], None, None, lineno=line)


class Sandbox(ImmutableSandboxedEnvironment):
    """A Jinja2 environment for one rendering: ``source`` gives a template's text by name, ``filters`` and ``tests`` are
    the house's own.
    """

    intercepted_binops = frozenset({"*", "**", "+", "%"})

    def __init__(
        self,
        source: Callable[[str], str],
        filters: Mapping[str, Callable[..., Any]],
        tests: Mapping[str, Callable[..., Any]] | None = None,
    ) -> None:
        self.left = ALLOWANCE
        self.loaded: set[str] = set()
        self.map = SourceMap()

        def load(name: str) -> tuple[str, str, Callable[[], bool]]:
            text = source(name)
            self.spend(len(text))
            if text.count("{%") + text.count("{{") > _MOST_TAGS:
                raise TemplateRuntimeError(f"a template may have {_MOST_TAGS} tags, and {name} has more")
            file = file_of(name)
            self.loaded.add(file)
            return self.map.marked(text, file), file, lambda: True

        super().__init__(
            loader=FunctionLoader(load),
            undefined=Missing,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            finalize=self.said,
        )
        built_in = {name: FILTERS[name] for name in _FILTERS.split()}
        built_in |= {name: _counting(FILTERS[name]) for name in _COUNTING.split()}
        built_in |= {name: _of_text(built_in[name]) for name in _OF_TEXT.split()}
        own = {"join": _join, "replace": _replace, **filters}
        self.filters = {name: self._charged(made) for name, made in {**built_in, **own}.items()}
        self.tests = {**self.tests, **(tests or {})}
        self.globals = {"range": self.counted, "namespace": self.globals["namespace"], "dict": self.table}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree: nodes.Template = _Metered().visit(super()._parse(source, name, filename))
        return tree

    def spend(self, amount: int) -> str:
        """Take from the allowance; raises TemplateRuntimeError when nothing is left."""
        self.left -= amount
        if self.left < 0:
            raise TemplateRuntimeError("this template does not come to an end: it has used up what the longest script could need")
        return ""

    def said(self, value: Any) -> Any:
        """What ``{{ … }}`` prints: text or a number, nothing else by accident."""
        if isinstance(value, Missing):
            return value
        if isinstance(value, Undefined):
            # An inline "if" without "else" that was not true.
            return ""
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise TemplateRuntimeError(f"{_called(value)} cannot be said; print one of its fields, or loop over it")
        self.spend(len(value) if isinstance(value, str) else 1)
        return value

    def joined(self, *parts: Any) -> str:
        """``a ~ b``."""
        return self._bounded("".join(str(self.said(part)) for part in parts))

    def held(self, value: Any) -> Any:
        """A list or table, looked through: one that holds itself many times over has no end for whoever compares or prints it."""
        left = [(value, 0)]
        size = 0
        while left:
            one, depth = left.pop()
            size += len(one) + 1 if isinstance(one, str) else 1
            if depth > DEEPEST or size > LONGEST:
                raise TemplateRuntimeError(f"a list may be {DEEPEST} lists deep, and hold no more than {LONGEST} characters")
            if isinstance(one, dict):
                left += [(inside, depth + 1) for pair in one.items() for inside in pair]
            elif isinstance(one, list | tuple):
                left += [(inside, depth + 1) for inside in one]
        self.spend(size)
        return value

    def table(self, *pairs: Any, **named: Any) -> dict[Any, Any]:
        """``dict``, looked through."""
        made: dict[Any, Any] = self.held(dict(*pairs, **named))
        return made

    def weighed(self, value: Any) -> Any:
        """What is compared or sliced, which takes as long as it is long."""
        if isinstance(value, str | list | tuple | dict):
            self.spend(len(value) // _WEIGHT)
        return value

    def counted(self, *bounds: int) -> range:
        """``range`` with an end in sight."""
        numbers = range(*bounds)
        if len(numbers) > LONGEST_RANGE:
            raise TemplateRuntimeError(f"a range may have {LONGEST_RANGE} numbers, not {len(numbers)}")
        return numbers

    def call(self, context: Context, function: Any, /, *arguments: Any, **named: Any) -> Any:
        """Every call a template makes is a step."""
        self.spend(_STEP)
        for given in (getattr(function, "__self__", None), *arguments):
            self.weighed(given)
        return super().call(context, function, *arguments, **named)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic, refused where a little could become very much."""
        sizes = [len(side) for side in (left, right) if isinstance(side, str | list | tuple)]
        numbers = [abs(side) for side in (left, right) if isinstance(side, int | float)]
        if operator == "%" and isinstance(left, str):
            raise TemplateRuntimeError("a text cannot be filled in with %; use ~ to join its parts")
        if operator == "**" or any(number > 1e12 for number in numbers):
            raise TemplateRuntimeError("that number is too large for a script")
        if operator == "*" and sizes and sizes[0] * max(numbers, default=1) > LONGEST:
            raise TemplateRuntimeError(f"that would be longer than {LONGEST} characters")
        if operator == "+" and sum(sizes) > LONGEST:
            raise TemplateRuntimeError(f"that would be longer than {LONGEST} characters")
        self.spend(sum(sizes))
        made = super().call_binop(context, operator, left, right)
        return self.held(made) if isinstance(made, list | tuple) else made

    def wrap_str_format(self, value: Any) -> None:
        """No ``str.format``: a width in it could ask for any amount of memory."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Fields of values, the listed methods of text and lists, and what Jinja2 itself offers inside loops and macros."""
        if not super().is_safe_attribute(obj, attr, value):
            return False
        if isinstance(obj, str):
            return attr in _STRING_METHODS.split()
        if isinstance(obj, list | tuple | dict | range):
            return attr in _LIST_METHODS.split()
        if isinstance(obj, Struct):
            return not callable(value)
        return type(obj).__module__.startswith("jinja2.")

    def _bounded(self, text: str) -> str:
        if len(text) > LONGEST:
            raise TemplateRuntimeError(f"a text of more than {LONGEST} characters was made")
        return text

    def _charged(self, made: Callable[..., Any]) -> Callable[..., Any]:
        """A filter that costs what its material is long, and cannot make a text beyond all bounds."""

        @functools.wraps(made)
        def filtered(*arguments: Any, **named: Any) -> Any:
            self.spend(1 + sum(len(given) for given in arguments[:2] if isinstance(given, str | list | tuple | range | dict)))
            result = made(*arguments, **named)
            if isinstance(result, list | tuple | dict):
                return self.held(result)
            return self._bounded(result) if isinstance(result, str) else result

        return filtered


def _of_text(made: Callable[..., Any]) -> Callable[..., Any]:
    """A filter for text and numbers alone."""

    first = 1 if hasattr(made, "jinja_pass_arg") else 0

    @functools.wraps(made)
    def texted(*arguments: Any, **named: Any) -> Any:
        _text_of(arguments[first])
        return made(*arguments, **named)

    return texted


def _counting(made: Callable[..., Any]) -> Callable[..., Any]:
    """A filter whose numbers have an end in sight."""

    @functools.wraps(made)
    def bounded(*arguments: Any, **named: Any) -> Any:
        for number in (*arguments[1:], *named.values()):
            if isinstance(number, int | float) and not abs(number) <= LONGEST_RANGE:
                raise TemplateRuntimeError(f"a filter counts to {LONGEST_RANGE}, not to {number}")
        return made(*arguments, **named)

    return bounded


def file_of(name: str) -> str:
    """A template's file name, for messages."""
    return name if name.endswith(".j2") else f"{name}.j2"


def _join(values: Iterable[Any], between: str = "") -> str:
    parts = [str(_text_of(value)) for value in values]
    if sum(map(len, parts)) + len(between) * len(parts) > LONGEST:
        raise TemplateRuntimeError(f"that would be longer than {LONGEST} characters")
    return between.join(parts)


def _text_of(value: Any) -> Any:
    if not isinstance(value, str | int | float | Undefined):
        raise TemplateRuntimeError(f"{_called(value)} is no text; take one of its fields, or loop over it")
    return value


def _replace(text: str, old: str, new: str) -> str:
    if len(text) + text.count(old) * len(new) > LONGEST:
        raise TemplateRuntimeError(f"that would be longer than {LONGEST} characters")
    return text.replace(old, new)


def _called(value: Any) -> str:
    names = {
        "NoneType": "nothing",
        "bool": "yes or no",
        "tuple": "a list",
        "list": "a list",
        "dict": "a table",
        "Macro": "a macro",
    }
    kind = type(value).__name__
    return names.get(kind, f"a {kind.lower()}")
