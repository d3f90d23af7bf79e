"""Where a sentence ends: English and French prose as critics write it.

One pass over the paragraph and no pattern that can back-track. A full stop ends a sentence unless it belongs to an abbreviation,
an initial or a number; an ellipsis, ``!`` and ``?`` end one unless the text runs on in lower case; nothing ends inside brackets
or a short quotation. What comes back is copied: each sentence is a piece of the paragraph, in order, and only the white space
between sentences is gone.
"""

from __future__ import annotations

import re

_STOPS = frozenset(".!?…")
_CLOSERS = frozenset("\"'”’»)]*_")
_OPENERS = frozenset("\"'“‘«([*_¿¡—–-")
_PAIRS = {"(": ")", "[": "]", "“": "”", "«": "»"}
_LONGEST_QUOTE = 300
"""Characters a quotation may have to be kept in one piece; beyond that it is a passage, with sentences of its own."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_NEVER = _words("""
    mr mrs ms mx dr prof rev fr sr hon gen col sgt capt cmdr lt maj gov sen rep pres st ste mt ft no nos vol vols ch pp p ed eds
    dir feat prod vs v cf e.g i.e viz approx c ca ep ép sc fig op cat jan feb mar apr jun jul aug sep sept oct nov dec
    m mm mme mmes mlle mlles me mgr p.ex env éd réal av bd
""")
"""Abbreviations that stand before a name or a figure."""
_PERHAPS = _words("etc jr inc ltd co corp bros a.m p.m am pm ph.d b.a m.a phd al")
"""Abbreviations that may end a sentence: what follows decides."""
_STARTERS = _words("""
    a an the this that these those it its he his she her they their we our you your i there here what who how why when where while
    but and or so yet nor still then now if as at in on by for from of to with without after before although though because since
    once until unless not no nothing never one some many most all each every both another however also even indeed instead
    le la les un une des ce cet cette ces il elle ils elles nous vous je mais et ou donc ni car dans sur sous avec sans pour
    par en à au aux du de si quand comme après avant puis alors pourtant enfin tout c'est l'on d'un d'une
""")
"""Words that, in capitals, begin a sentence rather than name somebody."""
_RUNS_ON = _words("very so such too quite a an the of and or but to in on is was are were très si trop un une le la de et ou")
"""Words before an ellipsis that only hesitates: ``very... Scottish``."""
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
"""Letters with stops between them: ``U.S``, ``E.T`` (the last stop is the one being judged)."""


def sentences(paragraph: str) -> tuple[str, ...]:
    """The sentences of a paragraph, in order, each without the white space around it.

    A paragraph without any stop is one sentence; an empty one has none.
    """
    held = _held(paragraph)
    found: list[str] = []
    start = 0
    at = 0
    while at < len(paragraph):
        if paragraph[at] not in _STOPS:
            at += 1
            continue
        first = at
        at = _past(paragraph, at, _STOPS)
        after = _past_closers(paragraph, at)
        if held[after - 1] or not _ends(paragraph, start, first, at, after):
            continue
        found.append(paragraph[start:after].strip())
        start = at = after
    found.append(paragraph[start:].strip())
    return tuple(sentence for sentence in found if sentence)


def _ends(text: str, start: int, first: int, stop: int, after: int) -> bool:
    """Whether the stops at ``first:stop`` (closing marks up to ``after``) end the sentence that began at ``start``."""
    if after == len(text):
        return True
    if not text[after].isspace():
        return False
    following = _word_after(text, after)
    if following and following[0].islower():
        return False
    before = _word_before(text, start, first)
    stops = text[first:stop]
    if stops in {"…", "..", "...", "....", ". . ."}:
        return before.lower() not in _RUNS_ON
    if stops != "." or after > stop:
        return True
    return _full_stop_ends(text, start, first, before, following)


def _full_stop_ends(text: str, start: int, first: int, before: str, following: str) -> bool:
    word = before.lower()
    starter = following.lower().replace("’", "'") in _STARTERS
    if word in _NEVER and word != "no":
        return False
    if word in {"no", "nos"}:
        return not following[:1].isdigit()
    if word in _PERHAPS or _DOTTED.fullmatch(before):
        return starter
    if len(before) == 1 and before.isupper():
        earlier = _word_before(text, start, first - 1)
        return starter and (before == "I" or earlier[:1].islower())
    # A figure alone before the stop is the number of a list.
    return not (before.isdigit() and not text[start : first - len(before)].strip())


def _past(text: str, at: int, marks: frozenset[str]) -> int:
    while at < len(text) and text[at] in marks:
        at += 1
    return at


def _past_closers(text: str, at: int) -> int:
    """Behind the closing marks that follow a stop; French sets a space before ``»``."""
    at = _past(text, at, _CLOSERS)
    gap = at
    while gap < len(text) and text[gap].isspace():
        gap += 1
    if gap < len(text) and gap - at <= 1 and text[gap] == "»":
        return _past(text, gap, _CLOSERS)
    return at


def _word_after(text: str, at: int) -> str:
    while at < len(text) and (text[at].isspace() or text[at] in _OPENERS):
        at += 1
    end = at
    while end < len(text) and (text[end].isalnum() or text[end] in "'’"):
        end += 1
    return text[at:end] or text[at : at + 1]


def _word_before(text: str, start: int, at: int) -> str:
    """The word that ends at ``at``, its inner stops included."""
    while at > start and text[at - 1].isspace():
        at -= 1
    begin = at
    while begin > start and (text[begin - 1].isalnum() or text[begin - 1] == "."):
        begin -= 1
    return text[begin:at].lstrip(".")


def _held(text: str) -> list[bool]:
    """For every character, whether a sentence may not end behind it: inside brackets or a short quotation that closes."""
    spans: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    straight = -1
    for at, mark in enumerate(text):
        if mark in _PAIRS:
            waiting.append((_PAIRS[mark], at))
        elif mark == '"':
            if straight < 0:
                straight = at
            else:
                spans.append((straight, at))
                straight = -1
        elif waiting and mark in ")]”»":
            # Only the innermost few are looked at: a forgotten bracket must not cost a search at every later one.
            for back in range(len(waiting) - 1, max(-1, len(waiting) - 5), -1):
                if waiting[back][0] == mark:
                    spans.append((waiting[back][1], at))
                    del waiting[back:]
                    break
    edges = [0] * (len(text) + 1)
    for begin, end in spans:
        if end - begin <= _LONGEST_QUOTE:
            edges[begin] += 1
            edges[end] -= 1
    held: list[bool] = []
    depth = 0
    for edge in edges[:-1]:
        depth += edge
        held.append(depth > 0)
    return held
