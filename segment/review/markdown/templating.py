"""Templating tags that a site's generator would have filled in: Liquid's, Hugo's and Jinja's; the title one carries stays.

``{% include film name='The Film|2012' %} is…`` says "The Film is…"; ``{{< youtube abc >}}`` and ``{{% md %}}`` say nothing.
"""

from __future__ import annotations

import re

_TAG = re.compile(r"\{%[^{}]{0,500}%\}|\{\{[^{}]{0,500}\}\}")
_NAMED = re.compile(
    r"\b(?:name|title|text|label|film|movie|book|album|game|show|work|nom|titre)\s?[=:]\s?(?:\"([^\"]{1,120})\"|'([^']{1,120})')"
)
_QUOTED = re.compile(r"(?<![=:\w])(?:\"([^\"]{1,120})\"|'([^']{1,120})')")
_SHORTCODE = re.compile(
    r"\[/?[a-z][a-z_-]{1,30}\]|\[/?(?:button|caption|gallery|embed|video|audio|expand|spoiler)\b[^\[\]]{0,300}\]"
)
_NO_WORDS = re.compile(r"[/\\<>]|\.[A-Za-z]{2,5}$|^[a-z0-9_-]{1,40}$|^\W*$")


def without_tags(text: str) -> str:
    """The text with each tag replaced by the title it carries, or by nothing."""
    if "{" not in text:
        return "" if _SHORTCODE.fullmatch(text.strip()) else text
    return _TAG.sub(_title, text)


def _title(match: re.Match[str]) -> str:
    tag = match.group()
    said = _NAMED.search(tag) or _QUOTED.search(tag)
    words = (said[1] or said[2]).split("|")[0].strip() if said else ""
    return "" if _NO_WORDS.search(words) else words
