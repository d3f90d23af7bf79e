"""HTML to an element tree, within limits: a page made to exhaust a parser is cut or refused, never followed."""

from __future__ import annotations

import re

from lxml import etree

from segment.errors import ReviewError, Where

_LIMIT_TAGS = 600_000
"""A review's page has a few thousand; parsing so many takes two seconds."""

_LIMIT_WORK = 200_000_000
"""Comparisons; libxml2 holds each attribute of a tag against all others, which is quadratic: 200,000 of them take minutes."""

_TAG = re.compile(r"<(?=[a-zA-Z])")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


def parsed(text: str, *, name: str) -> etree._Element:
    """The root of a page, comments gone.

    The parser fetches nothing, knows no entities but HTML's own, and stops at 256 levels and at a text of 10 MB (libxml2's
    limits without ``huge_tree``). Raises ReviewError for what is no page, or has over :data:`_LIMIT_TAGS` tags.
    """
    if text.count("<") > _LIMIT_TAGS * 2 or _attribute_work(text) > _LIMIT_WORK:
        raise ReviewError("This page has more tags than any page with a review in it.", where=Where(file=name))
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError) as broken:
        raise ReviewError("The HTML of this page cannot be parsed.", where=Where(file=name), hint=_WAY_ROUND) from broken
    if root is None:
        raise ReviewError("There is nothing in this page.", where=Where(file=name), hint=_WAY_ROUND)
    return root


def _attribute_work(text: str) -> int:
    """At least what the parser will spend on comparing attributes, in comparisons. Linear in the text."""
    work = 0
    for tag in _TAG.split(text):
        if len(tag) > 400:
            head = _QUOTED.sub(" ", tag).partition(">")[0]
            work += (len(head.split()) + head.count("/") + head.count("=")) ** 2
    return work


_WAY_ROUND = "Copy the review from the browser and paste it into a .txt file."
