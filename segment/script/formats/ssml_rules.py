"""The element rules of SSML 1.1 (W3C Recommendation, 7 September 2010), as a table and a check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from msgspec import Struct

NAMESPACE = "http://www.w3.org/2001/10/synthesis"
_XML = "{http://www.w3.org/XML/1998/namespace}"

_ANY = ".*"
_TIME = r"\+?[0-9]*\.?[0-9]+(?:s|ms)"
_TAG = r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*"
_TOKEN = r"\S+(?: \S+)*"
_FAILURE = "changevoice|ignoretext|ignorelang|processorchoice"
_VOICE_KEYS = "(?:gender|age|variant|name|languages)"

_INSIDE = "audio break emphasis lang lookup mark phoneme prosody say-as sub token voice w"
_SPEECH = f"{_INSIDE} s"
_ALL = f"{_SPEECH} p"


class Rule(Struct, frozen=True, kw_only=True):
    """What an element may hold and carry."""

    children: str = ""
    """Names of elements, between spaces."""
    text: bool = True
    """Whether it may hold text."""
    required: dict[str, str] = {}
    """Attributes it must have, each with a pattern for the value."""
    optional: dict[str, str] = {}


RULES: dict[str, Rule] = {
    "speak": Rule(
        children=f"{_ALL} lexicon meta metadata",
        required={"version": r"1\.1", "xml:lang": _TAG},
        optional={"xml:base": _ANY, "onlangfailure": _FAILURE, "startmark": _TOKEN, "endmark": _TOKEN},
    ),
    "lexicon": Rule(
        text=False,
        required={"uri": _ANY, "xml:id": _TOKEN},
        optional={"type": _ANY, "fetchtimeout": _TIME, "maxage": r"\d+", "maxstale": r"\d+"},
    ),
    "lookup": Rule(children=_ALL, required={"ref": _TOKEN}),
    "meta": Rule(text=False, required={"content": _ANY}, optional={"name": _ANY, "http-equiv": _ANY}),
    "metadata": Rule(),
    "p": Rule(children=_SPEECH, optional={"xml:lang": _TAG, "onlangfailure": _FAILURE, "xml:id": _TOKEN}),
    "s": Rule(children=_INSIDE, optional={"xml:lang": _TAG, "onlangfailure": _FAILURE, "xml:id": _TOKEN}),
    "token": Rule(
        children="audio break emphasis mark phoneme prosody say-as sub",
        optional={"xml:lang": _TAG, "onlangfailure": _FAILURE, "role": _ANY, "xml:id": _TOKEN},
    ),
    "say-as": Rule(required={"interpret-as": _TOKEN}, optional={"format": _ANY, "detail": _ANY}),
    "phoneme": Rule(required={"ph": ".+"}, optional={"alphabet": r"ipa|x-\S+", "type": "default|ruby"}),
    "sub": Rule(required={"alias": ".+"}),
    "lang": Rule(children=_ALL, required={"xml:lang": _TAG}, optional={"onlangfailure": _FAILURE}),
    "voice": Rule(
        children=_ALL,
        optional={
            "gender": "male|female|neutral|",
            "age": r"\d*",
            "variant": r"[1-9]\d*|",
            "name": _ANY,
            "languages": _ANY,
            "required": f"{_VOICE_KEYS}(?: {_VOICE_KEYS})*|",
            "ordering": f"{_VOICE_KEYS}(?: {_VOICE_KEYS})*|",
            "onvoicefailure": "priorityselect|keepexisting|processorchoice",
        },
    ),
    "emphasis": Rule(children=_INSIDE, optional={"level": "strong|moderate|none|reduced"}),
    "break": Rule(text=False, optional={"strength": "none|x-weak|weak|medium|strong|x-strong", "time": _TIME}),
    "prosody": Rule(
        children=_ALL,
        optional={"pitch": ".+", "contour": ".+", "range": ".+", "rate": ".+", "duration": _TIME, "volume": ".+"},
    ),
    "audio": Rule(
        children=f"{_ALL} desc",
        optional={
            "src": r"\S+",
            "fetchtimeout": _TIME,
            "fetchhint": "prefetch|safe",
            "maxage": r"\d+",
            "maxstale": r"\d+",
            "clipBegin": _TIME,
            "clipEnd": _TIME,
            "repeatCount": r"\d*\.?\d+",
            "repeatDur": _TIME,
            "soundLevel": r"[+-]?\d*\.?\d+dB",
            "speed": r"\d*\.?\d+%",
        },
    ),
    "desc": Rule(optional={"xml:lang": _TAG}),
    "mark": Rule(text=False, required={"name": _TOKEN}),
}
"""By element; ``w`` is another name of ``token``."""
RULES["w"] = RULES["token"]

_FIRST = frozenset({"lexicon", "meta", "metadata"})


def mistakes(document: bytes) -> tuple[str, ...]:
    """What is wrong with an SSML document, a sentence each; nothing when it keeps every rule.

    Raises ``xml.etree.ElementTree.ParseError`` for one that is not well-formed.
    """
    root = ElementTree.fromstring(document)
    if root.tag != f"{{{NAMESPACE}}}speak":
        return (f"The document is no speak of {NAMESPACE}.",)
    return tuple(_mistakes(root))


def _mistakes(root: ElementTree.Element) -> Iterator[str]:
    waiting = [root]
    while waiting:
        element = waiting.pop()
        name = _local(element.tag)
        rule = RULES.get(name)
        if rule is None:
            yield f"{name} is no element."
            continue
        yield from _attributes(name, element, rule)
        if name == "metadata":
            continue
        allowed = rule.children.split()
        begun = False
        for child in element:
            inner = _local(child.tag)
            if inner not in allowed:
                yield f"{inner} does not stand in {name}."
            elif inner in _FIRST and begun:
                yield f"{inner} stands behind what is spoken."
            begun = begun or inner not in _FIRST
        texts = (element.text, *(child.tail for child in element))
        if not rule.text and any(text and text.strip() for text in texts):
            yield f"{name} holds text."
        waiting.extend(element)


def _attributes(name: str, element: ElementTree.Element, rule: Rule) -> Iterator[str]:
    known = {**rule.required, **rule.optional}
    given = {key.replace(_XML, "xml:"): value for key, value in element.attrib.items()}
    yield from (f"{name} has no {key}." for key in rule.required if key not in given)
    for key, value in given.items():
        if key not in known:
            yield f"{name} has an attribute {key}."
        elif not re.fullmatch(known[key], value, re.DOTALL):
            yield f"{name} says {key} is {value!r}."
    if name == "meta" and ("name" in given) == ("http-equiv" in given):
        yield "Meta has one of name and http-equiv."


def _local(tag: str) -> str:
    space, _, name = tag.rpartition("}")
    return name if space == f"{{{NAMESPACE}" else tag
