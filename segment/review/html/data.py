"""The data for machines in a page's HTML: JSON-LD blocks and meta tags."""

from __future__ import annotations

from lxml import etree
from msgspec import Struct

from segment.review.facts.dates import iso_date
from segment.review.facts.names import is_name
from segment.review.layout.line import clean
from segment.review.linked.json_text import lenient
from segment.review.linked.said import Said, Sayings
from segment.review.linked.schema import reviews_in

_MOST = 50
_LANGUAGE = 5
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
    return PageData(linked=Sayings(reviews=tuple(found), broken=tuple(broken)), meta=_meta(root))


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
