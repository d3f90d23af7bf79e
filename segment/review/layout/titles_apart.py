"""A title's line that also says its rating, or its maker and publisher, becomes several lines, each understood by itself."""

from __future__ import annotations

import re

from msgspec.structs import replace

from segment.review.facts.credit_line import label_roles
from segment.review.facts.labels import about
from segment.review.facts.names import is_name
from segment.review.facts.rating import rating
from segment.review.layout.headings import is_known, is_part
from segment.review.layout.line import Line, ends_sentence

_RATED = re.compile(
    r"(?P<title>.*\S)\s+(?:[-–—|:]\s)?[(\[]?(?P<rating>[★⭐🌟✭✮✯✪]\ufe0f?[★⭐🌟✭✮✯✪☆✩⚝½⯨⯪\ufe0f ]{0,24}|\*{2,5}½?"
    r"|\d{1,2}(?:[.,]\d{1,2})?\s?/\s?(?:4|5|6|10|20|100)(?:\s(?:stars?|étoiles?))?)[)\]]?"
)
_PUBLISHED = re.compile(
    r"(?::{1,3} |• |► )?(?P<title>[^:]{2,120}?)\s(?P<by>(?:by|de) (?P<name>[^,()]{4,60}?)),?"
    r" (?:is )?(?P<how>published|out now|publié)(?: in \w+)?"
    r" (?P<from>by|from|chez|par) (?P<publisher>[^,(;]{2,60}?)(?:[,;(]\s?(?P<rest>.*))?"
)
_SAYS_PUBLISHED = re.compile(r"\b(?:published|out now|publié)\b")
_MAX = 200
_WORDS = 16


def titles_apart(lines: list[Line]) -> list[Line]:
    """``The Lake Dog ★★☆☆`` as two lines of one number; ``The Kite by Ann Roe, published by Quill, £9`` as four."""
    result: list[Line] = []
    for line in lines:
        parts = _parts(line) if len(line.text) <= _MAX else [line.text]
        result.append(replace(line, text=parts[0]))
        result.extend(replace(line, text=part, glued=True, heading=False) for part in parts[1:])
    return result


def _parts(line: Line) -> list[str]:
    text = line.text
    said = _SAYS_PUBLISHED.search(text)
    if said and (match := _PUBLISHED.fullmatch(text)) and is_name(match["name"]):
        # The labels are the page's own words: where a long head makes a paragraph of them, nothing is said that it does not say.
        publisher = f"{match['how']} {match['from']}: {match['publisher'].strip(' .')}"
        rest = match["rest"] or ""
        price = f"priced: {rest.removeprefix('priced ')}" if rest.startswith("priced ") else rest
        return [match["title"], match["by"], publisher, *([price] if price else [])]
    # "- Service: 4/5" in a list rates a part.
    match = _RATED.fullmatch(text) if line.words <= _WORDS and not (line.listed and ":" in text) else None
    if match is None:
        return [text]
    title = match["title"].rstrip(" –—-|(:")
    # "Food 4/5" and "Verdict: 4/5" rate a part or are labelled, "Ann Roe: 4/5" signs: they are understood whole.
    labelled = match["title"].endswith(":") and (about(title) or label_roles(title) or is_name(title))
    if not any(char.isalpha() for char in title) or labelled or is_known(title) or is_part(title) or _sentence(title):
        return [text]
    return [title, match["rating"].strip()] if rating(match["rating"].strip()) else [text]


def _sentence(title: str) -> bool:
    return ends_sentence(title) and title[-1] == "."
