"""The data for machines in a page's HTML: JSON-LD blocks and meta tags."""

from __future__ import annotations

import re

from lxml import etree
from msgspec import Struct

from segment.review.facts.dates import iso_date
from segment.review.facts.names import is_name
from segment.review.layout.line import clean
from segment.review.linked.json_text import lenient
from segment.review.linked.said import Said, Sayings
from segment.review.linked.schema import reviews_in
from segment.review.linked.values import rating_of

_MOST = 50
_LANGUAGE = 5
_FEW = 20
_LONGEST = 40
_CLASSES = 2000
_FILED = re.compile(r"(?<![\w-])category-([a-z][a-z-]{2,40})(?![\w-])")
"""``category-movie-reviews`` among an element's classes."""
_AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "twitter:data1")
_DATES = ("article:published_time", "date", "parsely-pub-date", "dc.date", "dc.date.issued", "datepublished", "pubdate")
_TITLES = ("og:title", "twitter:title", "parsely-title", "dc.title")


class PageData(Struct, frozen=True, kw_only=True):
    """What a page's head says."""

    linked: Sayings
    meta: Said
    """Title as headline, author and date by the meta tags; the weakest evidence there is."""


def page_data(root: etree._Element) -> PageData:
    """The data of a page. Blocks that are no JSON are named by their line."""
    found: list[Said] = []
    broken: list[int] = []
    for script in [node for node in root.iter("script") if "ld+json" in (node.get("type") or "").casefold()][:_MOST]:
        text = "".join(script.itertext())
        if not text.strip():
            continue
        value = lenient(text)
        line = script.sourceline or 0
        if value is None:
            broken.append(line)
        else:
            found.extend(reviews_in(value, line=line))
    found.extend(_microdata(root))
    return PageData(linked=Sayings(reviews=tuple(found), broken=tuple(broken)), meta=_meta(root))


def _microdata(root: etree._Element) -> list[Said]:
    """The rating that the markup itself says is the review's; of several none is the page's for certain."""
    scopes = [node for node in root.iter() if isinstance(node.tag, str) and node.get("itemprop") == "reviewRating"][:_FEW]
    told: list[Said] = []
    for scope in scopes:
        said = {
            str(node.get("itemprop")): _value(node) for node in scope.iter() if isinstance(node.tag, str) and node.get("itemprop")
        }
        found = rating_of({key: said[key] for key in ("ratingValue", "bestRating") if key in said})
        if found is not None:
            told.append(Said(rating=(found,), line=scope.sourceline or 0, element="microdata"))
    return told if len({said.rating for said in told}) == 1 else []


def _value(node: etree._Element) -> str:
    """An item's value: its attribute, else its text."""
    return clean(str(node.get("content") or node.get("value") or "".join(map(str, node.itertext())))[:_LONGEST])


def page_title(root: etree._Element, meta: Said) -> str:
    """What a page is called in its head, by the tag or by what it gives to others."""
    tag = next((str(node.text) for node in root.iter("title") if node.text), "")
    return meta.headline or clean(tag[:400])


def page_hints(root: etree._Element) -> tuple[str, ...]:
    """What a site files the page under: the section in its head, its first post's classes, links to its categories.

    Tags are not among them: a book about films has those of films.
    """
    found = [str(node.get("content") or "") for node in root.iter("meta") if node.get("property") == "article:section"]
    posts = (node for node in root.iter("article", "div") if _FILED.search(str(node.get("class") or "")[:_CLASSES]))
    first = next(posts, None)
    if first is not None:
        found += [name.replace("-", " ") for name in _FILED.findall(str(first.get("class"))[:_CLASSES])]
    filed = [node for node in root.iter("a") if "category" in str(node.get("rel") or "").split()][:_FEW]
    found += [clean("".join(map(str, node.itertext()))[:_LONGEST]) for node in filed]
    return tuple(dict.fromkeys(hint for hint in found if hint))[:_FEW]


def _meta(root: etree._Element) -> Said:
    told: dict[str, str] = {}
    for node in root.iter("meta"):
        key = str(node.get("property") or node.get("name") or "").casefold()
        if key and key not in told and (value := clean(str(node.get("content") or "")[:400])):
            told[key] = value
    author = next((told[key] for key in _AUTHORS if is_name(told.get(key, ""))), "")
    language = clean(str(root.get("lang") or ""))[:_LANGUAGE]
    return Said(
        headline=next((told[key] for key in _TITLES if key in told), ""),
        reviewers=(author,) if author else (),
        date=next((date for key in _DATES if (date := iso_date(told.get(key, "")))), ""),
        language=language if language[:2].isalpha() and len(language) in {2, 5} else "",
        element="meta",
    )
