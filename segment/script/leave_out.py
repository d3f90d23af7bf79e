"""What of a review is never spoken: lists, talk to a reader, reactions without their cause, listings, sentences broken off."""

from __future__ import annotations

import re
from typing import Literal

from segment.script.phrases import any_of, either

Reason = Literal[
    "a list, not a sentence",
    "print talk",
    "a reaction that needs the page",
    "a listing",
    "broken off",
    "leans on a sentence that is left out",
    "too long to be said in a breath",
    "said in the INTRO",
    "said twice",
    "the ending",
    "true only for a while",
    "marked never",
    "marked as a spoiler",
    "for time",
]

PRINT_TALK = any_of("""
    stop reading
    read(?:ing)? (?:on|this|further)
    keep reading
    read more
    skip (?:to|ahead|down)
    (?:first|last|next|previous) paragraph
    you read that
    as you(?:'re| are) reading
    (?:dear|gentle|our|my|these) readers?
    see (?:above|below|page|the photo|our)
    (?:mentioned|noted|discussed|pictured|shown) (?:above|below|here|earlier in this)
    (?:paragraph|photo|image|picture|video|trailer|link|caption|gallery) (?:above|below)
    (?:above|below)[- ]mentioned
    click(?:ing)? (?:here|on|through)
    scroll(?:ing)? (?:down|up)
    in this (?:article|post|column|blog)
    this (?:article|post|column|blog post|web ?page)
    comments? section
    in the comments
    footnotes?
    asterisk
    spoilers? ?(?:alert|ahead|below|follow|warning)
    subscribe
    newsletter
    bookmark this
    cet article
    ce billet
    ci-dess(?:ous|us)
    cliquez
    lisez
    (?:chers|nos|mes) lecteurs
""")
"""Words said to somebody who holds a page."""
_REACTION = re.compile(
    either("""
        (?:and )?(?:that's|that is|it's) (?:right|it|all|true|not a typo)
        yes|no|yep|yup|nope|yeah|really|seriously|exactly|indeed|right|ok|okay|of course|well|period|full stop
        sigh|yay|phew|wow|ouch|huh|hm+
        trust me|believe me|i kid you not|no kidding|not kidding|just saying|i know
        you heard (?:me|that|right)
        enough said|'?nuff said|go figure|for some reason
        (?:yes|no),? really
        c'est ça|oui|non|si si|exact|vraiment|bref
    """),
    re.IGNORECASE,
)
_DAY = r"(?:\w+day,? )?"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_LISTING = re.compile(
    either(rf"""
        \b(?:until|through|till|from) {_DAY}\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}\b
        \b(?:until|through|till|from) {_DAY}{_MONTH} \d{{1,2}}\b
        \b(?:tickets?|doors|admission|box office|booking)\b.{{0,40}}(?:[£$€]|\bat \d|\bfrom \d)
        \b(?:running time|runtime|certificate|rated)[: ] ?\S+$
    """),
    re.IGNORECASE,
)
_TIME_WORDS = any_of("""
    tonight|today|tomorrow|yesterday|right now|coming (?:up|soon)
    this (?:week|weekend|month|morning|evening|hour|afternoon|summer|winter|autumn|fall|spring)
    (?:next|last) (?:week|month|weekend|night)
    (?:days?|weeks?|months?) (?:ago|since)
    (?:this|on|next) (?:mon|tues|wednes|thurs|fri|satur|sun)day
    (?:so far|later) this year
    ce soir|cette semaine|demain
""")
_STALE = any_of(r"""
    now playing|out now|in (?:theat(?:re|er)s|cinemas|shops|stores)(?: now)?|currently|at the moment|recent(?:ly)?|upcoming
    (?:this|last|next) (?:year|spring|season|month)|just (?:released|opened|published|out)
    (?:new|newest|latest|forthcoming) (?:film|movie|album|record|book|novel|play|show|game|production|collection|single)
    (?:in|since|until|last|this|next) (?:january|february|march|april|may|june|july|august|september|october|november|december)
    cette année|l'an dernier|l'année (?:dernière|prochaine)|actuellement|en ce moment|récemment|(?:le mois|la semaine) prochaine?
    (?:en|depuis|jusqu'en) (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)
""")
"""What an evergreen may not say either; a month with its year behind it stays true."""
_STOPPED = re.compile(r"[.!?…]\s?[\"'”’»)\]]*$")
_WHOLE = 5
"""Words from which a sentence without a stop is taken to have lost it, not to be broken off."""
_STOP_INSIDE = re.compile(r"[a-zà-ÿ][.!?] [A-ZÀ-Ý]")
_WORD = re.compile(r"[^\W_]")


def is_list(paragraph: str) -> bool:
    """Whether a paragraph is a list, a label or a quotation set apart, and no prose."""
    words = paragraph.split()
    if paragraph.startswith((">", "|")) or not _WORD.search(paragraph):
        return True
    if _STOPPED.search(paragraph) or _STOP_INSIDE.search(paragraph):
        return False
    return len(words) < 8 or sum(map(paragraph.count, ";·|")) >= 2 or paragraph.endswith(":")


def why_not(sentence: str, *, last: bool) -> Reason | None:
    """Why a sentence is not for the ear, or None; ``last`` when it is the review's last and may have been broken off."""
    if not _WORD.search(sentence):
        return "a list, not a sentence"
    unstopped = not _STOPPED.search(sentence)
    if (
        sentence.endswith(":")
        or (unstopped and len(sentence.split()) < _WHOLE)
        or (last and (unstopped or sentence.rstrip("\"”'’").endswith(("…", "..."))))
    ):
        return "broken off"
    if reaction(sentence):
        return "a reaction that needs the page"
    if PRINT_TALK.search(sentence):
        return "print talk"
    if _LISTING.search(sentence):
        return "a listing"
    return None


def reaction(sentence: str) -> bool:
    """Whether a sentence only answers something, such as ``That's right.``"""
    return bool(_REACTION.fullmatch(sentence.strip().replace("’", "'").rstrip(".!?…\"”' ")))


def time_bound(sentence: str) -> bool:
    """Whether a sentence is only true for a while; a word in capitals inside it is part of a title."""
    return any(match.start() == 0 or match[0][0].islower() for match in _TIME_WORDS.finditer(sentence))


def stale(sentence: str) -> bool:
    """Whether a sentence would be wrong when it is heard a year from now."""
    if time_bound(sentence):
        return True
    return any(not re.match(r",? (?:of )?\d{4}", sentence[match.end() :]) for match in _STALE.finditer(sentence))


def stopped(sentence: str) -> str:
    """The sentence with a full stop where the page forgot one."""
    return sentence if _STOPPED.search(sentence) else sentence.rstrip(" ,;—-") + "."
